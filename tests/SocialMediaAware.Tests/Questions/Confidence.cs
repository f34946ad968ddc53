using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Tests.Questions;

/// <summary>A reader who asks, and the integrity adviser of their agency.</summary>
internal sealed class Confidence : IAsyncDisposable
{
    public const string Words = "May I keep my street's page, mōrena?";

    private Confidence(Reader reader, CastMember adviser, HttpClient adviserBrowser) =>
        (Reader, Adviser, AdviserBrowser) = (reader, adviser, adviserBrowser);

    public Reader Reader { get; }

    public TestPortal Portal => Reader.Portal;

    public CastMember Adviser { get; }

    public HttpClient AdviserBrowser { get; }

    public string AskAddress =>
        $"/questions/ask?module={Reader.Slug}&section={Reader.First}&assignment={Reader.Assignment.Id}";

    public static async Task<Confidence> BeginAsync(TestProvider provider = TestProvider.Sqlite)
    {
        var reader = await Reader.BeginAsync(provider: provider);
        var adviser = await reader.Portal.PersonWithRoleAsync(
            reader.Agency,
            PortalRole.IntegrityAdviser,
            "Hana Webb"
        );
        var browser = await reader.Portal.SignedInAsync(adviser.AccountId);
        // The first page with a form gives a browser its antiforgery cookie; two first pages at once would give it two.
        await browser.PageAsync("/");
        return new Confidence(reader, adviser, browser);
    }

    /// <summary>Asks, and returns the question's address.</summary>
    public async Task<string> AskAsync(string words = Words)
    {
        using var answer = await Reader.Browser.SubmitAsync(
            await Reader.Browser.PageAsync(AskAddress),
            AskAddress,
            "main form",
            ("Text", words)
        );
        return answer.Headers.Location!.ToString().Split('?')[0];
    }

    /// <summary>Writes into a question.</summary>
    public static async Task<HttpResponseMessage> WriteAsync(
        HttpClient browser,
        string address,
        string words
    ) =>
        await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            ("Text", words)
        );

    public Task<Assignment> AssignmentAsync() =>
        Portal.WithDatabaseAsync(database =>
            database.Assignments.SingleAsync(each => each.Id == Reader.Assignment.Id)
        );

    public Task<List<Question>> QuestionsAsync() =>
        Portal.WithDatabaseAsync(database =>
            database.Questions.Include(question => question.Messages).ToListAsync()
        );

    public async ValueTask DisposeAsync()
    {
        AdviserBrowser.Dispose();
        await Reader.DisposeAsync();
    }
}
