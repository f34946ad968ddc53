using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports;
using SocialMediaAware.Web.Features.Reports.InformationRequests;
using Xunit.Abstractions;

namespace SocialMediaAware.Tests.Reports.InformationRequests;

/// <summary>A pack of a large agency: 500 units with SMA_FULL=1, and a few otherwise.</summary>
public sealed class LargePackTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 15, 21, 0, 0, TimeSpan.Zero);

    private static bool IsFull => Environment.GetEnvironmentVariable("SMA_FULL") == "1";

    [Theory]
    [InlineData(InformationQuestions.Completion)]
    [InlineData(InformationQuestions.CompletionInDetail)]
    public void Proposal_OfALargeAgency_LeavesNothingToWorkOut(InformationQuestions questions)
    {
        var isInDetail = questions is InformationQuestions.CompletionInDetail;
        var units =
            IsFull ? 500
            : isInDetail ? 8
            : 40;
        var tables = TablesOf(units, questions);
        var request = InformationRequest.DrawUp(
            Asked(Guid.NewGuid()),
            new(2026, 6, 30),
            Now,
            Guid.NewGuid(),
            Now
        );
        var start = TimeProvider.System.GetTimestamp();
        request.Offer(PackProtection.Offers(tables, []), 0);
        var offered = TimeProvider.System.GetElapsedTime(start);
        var workable = PackProtection.Workable(tables, request.Decisions, []);
        output.WriteLine(
            $"{units} units, {PackReleases.Of(tables).Cells.Count} figures, {request.Decisions.Count} offered in {offered.TotalSeconds:0.0} s, checked in {(TimeProvider.System.GetElapsedTime(start) - offered).TotalSeconds:0.0} s, kept in {tables.Sum(table => table.ToText().Length) / 1000} kB"
        );

        Assert.Empty(workable);
    }

    // Units in a tree of three storeys; kinds and standings drawn by a fixed seed.
    private static IReadOnlyList<PackTable> TablesOf(int units, InformationQuestions questions)
    {
        var random = new Random(20261122);
        var ids = Enumerable
            .Range(0, units)
            .Select(number => new Guid(number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))
            .ToList();
        var tree = new UnitTree(
            ids[0],
            ids.Select(
                (id, number) =>
                    (id, $"Unit {number}", number == 0 ? (Guid?)null : ids[(number - 1) / 8])
            )
        );
        var statuses = Enum.GetValues<AssignmentStatus>()
            .Where(status => status is not AssignmentStatus.Superseded)
            .ToList();
        var counts =
            from id in ids
            from kind in Enum.GetValues<PersonKind>()
            from status in statuses
            let most = (kind is PersonKind.Employee ? 12 : 2)
                * (status is AssignmentStatus.Signed ? 8 : 1)
            let count = random.Next(0, most)
            where count > 0
            select new StandingCount(id, kind, status, count);
        var scope = new PackScope(
            Asked(ids[0]) with
            {
                Questions = questions,
            },
            Agency.Found("agency", "The Agency", "Agency", null, Now),
            new ReportPlace(ids[0], tree, tree.Root, [tree]),
            [],
            new(2026, 6, 30),
            Now
        );
        var round = new RoundFigures("p/yearly/2026", "Yearly", "yearly", [.. counts], null);
        return [.. new CompletionPackTables(PackTexts.Localizer, PackTexts.Words).Of(scope, round)];
    }

    private static AskedInformation Asked(Guid agencyId) =>
        new(
            agencyId,
            "OIA-1",
            "What?",
            new(2026, 1, 1),
            new(2026, 6, 30),
            InformationQuestions.CompletionInDetail
        );
}
