using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Backups;
using SocialMediaAware.Web.Features.Settings;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Tests.Settings;

/// <summary>What the real clockwork leaves behind, and the page that shows it.</summary>
public sealed class JobsTests
{
    private const string Page = "/settings/jobs";

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Jobs_WhenTheClockworkRunsThem_EachLeaveARowWithTheirCount(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        await portal.YearlyAsync(agency);
        await portal.PersonAsync(agency);
        // A day in the yearly window: there is something to plan.
        portal.Clock.MoveTo(new DateOnly(2027, 2, 3));
        foreach (var job in Schedules.Table)
        {
            await RunAsync(portal, job.Name);
        }

        var runs = await RunsAsync(portal);
        Assert.Equal(
            Schedules.Table.Select(job => job.Name).Order(),
            runs.Select(run => run.Job).Order()
        );
        Assert.All(runs, run => Assert.NotNull(run.EndedAt));
        Assert.All(runs, run => Assert.Null(run.ErrorKind));
        // One leaves no count, on purpose: how many wait for an adviser is between who asks and who answers.
        Assert.All(runs, run => Assert.Equal(run.Job == "TellWaitingJob", run.Count is null));
        Assert.Equal(1, runs.Single(run => run.Job == "PlanAssignmentsJob").Count);
        Assert.Equal(
            provider == TestProvider.Sqlite ? 1 : 0,
            runs.Single(run => run.Job == "NightlyBackupJob").Count
        );
        var page = await ReadAsync(portal, Page);
        Assert.Equal(
            Schedules.Table.Count,
            page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Length
        );
        Assert.Equal(
            Schedules.Table.Count,
            page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Length
        );
        Assert.DoesNotContain("Not yet", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_ThatThrows_LeavesItsKindAndItsWordsWithoutAddressesOfPeople()
    {
        var file = Path.GetTempFileName();
        await using var portal = await TestPortal.StartAsync(
            new()
            {
                Settings = new Dictionary<string, string>
                {
                    ["Portal:Backup:Folder"] = Path.Combine(file, "aroha.patea@agency.example"),
                },
            }
        );

        await RunAsync(portal, nameof(NightlyBackupJob));

        var run = Assert.Single(await RunsAsync(portal));
        Assert.Equal((nameof(DirectoryNotFoundException), null), (run.ErrorKind, run.Count));
        Assert.NotEqual("", run.ErrorMessage);
        Assert.DoesNotContain("aroha", run.ErrorMessage!, StringComparison.Ordinal);
        Assert.DoesNotContain('@', run.ErrorMessage!);
        var page = await ReadAsync(portal, Page);
        Assert.Contains(
            nameof(DirectoryNotFoundException),
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector(".sma-tag--wrong"));
        File.Delete(file);
    }

    [Fact]
    public async Task Job_ThatIsAtWork_RunsAndAfterAKillDidNotEnd()
    {
        using var begun = new SemaphoreSlim(0);
        using var mayEnd = new SemaphoreSlim(0);
        var folder = Directory.CreateTempSubdirectory("sma-jobs-").FullName;
        await using var portal = await TestPortal.StartAsync(
            new() { Services = services => services.AddSingleton(new Doors(begun, mayEnd)) }
        );
        var administrator = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync(),
            PortalRole.Administrator
        );
        var clockwork = await ClockworkAsync(portal);
        await clockwork.ScheduleJob(
            JobBuilder.Create<WaitingJob>().WithIdentity(nameof(WaitingJob)).Build(),
            TriggerBuilder.Create().StartNow().Build()
        );
        Assert.True(await begun.WaitAsync(TimeSpan.FromSeconds(30)));

        // What a kill would leave at this moment.
        var archive = Path.Combine(folder, "now.zip");
        await Backup.MakeAsync(
            DataFolder.Open(portal.DataFolder, "/"),
            archive,
            false,
            portal.Clock.GetUtcNow(),
            default
        );
        using var client = await portal.SignedInAsync(administrator.AccountId);
        Assert.Contains("Running", await TextAsync(client), StringComparison.Ordinal);
        mayEnd.Release();
        await EndedAsync(portal, nameof(WaitingJob));
        Assert.Contains("Done", await TextAsync(client), StringComparison.Ordinal);

        var killed = Path.Combine(folder, "killed");
        await Restore.RunAsync(
            DataFolder.Open(killed, "/"),
            archive,
            false,
            portal.Clock.GetUtcNow(),
            default
        );
        await using (var next = await TestPortal.StartAsync(new() { DataFolder = killed }))
        {
            using var other = await next.SignedInAsync(administrator.AccountId);
            Assert.Contains("Did not end", await TextAsync(other), StringComparison.Ordinal);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);

        static async Task<string> TextAsync(HttpClient client) =>
            (await client.PageAsync($"{Page}?job={nameof(WaitingJob)}"))
                .QuerySelectorAll("table")[1]
                .TextContent;
    }

    [Fact]
    public async Task Jobs_OfTheTable_HaveTheirTextsAndNeverRunBesideThemselves()
    {
        await using var portal = await TestPortal.StartAsync();
        var clockwork = await ClockworkAsync(portal);
        foreach (var job in Schedules.Table)
        {
            var detail = await clockwork.GetJobDetail(new JobKey(job.Name));
            Assert.True(detail!.ConcurrentExecutionDisallowed, job.Name);
        }

        var page = await ReadAsync(portal, Page);
        Assert.All(
            Schedules.Table,
            job =>
                Assert.DoesNotContain(
                    job.Name,
                    page.QuerySelector("main")!.TextContent,
                    StringComparison.Ordinal
                )
        );
        Assert.All(
            page.QuerySelectorAll("tbody th .sma-small"),
            about => Assert.NotEqual("", about.TextContent.Trim())
        );
        Assert.Contains(
            "every night at 3:10 am",
            page.QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(PortalRole.Administrator, HttpStatusCode.OK)]
    [InlineData(PortalRole.Auditor, HttpStatusCode.OK)]
    [InlineData(PortalRole.HumanResources, HttpStatusCode.Forbidden)]
    [InlineData(PortalRole.ContentOwner, HttpStatusCode.Forbidden)]
    public async Task Page_ForARole_IsShownOrNot(PortalRole role, HttpStatusCode expected)
    {
        await using var portal = await TestPortal.StartAsync();
        var reader = await portal.PersonWithRoleAsync(await portal.AgencyAsync(), role);
        using var client = await portal.SignedInAsync(reader.AccountId);

        using var answer = await client.GetAsync(Page);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Page_WithNoneOneAndManyRuns_ShowsEachOfThemOnce(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        Assert.Single((await ReadAsync(portal, Page)).QuerySelectorAll("table"));
        await AddAsync(portal, "DeliverMailJob", 1, daysAgo: 1);
        Assert.Single(RowsOf(await ReadAsync(portal, Page)));
        await AddAsync(portal, "DeliverMailJob", 70);
        await AddAsync(portal, "A job of an older version", 3);

        var read = new List<string>();
        var address = $"{Page}?job=DeliverMailJob";
        while (address is not null)
        {
            var page = await ReadAsync(portal, address);
            read.AddRange(RowsOf(page));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href")!;
        }

        Assert.Equal(71, read.Count);
        Assert.Equal(71, read.Distinct().Count());
        Assert.Equal(read.OrderDescending(StringComparer.Ordinal), read);
        Assert.Equal(
            3,
            RowsOf(await ReadAsync(portal, $"{Page}?job=A+job+of+an+older+version")).Count
        );
        // What is no job and no run is left aside, and nothing breaks.
        foreach (
            var odd in new[]
            {
                "?job=%00",
                "?before=nonsense",
                $"?before={Guid.NewGuid()}",
                $"?job={new string('x', 3000)}",
            }
        )
        {
            Assert.NotNull((await ReadAsync(portal, Page + odd)).QuerySelector("#runs"));
        }
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Runs_WhenPruned_KeepNinetyDaysAndTheLastOfEachJob(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        await AddAsync(portal, "DeliverMailJob", 2300, daysAgo: 100);
        await AddAsync(portal, "DeliverMailJob", 2, daysAgo: 1);
        await AddAsync(portal, "NightlyBackupJob", 5, daysAgo: 300);

        var forgotten = await portal.WithAsync(services =>
            services.GetRequiredService<PruneJobRuns>().RunAsync(default)
        );

        Assert.Equal(2304, forgotten);
        var left = await RunsAsync(portal);
        Assert.Equal(
            ["DeliverMailJob", "DeliverMailJob", "NightlyBackupJob"],
            left.Select(run => run.Job).Order()
        );
    }

    private static Task AddAsync(TestPortal portal, string job, int count, int daysAgo = 0) =>
        portal.WithDatabaseAsync(async database =>
        {
            for (var number = 0; number < count; number++)
            {
                var run = JobRun.Begin(
                    job,
                    portal.Clock.GetUtcNow().AddDays(-daysAgo).AddSeconds(-61 * number)
                );
                run.End(number, run.StartedAt.AddSeconds(number));
                database.Add(run);
            }

            await database.SaveChangesAsync();
        });

    private static async Task RunAsync(TestPortal portal, string job)
    {
        var clockwork = await ClockworkAsync(portal);
        await clockwork.TriggerJob(new JobKey(job));
        await EndedAsync(portal, job);
    }

    private static async Task EndedAsync(TestPortal portal, string job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (
            !await portal.WithDatabaseAsync(database =>
                database.JobRuns.AnyAsync(
                    run => run.Job == job && run.EndedAt != null,
                    patience.Token
                )
            )
        )
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static Task<List<JobRun>> RunsAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(database => database.JobRuns.ToListAsync());

    private static async Task<IScheduler> ClockworkAsync(TestPortal portal) =>
        await portal
            .Services.GetRequiredKeyedService<ISchedulerFactory>(Schedules.Name)
            .GetScheduler();

    private static async Task<IDocument> ReadAsync(TestPortal portal, string address)
    {
        var reader = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync(),
            PortalRole.Auditor
        );
        using var client = await portal.SignedInAsync(reader.AccountId);
        return await client.PageAsync(address);
    }

    private static List<string> RowsOf(IDocument page) =>
        [
            .. page.QuerySelectorAll("table")[1]
                .QuerySelectorAll("tbody time")
                .Select(time => time.GetAttribute("datetime")!),
        ];

    /// <summary>Says that it began, and waits until it may end.</summary>
    private sealed record Doors(SemaphoreSlim Begun, SemaphoreSlim MayEnd);

    private sealed class WaitingJob(Doors doors) : IJob
    {
        public async ValueTask Execute(
            IJobExecutionContext context,
            CancellationToken cancellationToken = default
        )
        {
            doors.Begun.Release();
            await doors.MayEnd.WaitAsync(cancellationToken);
        }
    }
}
