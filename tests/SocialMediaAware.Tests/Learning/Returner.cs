using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Quizzes;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Learning;

/// <summary>
/// A person who signed some modules of the Harbour Agency on Monday 16 November 2026, and comes back: in front of a browser without
/// JavaScript. "Taking care" and "Speaking up" have two sections each, and two situations for each of their obligations.
/// </summary>
internal sealed class Returner : IAsyncDisposable
{
    public const string Care = "taking-care";
    public const string Speaking = "speaking-up";
    public const string SpeakingFile = "modules/speaking-up/module.md";

    private const string SpeakingText = """
        ---
        title: Speaking up
        version: 1.0
        status: published
        audience: { agencies: [harbour], kinds: [employee, contractor] }
        minutes: 4
        sources: [HB-SMG]
        owner: Social Media Advisor
        summary: How to ask and to tell.
        statement: null
        quiz: { draw: 2, required: [HB-SMG-04, HB-SMG-05] }
        ---
        ## Whom you ask {#whom-you-ask}
        <!-- teaches: HB-SMG-04 -->
        Ask your **People Leader** first.

        ## What you tell {#what-you-tell}
        <!-- teaches: HB-SMG-05 -->
        Tell what you saw, and nothing else.
        """;

    private const string MoreObligations = """

          - id: HB-SMG-04
            source: HB-SMG
            section: Asking
            kind: must
            applies_to: [all-staff]
            statement: Ask before you act.
            themes: [governance]
          - id: HB-SMG-05
            source: HB-SMG
            section: Telling
            kind: must
            applies_to: [all-staff]
            statement: Tell what you saw.
            themes: [governance]
        """;

    private Returner(TestPortal portal, SmallContent content, Agency agency, CastMember person) =>
        (Portal, Content, Agency, Person, Browser) = (portal, content, agency, person, null!);

    public TestPortal Portal { get; }

    public SmallContent Content { get; }

    public Agency Agency { get; }

    public CastMember Person { get; }

    public HttpClient Browser { get; private set; }

    /// <summary>A person who has signed nothing yet.</summary>
    public static async Task<Returner> AppearAsync(TestProvider provider = TestProvider.Sqlite)
    {
        var content = MoreContent();
        var portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                ContentFolder = content.Folder,
                Provider = provider,
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = "false" },
            }
        );
        await portal.KeepPublishedAsync();
        var agency = await portal.AgencyAsync("harbour");
        return new Returner(portal, content, agency, await portal.PersonAsync(agency));
    }

    /// <summary>A person who signed both modules 120 days ago.</summary>
    public static async Task<Returner> WhoSignedBothAsync(
        TestProvider provider = TestProvider.Sqlite
    )
    {
        var returner = await AppearAsync(provider);
        await returner.SignedAsync(Care, Speaking);
        await returner.ComeBackAsync(afterDays: 120);
        return returner;
    }

    /// <summary>The person signed modules in one onboarding, now.</summary>
    public async Task SignedAsync(params string[] modules)
    {
        var programme = await Portal.OnboardingAsync(Agency, modules);
        var signer = new Signer(Person, await Portal.AssignmentAsync(Person, programme));
        await Portal.OpenedAsync(signer);
        await Portal.PractisedAsync(signer);
        Assert.NotNull((await Portal.SignAsync(signer)).AttestationId);
    }

    /// <summary>Days go by, and the person signs in again.</summary>
    public async Task ComeBackAsync(int afterDays)
    {
        Portal.Clock.Move(TimeSpan.FromDays(afterDays));
        Browser = await Portal.SignedInAsync(Person.AccountId);
    }

    /// <summary>A yearly acknowledgment of modules is open.</summary>
    public Task<Assignment> OwesAsync(params string[] modules) =>
        OwesAsync(ProgrammeKind.Yearly, modules);

    /// <summary>An assignment of a programme of a kind is open.</summary>
    public async Task<Assignment> OwesAsync(ProgrammeKind kind, params string[] modules) =>
        await Portal.AssignmentAsync(Person, await Portal.ProgrammeAsync(Agency, kind, modules));

    /// <summary>A new version of "Taking care" comes out, with another wording of what one posts.</summary>
    public async Task ChangeCareAsync(string from, string to, string old, string wording)
    {
        Content.Write($"modules/{Care}/versions/{from}.md", Content.Text(SmallContent.ModuleFile));
        Content.ReplaceInModule($"version: {from}", $"version: {to}").ReplaceInModule(old, wording);
        Reload();
        await Portal.KeepPublishedAsync();
    }

    /// <summary>Puts the content as it is now in the place of what the portal serves.</summary>
    public void Reload() =>
        Assert.DoesNotContain(
            Portal.Services.GetRequiredService<ContentStore>().Reload(),
            message => message.Severity == Severity.Error
        );

    public static string Overview(Assignment assignment) =>
        $"/learning/assignments/{assignment.Id}";

    public static string Situations(Assignment assignment) => $"/quizzes/{assignment.Id}";

    public static string Sign(Assignment assignment) => $"/attestations/sign/{assignment.Id}";

    public Task<IDocument> PageAsync(string address) => Browser.PageAsync(address);

    /// <summary>Follows the one main button of a page, if it is a link.</summary>
    public Task<IDocument> FollowAsync(IDocument page) =>
        PageAsync(page.QuerySelector("main a.govuk-button")!.GetAttribute("href")!);

    /// <summary>Sends the one form of a page and follows to where it leads.</summary>
    public async Task<IDocument> SendAsync(
        IDocument page,
        string address,
        params (string, string?)[] fields
    )
    {
        using var response = await Browser.SubmitAsync(page, address, fields: fields);
        Assert.True(
            response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther,
            $"{address} answered {response.StatusCode}"
        );
        return await PageAsync(response.Headers.Location!.ToString());
    }

    /// <summary>Begins the situations.</summary>
    public async Task<IDocument> StartAsync(Assignment assignment) =>
        await SendAsync(await PageAsync(Situations(assignment)), Situations(assignment));

    /// <summary>Answers the situation that is next, from the page that shows it.</summary>
    public async Task<IDocument> AnswerAsync(Assignment assignment, IDocument page, bool right) =>
        await SendAsync(
            page,
            Situations(assignment),
            Practice.Fields(await CurrentAsync(assignment), right)
        );

    /// <summary>Practises: starts if need be, and answers rightly all that is put.</summary>
    public async Task PractiseAsync(Assignment assignment)
    {
        var page = await PageAsync(Situations(assignment));
        if (page.QuerySelector("input[name=attempt]") is null)
        {
            page = await StartAsync(assignment);
        }

        for (var answers = 0; page.QuerySelector("input[name=attempt]") is not null; answers++)
        {
            Assert.True(answers < 20, "The situations do not end.");
            await AnswerAsync(assignment, page, right: true);
            page = await PageAsync(Situations(assignment));
        }
    }

    /// <summary>Signs on the page, and follows to the receipt.</summary>
    public async Task<IDocument> SignAsync(Assignment assignment) =>
        await SendAsync(
            await PageAsync(Sign(assignment)),
            Sign(assignment),
            ("Declared", "true"),
            ("Name", Person.Name)
        );

    /// <summary>The rounds of the refresher, or the attempts of a module, the first one first.</summary>
    public Task<List<QuizAttempt>> AttemptsAsync(Assignment assignment) =>
        Portal.WithDatabaseAsync(database =>
            database
                .QuizAttempts.AsNoTracking()
                .Include(attempt => attempt.Drawn)
                .Include(attempt => attempt.Refreshed)
                .AsSplitQuery()
                .Where(attempt => attempt.AssignmentId == assignment.Id)
                .OrderBy(attempt => attempt.Major)
                .ToListAsync()
        );

    public async Task<Scenario> CurrentAsync(Assignment assignment)
    {
        var current = (await AttemptsAsync(assignment))
            .Select(attempt => attempt.Current)
            .First(drawn => drawn is not null);
        return FindScenario(current!.ScenarioSlug);
    }

    public Scenario FindScenario(string slug) =>
        new[] { Care, Speaking }
            .Select(module =>
                Portal.Services.GetRequiredService<ContentStore>().Library.FindPublished(module)!
            )
            .SelectMany(module => module.Scenarios)
            .Single(scenario => scenario.Slug == slug);

    public Task<Assignment> AgainAsync(Assignment assignment) =>
        Portal.WithDatabaseAsync(database =>
            database.Assignments.AsNoTracking().SingleAsync(each => each.Id == assignment.Id)
        );

    public Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> work) =>
        Portal.WithDatabaseAsync(work);

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        await Portal.DisposeAsync();
        Content.Dispose();
    }

    private static SmallContent MoreContent()
    {
        var content = new SmallContent();
        content.Write(
            "obligations.yml",
            content.Text("obligations.yml").TrimEnd() + MoreObligations
        );
        content.Write(SpeakingFile, SpeakingText);
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            var even = number % 2 == 0;
            content.Write(
                SmallContent.ScenarioFile(number),
                Story(even ? "02" : "01", $"Care {number}")
            );
            content.Write(
                $"modules/{Speaking}/scenarios/speaking-{number}.md",
                Story(even ? "05" : "04", $"Speaking {number}")
            );
        }

        return content;
    }

    private static string Story(string obligation, string title) =>
        SmallContent
            .Scenario($"HB-SMG-{obligation}")
            .Replace("obligations:", $"title: {title}\nobligations:", StringComparison.Ordinal)
            .Replace("A neighbour", $"{title}: a neighbour", StringComparison.Ordinal);
}
