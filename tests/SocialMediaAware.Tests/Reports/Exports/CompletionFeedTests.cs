using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.Exports.Feed;

namespace SocialMediaAware.Tests.Reports.Exports;

/// <summary>The nightly files for HR systems: what they hold, and that nobody ever reads half of one.</summary>
public sealed class CompletionFeedTests : IDisposable
{
    private const string Yesterday = "2026-11-16";
    private readonly string folder = Directory.CreateTempSubdirectory("sma-feed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Feed_OfADay_HoldsWhereEverybodyStoodAtItsEndAndNoMore(TestProvider provider)
    {
        await using var portal = await StartAsync(folder, provider);
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency);
        var signed = await portal.PersonAsync(agency, "Mere Paewai");
        var held = await portal.PersonAsync(agency, "Aroha Held");
        var died = await portal.PersonAsync(agency, "Tama Gone");
        var late = await portal.PersonAsync(agency, "=Late");
        var left = await portal.PersonAsync(agency, "Left Person");
        var msd = await portal.AgencyAsync("msd");
        var theirs = await portal.PersonAsync(msd, "Somebody Else");
        var today = portal.Clock.Today();
        var done = await portal.AssignmentAsync(signed, programme);
        var paused = await portal.AssignmentAsync(held, programme);
        await portal.AssignmentAsync(died, programme);
        await portal.AssignmentAsync(late, programme, dueOn: today.AddDays(-1));
        var gone = await portal.AssignmentAsync(left, programme);
        await portal.AssignmentAsync(theirs, await portal.YearlyAsync(msd));
        await ChangeAsync(portal, done, one => one.Sign(portal.Clock.GetUtcNow()));
        await ChangeAsync(portal, paused, one => one.Hold(portal.Clock.GetUtcNow()));
        await ChangeAsync(portal, gone, one => one.Leave(portal.Clock.GetUtcNow()));
        await GiveNumberAsync(portal, signed, agency, "-00123");

        portal.Clock.Move(TimeSpan.FromDays(1));
        // What happens after the day is not in its file.
        var tooLate = await portal.PersonAsync(agency, "Too Late");
        await portal.AssignmentAsync(tooLate, programme);
        await ChangeAsync(portal, paused, one => one.Decline(portal.Clock.GetUtcNow()));
        await portal.WithDatabaseAsync(async database =>
        {
            (await database.People.SingleAsync(one => one.Id == died.PersonId)).Die(today);
            await database.SaveChangesAsync();
        });
        Assert.Equal(await AgenciesAsync(portal), await RunAsync(portal));

        var bytes = await File.ReadAllBytesAsync(PathOf("kainga-ora"));
        var rows = CsvFiles.Parse(bytes);
        Assert.Equal(
            [
                $"'-00123||2026-11-13|2026-11-27|signed|{Yesterday}|",
                "||2026-11-13|2026-11-15|overdue||",
                "||2026-11-13|2026-11-27|left||",
                "||2026-11-13||on-hold||",
            ],
            rows.Select(row => $"{row[2]}||{row[6]}|{row[7]}|{row[8]}|{row[9]}|{row[10]}")
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            rows,
            row =>
            {
                Assert.Equal((Yesterday, $"{Yesterday}T10:59:59Z"), (row[0], row[1]));
                Assert.Equal("Yearly acknowledgment", row[4]);
                Assert.StartsWith("onboarding/", row[5], StringComparison.Ordinal);
            }
        );
        Assert.Equal(
            new[] { signed, held, late, left }.Select(one => one.Email).Order(),
            rows.Select(row => row[3]).Order()
        );
        Assert.Single(CsvFiles.Parse(await File.ReadAllBytesAsync(PathOf("msd"))));

        // Once more, and after a night that was missed: what is there stays, and only the day before is added.
        Assert.Equal(0, await RunAsync(portal));
        portal.Clock.Move(TimeSpan.FromDays(3));
        Assert.Equal(await AgenciesAsync(portal), await RunAsync(portal));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(PathOf("kainga-ora")));
        Assert.Equal(
            [$"completion-kainga-ora-{Yesterday}.csv", "completion-kainga-ora-2026-11-19.csv"],
            Directory
                .EnumerateFiles(folder, "completion-kainga-ora*")
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Feed_OfWhoSigned_SaysWhichVersionsAlsoWhenAnEarlierSignatureCounts()
    {
        await using var portal = await StartAsync(folder);
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency);
        var signer = await portal.ReadySignerAsync(agency, programme);
        Assert.NotNull((await portal.SignAsync(signer)).AttestationId);
        portal.Clock.Move(TimeSpan.FromDays(10));
        var second = await portal.AssignmentAsync(signer.Member, programme);
        await ChangeAsync(portal, second, one => one.Sign(portal.Clock.GetUtcNow()));
        portal.Clock.Move(TimeSpan.FromDays(1));
        await RunAsync(portal);

        var rows = CsvFiles.Parse(await File.ReadAllBytesAsync(PathOf("kainga-ora", "2026-11-26")));
        Assert.Equal(
            [(Yesterday, "be-social-media-aware@2.0"), (Yesterday, "be-social-media-aware@2.0")],
            rows.Select(row => (row[9], row[10]))
        );
    }

    [Fact]
    public async Task Feed_WhenTheFolderIsNotThere_FailsWithASentence()
    {
        await using var portal = await StartAsync(Path.Combine(folder, "not-there"));

        var error = await Assert.ThrowsAsync<CompletionFeedException>(() => RunAsync(portal));

        Assert.StartsWith(
            $"The folder of completion files, {folder}/not-there, is not there.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task Feed_WhenItCannotWrite_FailsWithASentenceAndLeavesNothing()
    {
        await using var portal = await StartAsync(folder);
        var path = PathOf("kainga-ora", "2026-11-15");
        // A folder where the file should be: nobody may rename over it.
        Directory.CreateDirectory(path);

        var error = await Assert.ThrowsAsync<CompletionFeedException>(() => RunAsync(portal));

        Assert.StartsWith(
            $"Completion files cannot be written to {folder}.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.EnumerateFiles(folder, "*.part"));
    }

    [Fact]
    public async Task Feed_ThatWasCutShort_LeavesHalfAFileOnlyUnderAnotherNameAndForADay()
    {
        await using var portal = await StartAsync(folder);
        var old = Path.Combine(folder, "completion-kainga-ora-2026-11-14.csv.0123.part");
        var other = Path.Combine(folder, "completion-kainga-ora-2026-11-15.csv.0123.part");
        await File.WriteAllTextAsync(old, "half");
        await File.WriteAllTextAsync(other, "another replica is at it");

        await RunAsync(portal);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(other));
        Assert.True(File.Exists(PathOf("kainga-ora", "2026-11-15")));
    }

    [Fact]
    public async Task Feed_WithoutAFolder_WritesNothing()
    {
        await using var portal = await TestPortal.StartAsync();

        Assert.Equal(0, await RunAsync(portal));
    }

    private string PathOf(string agency, string day = Yesterday) =>
        Path.Combine(folder, $"completion-{agency}-{day}.csv");

    private static Task<TestPortal> StartAsync(
        string folder,
        TestProvider provider = TestProvider.Sqlite
    ) =>
        TestPortal.StartAsync(
            new()
            {
                Provider = provider,
                Settings = new Dictionary<string, string>
                {
                    ["Portal:CompletionFeed:Folder"] = folder,
                },
            }
        );

    private static Task<int> RunAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<CompletionFeed>().RunAsync(default)
        );

    private static Task<int> AgenciesAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(database => database.Agencies.CountAsync());

    private static Task ChangeAsync(
        TestPortal portal,
        Assignment assignment,
        Action<Assignment> change
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            change(await database.Assignments.SingleAsync(one => one.Id == assignment.Id));
            await database.SaveChangesAsync();
        });

    private static Task GiveNumberAsync(
        TestPortal portal,
        CastMember member,
        Agency agency,
        string number
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Placement.Learn(
                    member.PersonId,
                    await database.Units.SingleAsync(unit => unit.Id == agency.Id),
                    PersonKind.Employee,
                    "Adviser",
                    region: null,
                    number,
                    feed: null,
                    portal.Clock.Today().AddDays(-5),
                    until: null,
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
}
