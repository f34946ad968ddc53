using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>When somebody works: on which days of the week, and which anniversary day they keep.</summary>
/// <param name="Region">The region whose anniversary day is a day off; null for none known.</param>
/// <param name="Days">The days of the week; none says no more than Monday to Friday.</param>
public readonly record struct WorkPattern(string? Region, WorkDays Days = WorkDays.Weekdays)
{
    /// <summary>Monday to Friday in a region.</summary>
    public static implicit operator WorkPattern(string? region) => new(region);

    /// <summary>Whether a day of the week is one of theirs.</summary>
    public bool Includes(DayOfWeek day)
    {
        var days = Days is WorkDays.None ? WorkDays.Weekdays : Days;
        // Sunday is 0 here and the last of the week there.
        return ((int)days >> (((int)day + 6) % 7) & 1) == 1;
    }
}
