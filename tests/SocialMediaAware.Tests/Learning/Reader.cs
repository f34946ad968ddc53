using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Learning;

/// <summary>A person of the Harbour Agency with an open assignment to read "Taking care", a module of two sections.</summary>
internal sealed class Reader : IAsyncDisposable
{
    public const string Slug = "taking-care";
    public const string First = "what-you-post";
    public const string Second = "what-you-follow";

    private Reader(
        TestPortal portal,
        SmallContent content,
        Agency agency,
        CastMember person,
        Assignment assignment,
        HttpClient browser
    ) =>
        (Portal, Content, Agency, Person, Assignment, Browser) = (
            portal,
            content,
            agency,
            person,
            assignment,
            browser
        );

    public TestPortal Portal { get; }

    public SmallContent Content { get; }

    public Agency Agency { get; }

    public CastMember Person { get; }

    public Assignment Assignment { get; }

    public HttpClient Browser { get; }

    public static async Task<Reader> BeginAsync(
        string environment = "Production",
        TestProvider provider = TestProvider.Sqlite
    )
    {
        var content = new SmallContent();
        var portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                ContentFolder = content.Folder,
                Environment = environment,
                Provider = provider,
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = "false" },
            }
        );
        var agency = await portal.AgencyAsync("harbour");
        var person = await portal.PersonAsync(agency);
        var assignment = await portal.AssignmentAsync(
            person,
            await portal.OnboardingAsync(agency, Slug)
        );
        return new Reader(
            portal,
            content,
            agency,
            person,
            assignment,
            await portal.SignedInAsync(person.AccountId)
        );
    }

    public string AddressOf(string section) =>
        $"/learning/{Slug}/{section}?assignment={Assignment.Id}";

    /// <summary>Presses Continue under a section.</summary>
    public async Task<HttpResponseMessage> ContinueAsync(string section) =>
        await Browser.SubmitAsync(
            await Browser.PageAsync(AddressOf(section)),
            AddressOf(section),
            "main form"
        );

    /// <summary>Puts other content in the place of what the portal serves.</summary>
    public void Reload() =>
        Assert.DoesNotContain(
            Portal.Services.GetRequiredService<ContentStore>().Reload(),
            message => message.Severity == Severity.Error
        );

    /// <summary>Publishes another version of the module, in which the second section is another.</summary>
    public Task PublishAsync(string version) =>
        Portal.WithAsync(services =>
        {
            Content
                .ReplaceInModule("version: 1.0", $"version: {version}")
                .ReplaceInModule("Other people may see the list.", "Anybody may see the list.");
            return services
                .GetRequiredService<KeepPublishedTexts>()
                .RunAsync(CancellationToken.None);
        });

    public Task<Reading> ReadingAsync() =>
        Portal.WithDatabaseAsync(database => database.Readings.SingleAsync());

    public Task<int> OpenedCountAsync() =>
        Portal.WithDatabaseAsync(database => database.OpenedSections.CountAsync());

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
        Content.Dispose();
    }
}
