using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.Counting;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Counts a programme in which everybody has a round of their own, by due date.</summary>
public sealed class StarterCounts(ReadingHistory histories)
{
    /// <summary>How many of those whose due date lies in a period stand where, by own unit and kind, as at the scope's day.</summary>
    /// <param name="scope">All rounds of the programme.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="until">The last day of the period.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<IReadOnlyList<StandingCount>> CountAsync(
        CompletionScope scope,
        DateOnly from,
        DateOnly until,
        CancellationToken cancellationToken
    ) =>
        histories.CountAsync<IReadOnlyList<StandingCount>>(
            scope.Place.AgencyId,
            [CompletionReports.NameOf(scope)],
            (agency, rounds) =>
            {
                var day = scope.AsAt.DayNumber;
                var units = agency.Placements.UnitsOn(day);
                var counts = new Dictionary<(int Unit, PersonKind, AssignmentStatus), int>();
                rounds[0]
                    .EachOn(
                        day,
                        (in AssignmentTrace trace, in KnownState state, AssignmentStatus status) =>
                        {
                            if (state.DueOn >= from.DayNumber && state.DueOn <= until.DayNumber)
                            {
                                var key = (units[trace.Person], state.PersonKind, status);
                                counts[key] = counts.GetValueOrDefault(key) + 1;
                            }
                        }
                    );
                return
                [
                    .. counts.Select(count => new StandingCount(
                        count.Key.Unit == PlacementHistory.Nowhere
                            ? null
                            : agency.Placements.UnitIds[count.Key.Unit],
                        count.Key.Item2,
                        count.Key.Item3,
                        count.Value
                    )),
                ];
            },
            cancellationToken
        );
}
