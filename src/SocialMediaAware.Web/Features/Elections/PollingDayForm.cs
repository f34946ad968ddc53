using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>A polling day as a form sends it: the fields <c>Day</c>, <c>AnnouncedOn</c> and <c>Source</c>.</summary>
/// <param name="Day">The new polling day.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Source">Where.</param>
public sealed record PollingDayForm(string? Day, string? AnnouncedOn, string? Source)
{
    /// <summary>What it states, not checked; null without its days.</summary>
    public PollingDayAnnouncement? AsSent =>
        DayField.Read(Day) is { } day && DayField.Read(AnnouncedOn) is { } announced
            ? new(day, Source?.Trim() ?? "", announced)
            : null;

    /// <summary>The announcement that it states; null when something is missing or wrong, which is said in the model state.</summary>
    /// <param name="obstacleTo">Why the days cannot be set; null when they can.</param>
    /// <param name="errors">Takes what is wrong, by field.</param>
    /// <param name="texts">The words for it.</param>
    public PollingDayAnnouncement? Read(
        Func<DateOnly, DateOnly, PollingDayObstacle?> obstacleTo,
        ModelStateDictionary errors,
        IStringLocalizer<ElectionsTexts> texts
    )
    {
        var day = DayField.Read(Day);
        var announcedOn = DayField.Read(AnnouncedOn);
        var source = Source?.Trim() ?? "";
        if (day is null)
        {
            errors.AddModelError(nameof(Day), texts["DayMissing"]);
        }

        if (announcedOn is null)
        {
            errors.AddModelError(nameof(AnnouncedOn), texts["AnnouncedOnMissing"]);
        }

        if (source.Length is 0 or > ElectionPollingDay.SourceLength)
        {
            errors.AddModelError(
                nameof(Source),
                texts[source.Length == 0 ? "SourceMissing" : "SourceTooLong"]
            );
        }

        if (day is null || announcedOn is null)
        {
            return null;
        }

        if (obstacleTo(day.Value, announcedOn.Value) is { } obstacle)
        {
            var isAboutDay =
                obstacle
                is not (PollingDayObstacle.AnnouncedBefore or PollingDayObstacle.AnnouncedLater);
            errors.AddModelError(
                isAboutDay ? nameof(Day) : nameof(AnnouncedOn),
                texts[$"Obstacle{obstacle}"]
            );
        }

        return errors.IsValid
            ? new PollingDayAnnouncement(day.Value, source, announcedOn.Value)
            : null;
    }
}
