using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>A programme that can be reported, with its rounds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Cycles">Its rounds, the newest first; empty for onboarding, in which everybody has a round of their own.</param>
public sealed record ReportedProgramme(
    Guid Id,
    string Name,
    ProgrammeKind Kind,
    IReadOnlyList<string> Cycles
);

/// <summary>What a report of completion is about.</summary>
/// <param name="Place">The unit, in the tree of the day.</param>
/// <param name="Programmes">The programmes of the agency that the reader may choose from.</param>
/// <param name="Programme">The one that is reported; null when the agency has none that was launched.</param>
/// <param name="Cycle">Its round; null for all of it.</param>
/// <param name="AsAt">The day.</param>
/// <param name="KnownAt">What the portal knew at this instant (UTC): the end of the day, or now.</param>
public sealed record CompletionScope(
    ReportPlace Place,
    IReadOnlyList<ReportedProgramme> Programmes,
    ReportedProgramme? Programme,
    string? Cycle,
    DateOnly AsAt,
    DateTimeOffset KnownAt
);

/// <summary>What an address asks about, as it was written.</summary>
/// <param name="Unit">A unit's id; nothing for the whole agency.</param>
/// <param name="Programme">A programme's id; nothing for the first.</param>
/// <param name="Cycle">A round's key; nothing for the newest, <c>all</c> for all.</param>
/// <param name="AsAt">A date such as <c>2027-06-30</c>; nothing for today.</param>
public sealed record CompletionQuestion(
    string? Unit,
    string? Programme,
    string? Cycle,
    string? AsAt
);

/// <summary>Finds what a report of completion is asked about, among what the reader may see.</summary>
public sealed class CompletionScopes(
    PortalDbContext database,
    ReportPlaces places,
    TimeProvider clock
)
{
    /// <summary>The word for all rounds of a programme.</summary>
    public const string AllCycles = "all";

    /// <summary>Finds it.</summary>
    /// <returns>
    /// Null when there is no such unit, programme or round for this reader. A date that is none, or lies ahead, gives today, and
    /// <paramref name="question" /> tells the page what was written.
    /// </returns>
    public async Task<CompletionScope?> FindAsync(
        CompletionQuestion question,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var asAt = DayOf(question.AsAt, today) ?? today;
        if (await places.FindAsync(question.Unit, asAt, cancellationToken) is not { } place)
        {
            return null;
        }

        var programmes = await ProgrammesAsync(place.AgencyId, cancellationToken);
        var programme = string.IsNullOrEmpty(question.Programme)
            ? (programmes is [var first, ..] ? first : null)
            : programmes.FirstOrDefault(one =>
                Guid.TryParse(question.Programme, out var id) && one.Id == id
            );
        var cycle = question.Cycle switch
        {
            AllCycles => null,
            null or "" => programme?.Cycles is [var newest, ..] ? newest : null,
            var asked => asked,
        };
        if (
            (!string.IsNullOrEmpty(question.Programme) && programme is null)
            || (cycle is not null && programme?.Cycles.Contains(cycle) != true)
        )
        {
            return null;
        }

        return new(
            place,
            programmes,
            programme,
            cycle,
            asAt,
            asAt == today ? clock.GetUtcNow() : EndOf(asAt)
        );
    }

    /// <summary>The day that was written; null when it is none or lies ahead.</summary>
    public static DateOnly? DayOf(string? text, DateOnly today) =>
        string.IsNullOrWhiteSpace(text) ? today
        : DateOnly.TryParseExact(
            text.Trim(),
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var day
        )
        && day <= today
        && day.Year >= 2000
            ? day
        : null;

    // The last microsecond of the day: instants are kept in microseconds.
    private static DateTimeOffset EndOf(DateOnly day) =>
        day.AddDays(1).StartInNewZealand().AddTicks(-TimeSpan.TicksPerMicrosecond);

    private async Task<IReadOnlyList<ReportedProgramme>> ProgrammesAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var programmes = await database
            .Programmes.Where(programme =>
                programme.AgencyId == agencyId && programme.LaunchedAt != null
            )
            .Select(programme => new
            {
                programme.Id,
                programme.Name,
                programme.Kind,
            })
            .ToListAsync(cancellationToken);
        Guid[] inRounds =
        [
            .. programmes
                .Where(programme => programme.Kind != ProgrammeKind.Onboarding)
                .Select(programme => programme.Id),
        ];
        var rounds = await database
            .Assignments.Where(assignment => inRounds.Contains(assignment.ProgrammeId))
            .GroupBy(assignment => new { assignment.ProgrammeId, assignment.CycleKey })
            .Select(round => new
            {
                round.Key.ProgrammeId,
                round.Key.CycleKey,
                OpensOn = round.Min(assignment => assignment.OpensOn),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. programmes
                .OrderBy(programme => programme.Kind)
                .ThenBy(programme => programme.Name, StringComparer.Ordinal)
                .Select(programme => new ReportedProgramme(
                    programme.Id,
                    programme.Name,
                    programme.Kind,
                    [
                        .. rounds
                            .Where(round => round.ProgrammeId == programme.Id)
                            .OrderByDescending(round => round.OpensOn)
                            .ThenByDescending(round => round.CycleKey, StringComparer.Ordinal)
                            .Select(round => round.CycleKey),
                    ]
                )),
        ];
    }
}
