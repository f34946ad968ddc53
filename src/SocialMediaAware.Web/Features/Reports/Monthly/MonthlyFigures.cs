using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>Says in a sentence for each programme how its newest round stands. It names nobody.</summary>
public sealed class MonthlyFigures(
    ReportedProgrammes programmes,
    CompletionReports reports,
    IStringLocalizer<MonthlyTexts> texts
)
{
    /// <summary>The sentences of an agency, by programme, in the order of its reports.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="day">The day that they are as at; it must be over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<(Guid ProgrammeId, string Words)>> ReadAsync(
        MonthlyChoice agency,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var tree = new UnitTree(agency.Id, [(agency.Id, agency.Name, null)]);
        var all = await programmes.ReadAsync(agency.Id, cancellationToken);
        var said = new List<(Guid, string)>();
        foreach (var programme in all)
        {
            // The newest that had opened by then: one that is still to come has no figures.
            var round = programme.Rounds.FirstOrDefault(one => one.OpensOn <= day);
            var scope = new CompletionScope(
                new(agency.Id, tree, tree.Root, [tree]),
                all,
                programme,
                round?.Key,
                day,
                // The last microsecond of the day: instants are kept in microseconds.
                day.AddDays(1).StartInNewZealand().AddTicks(-TimeSpan.TicksPerMicrosecond),
                []
            );
            var total = (await reports.CountAsync(scope, cancellationToken)).Total;
            var name = round is null
                ? programme.Name
                : texts["ProgrammeRound", programme.Name, round.Name].Value;
            said.Add(
                (
                    programme.Id,
                    total.Due == 0
                        ? texts["NobodyDue", name]
                        : texts[
                            "Headline",
                            name,
                            Figure.Rate(total),
                            Figure.Of(total.Signed),
                            Figure.Of(total.Due),
                            Figure.Of(total.Overdue)
                        ]
                )
            );
        }

        return said;
    }
}
