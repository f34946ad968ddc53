using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Benchmarks.Journeys;
using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>The pages of HR's reports over five years, twelve programmes and 500 units: today, and as at days of the past.</summary>
internal sealed class ReportMeasure : IMeasure
{
    private const int Units = 500;
    private const int LastYear = 2026;

    /// <inheritdoc />
    public string Name => "reports";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    ) =>
        [
            .. await TakeAsync(
                plan.Of(70_000, 1_000),
                years: 5,
                plan.Of(200, 5),
                plan.IsQuick ? "" : "under 150 and 500 ms",
                cancellationToken
            ),
            .. await TakeAsync(
                plan.Of(450_000, 2_000),
                years: 1,
                plan.Of(50, 3),
                plan.IsQuick ? "" : "under 1 s",
                cancellationToken
            ),
        ];

    private static async Task<IReadOnlyList<Figure>> TakeAsync(
        int people,
        int years,
        int requests,
        string aim,
        CancellationToken cancellationToken
    )
    {
        using var folder = new TemporaryFolder();
        var (reader, unitIds, yearlyId) = await PutInAsync(
            folder,
            people,
            years,
            cancellationToken
        );
        await using var portal = await ServerProcess.StartPortalAsync(folder, cancellationToken);
        using var visitor = new Visitor(portal.Address);
        await Journey.SignInAsync(visitor, reader, cancellationToken);
        var random = new Random(people);
        var unit = () => unitIds[random.Next(unitIds.Count)];
        // Days of this year's round, for which nothing more has to be read than for today.
        var days = Enumerable
            .Range(0, requests)
            .Select(_ => new DateOnly(LastYear, 2, 1).AddDays(random.Next(270)))
            .ToList();
        var pages = new (string Name, Func<DateOnly?, string> Address)[]
        {
            ("overview", day => $"/reports?x=1{AsAt(day)}"),
            (
                "units of the agency",
                day =>
                    $"/reports/completion?programme={yearlyId}&cycle=yearly/{LastYear}{AsAt(day)}"
            ),
            (
                "one unit",
                day =>
                    $"/reports/completion?unit={unit()}&programme={yearlyId}&cycle=yearly/{LastYear}{AsAt(day)}"
            ),
            (
                "people of a unit",
                day =>
                    $"/reports/completion/people?unit={unit()}&programme={yearlyId}&cycle=yearly/{LastYear}{AsAt(day)}"
            ),
        };
        var figures = new List<Figure>();
        var who = $"{people:N0} people, {years} years";
        foreach (var (name, address) in pages)
        {
            var first = await TimeAsync(visitor, address(null), cancellationToken);
            await TimeAsync(visitor, address(days[0]), cancellationToken);
            var today = await TimesAsync(
                visitor,
                days.Select(_ => address(null)),
                cancellationToken
            );
            var then = await TimesAsync(
                visitor,
                days.Select(day => address(day)),
                cancellationToken
            );
            figures.Add(
                new(
                    $"{who}: {name}, median and 99th percentile (first time {first.Words()} ms)",
                    $"{today.Median().Words()}, {today.Percentile(0.99).Words()} ms",
                    aim
                )
            );
            figures.Add(
                new(
                    $"{who}: {name} as at a past day, median, and against today",
                    $"{then.Median().Words()} ms, {(then.Median() / today.Median()).Words()} times",
                    "at most 2 times"
                )
            );
        }

        figures.Add(new($"{who}: memory of the portal", $"{portal.Memory:N0} MB", ""));
        return figures;
    }

    private static string AsAt(DateOnly? day) =>
        day is { } some ? "&asat=" + some.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static async Task<double[]> TimesAsync(
        Visitor visitor,
        IEnumerable<string> addresses,
        CancellationToken cancellationToken
    )
    {
        var times = new List<double>();
        foreach (var address in addresses.ToList())
        {
            times.Add(await TimeAsync(visitor, address, cancellationToken));
        }

        return [.. times.Order()];
    }

    private static async Task<double> TimeAsync(
        Visitor visitor,
        string address,
        CancellationToken cancellationToken
    )
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await visitor.AnswerAsync(address, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<(
        Learner Reader,
        IReadOnlyList<Guid> UnitIds,
        Guid YearlyId
    )> PutInAsync(
        TemporaryFolder folder,
        int people,
        int years,
        CancellationToken cancellationToken
    )
    {
        await using var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken);
        await hand.DrawUpSixMoreAsync();
        await hand.LaunchProgrammesAsync();
        var reader = (await hand.PlaceAsync(1))[0];
        return await hand.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var agency = await database.Agencies.SingleAsync(
                one => one.Slug == Learners.AgencySlug,
                cancellationToken
            );
            var now = TimeProvider.System.GetUtcNow();
            database.Add(
                RoleGrant.Give(reader.AccountId, PortalRole.HumanResources, agency.Id, null, now)
            );
            var unitIds = AddUnits(database, agency.Id);
            await database.SaveChangesAsync(cancellationToken);
            var programmes = await database
                .Programmes.Where(programme => programme.AgencyId == agency.Id)
                .ToListAsync(cancellationToken);
            await using var connection = new SqliteConnection(
                $"Data Source={Path.Combine(folder.FullPath, "portal.db")};Foreign Keys=True"
            );
            await connection.OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction();
            await FiveYears.MultiplyAsync(connection, reader.PersonId, unitIds, people);
            foreach (var programme in programmes)
            {
                await AskAsync(connection, programme, years);
            }

            await transaction.CommitAsync(cancellationToken);
            return (
                reader,
                unitIds,
                programmes.First(programme => programme.Kind == ProgrammeKind.Yearly).Id
            );
        });
    }

    private static List<Guid> AddUnits(PortalDbContext database, Guid agencyId)
    {
        var ids = new List<Guid>();
        var longAgo = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var number = 0; number < Units; number++)
        {
            var unit = Unit.Of(agencyId, longAgo);
            // Ten groups of fifty: a tree of three levels.
            database.AddRange(
                unit,
                UnitFact.Learn(
                    unit,
                    $"Unit {number:000}",
                    number < 10 ? agencyId : ids[number % 10],
                    new DateOnly(2020, 1, 1),
                    longAgo
                )
            );
            ids.Add(unit.Id);
        }

        return ids;
    }

    private static async Task AskAsync(SqliteConnection connection, Programme programme, int years)
    {
        var oneIn = programme.Kind is ProgrammeKind.OneOff or ProgrammeKind.PolicyChange ? 10 : 1;
        for (var year = LastYear - years + 1; year <= LastYear; year++)
        {
            var (key, opens, due) = programme.Kind switch
            {
                ProgrammeKind.Yearly => (
                    $"yearly/{year}",
                    new DateOnly(year, 2, 1),
                    new DateOnly(year, 3, 31)
                ),
                ProgrammeKind.Onboarding => (
                    $"onboarding/{Learners.AgencySlug}/{year}-05-01",
                    new DateOnly(year, 5, 1),
                    new DateOnly(year, 5, 15)
                ),
                _ => ($"round/{year}", new DateOnly(year, 7, 17), new DateOnly(year, 8, 7)),
            };
            // People start once: a fifth of them each year.
            await FiveYears.AskAsync(
                connection,
                programme.AgencyId,
                programme.Id,
                key,
                opens,
                due,
                programme.Kind is ProgrammeKind.Onboarding ? years : oneIn
            );
        }
    }
}
