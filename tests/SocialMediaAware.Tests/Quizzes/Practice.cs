using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Quizzes;

/// <summary>A person in front of a quiz, with everything read that has to be read.</summary>
internal sealed class Practice : IAsyncDisposable
{
    public const string Slug = "be-social-media-aware";

    private Practice(
        TestPortal portal,
        Agency agency,
        CastMember person,
        Assignment assignment,
        HttpClient browser
    ) =>
        (Portal, Agency, Person, Assignment, Browser) = (
            portal,
            agency,
            person,
            assignment,
            browser
        );

    public TestPortal Portal { get; }

    public Agency Agency { get; }

    public CastMember Person { get; }

    public Assignment Assignment { get; }

    public HttpClient Browser { get; }

    public string Address => $"/quizzes/{Assignment.Id}/{Slug}";

    public Module Module =>
        Portal.Services.GetRequiredService<ContentStore>().Library.FindPublished(Slug)!;

    public static async Task<Practice> BeginAsync(
        TestPortalOptions? options = null,
        bool hasRead = true
    )
    {
        var portal = await TestPortal.StartAsync(options);
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        var assignment = await portal.AssignmentAsync(person, await portal.OnboardingAsync(agency));
        var browser = await portal.SignedInAsync(person.AccountId);
        var practice = new Practice(portal, agency, person, assignment, browser);
        if (hasRead)
        {
            await practice.ReadAsync(person);
        }

        return practice;
    }

    /// <summary>Somebody opened every section.</summary>
    public Task ReadAsync(CastMember reader) =>
        Portal.WithDatabaseAsync(async database =>
        {
            database.AddRange(
                Module.Sections.Select(section =>
                    OpenedSection.Open(
                        reader.PersonId,
                        Slug,
                        section.Id,
                        section.TextHash,
                        Portal.Clock.GetUtcNow()
                    )
                )
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Presses Start and follows to the first situation.</summary>
    public async Task<IDocument> StartAsync()
    {
        using var response = await Browser.SubmitAsync(await Browser.PageAsync(Address), Address);
        Assert.Equal(Address, response.Headers.Location?.ToString());
        return await Browser.PageAsync(Address);
    }

    /// <summary>The scenario that a page shows.</summary>
    public Scenario ScenarioOn(IDocument page) =>
        Module.Scenarios.Single(each => each.Title == page.QuerySelector("h1")!.TextContent);

    /// <summary>The right options, or ones that are not.</summary>
    public static (string, string?)[] Fields(Scenario scenario, bool right) =>
        right
            ?
            [
                .. scenario
                    .Options.Where(option => option.IsRight)
                    .Select(option => ("options", (string?)$"{option.Index}")),
            ]
            : [("options", $"{scenario.Options.First(option => !option.IsRight).Index}")];

    /// <summary>Answers the situation on a page.</summary>
    public Task<HttpResponseMessage> AnswerAsync(IDocument page, bool right) =>
        Browser.SubmitAsync(page, Address, fields: Fields(ScenarioOn(page), right));

    /// <summary>Answers right until the attempt is passed.</summary>
    public async Task<Uri> PassAsync() => await GoOnAsync(await StartAsync());

    /// <summary>Answers right from a page on until the attempt is passed.</summary>
    public async Task<Uri> GoOnAsync(IDocument page)
    {
        for (var answers = 0; ; answers++)
        {
            Assert.True(answers < 40, "The quiz does not end.");
            using var response = await AnswerAsync(page, right: true);
            if (await AttemptAsync() is { PassedAt: not null })
            {
                return response.Headers.Location!;
            }

            page = await Browser.PageAsync(Address);
        }
    }

    public Task<QuizAttempt> AttemptAsync() =>
        Portal.WithDatabaseAsync(database =>
            database
                .QuizAttempts.AsNoTracking()
                .Include(each => each.Drawn)
                .Include(each => each.Standings)
                .AsSplitQuery()
                .SingleAsync()
        );

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }
}
