using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>An election as a form sends it: the fields <c>Kind</c>, <c>Region</c>, <c>Day</c>, <c>AnnouncedOn</c>, <c>Source</c>.</summary>
public sealed record NewElectionForm(
    string? Kind,
    string? Region,
    string? Day,
    string? AnnouncedOn,
    string? Source
)
{
    /// <summary>The kinds that can be added, the likeliest first.</summary>
    public static IReadOnlyList<ElectionKind> Kinds { get; } =
    [ElectionKind.ByElection, ElectionKind.Local, ElectionKind.General];

    /// <summary>The form as the end of an address.</summary>
    public string ToQuery() =>
        new QueryBuilder
        {
            { "kind", Kind ?? "" },
            { "region", Region ?? "" },
            { "day", Day ?? "" },
            { "announcedOn", AnnouncedOn ?? "" },
            { "source", Source ?? "" },
        }.ToString();

    /// <summary>The election that it states; null when something is missing or wrong, which is said in the model state.</summary>
    public NewElection? Read(
        DateOnly today,
        ModelStateDictionary errors,
        IStringLocalizer<ElectionsTexts> texts
    )
    {
        var kind = Kinds
            .Select(kind => (ElectionKind?)kind)
            .FirstOrDefault(kind => kind.ToString() == Kind);
        if (kind is null)
        {
            errors.AddModelError(nameof(Kind), texts["KindMissing"]);
        }

        var region = kind is ElectionKind.ByElection ? Region?.Trim() ?? "" : null;
        if (region is not null && NewElection.SlugOf(region).Length == 0)
        {
            errors.AddModelError(nameof(Region), texts["RegionMissing"]);
        }
        else if (region?.Length > ElectionEvent.RegionLength)
        {
            errors.AddModelError(nameof(Region), texts["RegionTooLong"]);
        }

        var announcement = new PollingDayForm(Day, AnnouncedOn, Source).Read(
            (day, announcedOn) => ElectionEvent.ObstacleTo(day, announcedOn, today, null),
            errors,
            texts
        );
        return announcement is null || kind is null
            ? null
            : new NewElection(
                kind.Value,
                texts[$"Name{kind}", announcement.Day.Year, region ?? ""],
                region,
                announcement
            );
    }
}
