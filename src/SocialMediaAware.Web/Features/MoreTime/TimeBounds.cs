using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>Why a day cannot be asked for or given.</summary>
public enum TimeObstacle
{
    /// <summary>It is not later than it is due now, or than today.</summary>
    NotLater,

    /// <summary>It lies too far ahead.</summary>
    TooFar,

    /// <summary>It lies after polling day, when the refresher has lost its purpose.</summary>
    AfterPolling,
}

/// <summary>Until when there can be more time for an assignment.</summary>
/// <param name="DueOn">When it is due now.</param>
/// <param name="After">Time ends later than this day: the due date, or today when that has passed.</param>
/// <param name="Latest">The last day until which time can be given.</param>
/// <param name="PollingDay">The polling day of an election's refresher; null for anything else.</param>
public sealed record TimeBounds(
    DateOnly DueOn,
    DateOnly After,
    DateOnly Latest,
    DateOnly? PollingDay
)
{
    /// <summary>Time can be given so many days ahead.</summary>
    public const int MostDaysAhead = 60;

    /// <summary>The bounds on a day.</summary>
    public static TimeBounds Of(DateOnly dueOn, DateOnly today, DateOnly? pollingDay)
    {
        var furthest = today.AddDays(MostDaysAhead);
        return new(
            dueOn,
            dueOn > today ? dueOn : today,
            pollingDay < furthest ? pollingDay.Value : furthest,
            pollingDay
        );
    }

    /// <summary>Whether polling day stands in the way of more time: an election's refresher is never due after it.</summary>
    public bool EndsWithPolling => Latest == PollingDay;

    /// <summary>Whether there is any day until which time could be given.</summary>
    public bool IsRoom(WorkingDayCalendar calendar) => ObstacleTo(Latest, calendar) is null;

    /// <summary>Why time cannot be given until a day; null when it can. A day that nobody works on counts as the working day before.</summary>
    public TimeObstacle? ObstacleTo(DateOnly until, WorkingDayCalendar calendar) =>
        until > PollingDay ? TimeObstacle.AfterPolling
        : until > Latest ? TimeObstacle.TooFar
        : until <= After || calendar.OnOrBefore(until, pattern: default) <= After
            ? TimeObstacle.NotLater
        : null;
}
