using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>Reads until when there can be more time for an assignment.</summary>
public sealed class TimeBoundsReading(
    PortalDbContext database,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>Which days are worked.</summary>
    public WorkingDayCalendar Calendar => new(content.Library.Holidays);

    /// <summary>The bounds today.</summary>
    public async Task<TimeBounds> ReadAsync(
        Assignment assignment,
        CancellationToken cancellationToken
    ) =>
        TimeBounds.Of(
            assignment.DueOn,
            clock.Today(),
            await PollingDayAsync(assignment.CycleKey, cancellationToken)
        );

    private async Task<DateOnly?> PollingDayAsync(
        string cycleKey,
        CancellationToken cancellationToken
    )
    {
        var start = ElectionEvent.CycleKeyOf("");
        if (!cycleKey.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var key = cycleKey[start.Length..];
        return await database
            .ElectionEvents.Where(election => election.Key == key)
            .Select(election => (DateOnly?)election.PollingDay)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
