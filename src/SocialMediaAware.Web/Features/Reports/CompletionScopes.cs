using System.Globalization;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Finds what a report of completion is asked about, among what the reader may see.</summary>
public sealed class CompletionScopes(
    ReportPlaces places,
    ReportedProgrammes programmes,
    TimeProvider clock
)
{
    /// <summary>The word for all rounds of a programme.</summary>
    public const string AllCycles = "all";

    private const int FirstYear = 2000;

    /// <summary>Finds it.</summary>
    /// <returns>
    /// Null when there is no such unit, programme or round for this reader. What does not go together, because somebody chose
    /// another day, agency or programme in the form, gives the nearest that does, and a notice.
    /// </returns>
    public async Task<CompletionScope?> FindAsync(
        CompletionQuestion question,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var notices = new List<CompletionNotice>();
        var day = DayOf(question.AsAt, today);
        Note(notices, CompletionNotice.DayIsWrong, day is null);
        var asAt = day ?? today;
        var knownAt = asAt == today ? clock.GetUtcNow() : EndOf(asAt);
        var place = await places.FindAsync(question.Unit, asAt, knownAt, cancellationToken);
        if (place is null)
        {
            return null;
        }

        Note(notices, CompletionNotice.UnitIsOfAnotherDay, place.IsUnitOfAnotherDay);
        var choices = await programmes.ReadAsync(place.AgencyId, cancellationToken);
        var programme = Find(question.Programme, choices);
        if (programme is null && !string.IsNullOrEmpty(question.Programme))
        {
            Guid[] agencyIds = [.. place.Choices.Select(tree => tree.Root.Id)];
            if (!await programmes.IsKnownAsync(question.Programme, agencyIds, cancellationToken))
            {
                return null;
            }

            notices.Add(CompletionNotice.ProgrammeIsOfAnotherAgency);
            programme = Find(null, choices);
        }

        return TryFindRound(question.Cycle, programme, choices, notices, out var cycle)
            ? new(place, choices, programme, cycle, asAt, knownAt, notices)
            : null;
    }

    /// <summary>The day that was written; null when it is none or lies ahead.</summary>
    public static DateOnly? DayOf(string? text, DateOnly today) =>
        string.IsNullOrWhiteSpace(text) ? today
        : DateOnly.TryParseExact(
            text.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
        && day <= today
        && day.Year >= FirstYear
            ? day
        : null;

    private static ReportedProgramme? Find(
        string? programme,
        IReadOnlyList<ReportedProgramme> choices
    ) =>
        string.IsNullOrEmpty(programme) ? (choices is [var first, ..] ? first : null)
        : Guid.TryParse(programme, out var programmeId)
            ? choices.FirstOrDefault(one => one.Id == programmeId)
        : null;

    private static bool TryFindRound(
        string? asked,
        ReportedProgramme? programme,
        IReadOnlyList<ReportedProgramme> choices,
        List<CompletionNotice> notices,
        out string? cycle
    )
    {
        var newest = programme?.Rounds is [var first, ..] ? first.Key : null;
        cycle = asked switch
        {
            AllCycles => null,
            null or "" => newest,
            _ => programme?.FindRound(asked)?.Key,
        };
        if (cycle is not null || string.IsNullOrEmpty(asked) || asked == AllCycles)
        {
            return true;
        }

        // After another agency was chosen, its round goes with its programme, and one notice is enough.
        var isOfAnotherAgency = notices.Contains(CompletionNotice.ProgrammeIsOfAnotherAgency);
        cycle = newest;
        Note(
            notices,
            CompletionNotice.RoundIsOfAnotherProgramme,
            !isOfAnotherAgency && newest is not null
        );
        return isOfAnotherAgency || choices.Any(one => one.FindRound(asked) is not null);
    }

    private static void Note(List<CompletionNotice> notices, CompletionNotice notice, bool isSo)
    {
        if (isSo)
        {
            notices.Add(notice);
        }
    }

    // The last microsecond of the day: instants are kept in microseconds.
    private static DateTimeOffset EndOf(DateOnly day) =>
        day.AddDays(1).StartInNewZealand().AddTicks(-TimeSpan.TicksPerMicrosecond);
}
