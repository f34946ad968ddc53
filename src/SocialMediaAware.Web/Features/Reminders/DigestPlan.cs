using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Something that the reader of a digest owes.</summary>
/// <param name="Owed">What it is.</param>
/// <param name="Step">The step that brings it up today; null when it stands there for completeness.</param>
/// <param name="Before">The due date that the reader was told before, where it has moved and they are told so today; otherwise null.</param>
public sealed record DigestItem(Owed Owed, ReminderStepKind? Step, DateOnly? Before = null);

/// <summary>Somebody whom a leader or HR is told of: who, what and how late; never why.</summary>
public sealed record DigestPerson(Owed Owed, string Name, int DaysLate);

/// <summary>The one mail of a person and day.</summary>
public sealed record PlannedDigest(
    Reminded Reader,
    LocalDay Day,
    IReadOnlyList<DigestItem> Items,
    IReadOnlyList<DigestPerson> OverdueInTeam,
    IReadOnlyList<DigestPerson> OverdueInAgency,
    IReadOnlyList<DigestPerson> WithoutAddress
)
{
    /// <summary>Whether there is a reason to write today.</summary>
    public bool HasReason =>
        Items.Any(item => item.Step is not null || item.Before is not null)
        || OverdueInTeam.Count > 0
        || OverdueInAgency.Count > 0
        || WithoutAddress.Count > 0;
}

/// <summary>Says who gets which mail at a moment, from what is owed and what was sent. It knows no clock and no database.</summary>
public sealed class DigestPlan
{
    private const int DaysOfAWeek = 7;

    private readonly ReminderInput input;
    private readonly WorkingDayCalendar calendar;
    private readonly DateTimeOffset now;
    private readonly ILookup<Guid, Owed> owedBy;
    private readonly ILookup<Guid, (Guid PersonId, Guid AgencyId)> teamOf;
    private readonly ILookup<Guid, Guid> humanResourcesIn;
    private readonly ILookup<Guid, DigestSeen> digestsOf;
    private readonly ILookup<Guid, Owed> owedIn;
    private readonly Dictionary<string, LocalDay> days = [];

    private DigestPlan(ReminderInput input, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        this.input = input;
        this.calendar = calendar;
        this.now = now;
        // Whoever is away or no longer placed is neither written to nor written about.
        var live = input
            .Owed.Where(owed =>
                input.People.TryGetValue(owed.PersonId, out var person)
                && !person.IsAway
                && person.AgencyIds.Contains(owed.AgencyId)
            )
            .ToList();
        owedBy = live.ToLookup(owed => owed.PersonId);
        owedIn = live.ToLookup(owed => owed.AgencyId);
        teamOf = input.Teams.ToLookup(
            entry => entry.LeaderId,
            entry => (entry.PersonId, entry.AgencyId)
        );
        humanResourcesIn = input.HumanResources.ToLookup(
            entry => entry.PersonId,
            entry => entry.AgencyId
        );
        digestsOf = input.Digests.ToLookup(digest => digest.PersonId);
    }

    /// <summary>The digests to write now.</summary>
    public static IReadOnlyList<PlannedDigest> Of(
        ReminderInput input,
        WorkingDayCalendar calendar,
        DateTimeOffset now
    )
    {
        var plan = new DigestPlan(input, calendar, now);
        var readers = input
            .Owed.Select(owed => owed.PersonId)
            .Concat(input.Teams.Select(entry => entry.LeaderId))
            .Concat(input.HumanResources.Select(entry => entry.PersonId))
            .Distinct();
        return [.. readers.Select(plan.For).OfType<PlannedDigest>()];
    }

    private PlannedDigest? For(Guid personId)
    {
        if (
            !input.People.TryGetValue(personId, out var reader)
            || reader is not { IsAway: false, Address: not null }
            || DayOf(reader) is not { IsInHours: true } day
            || !calendar.IsWorkingDay(day.Date, reader.Region)
            || digestsOf[personId].Any(digest => digest.LocalDate == day.Date)
        )
        {
            return null;
        }

        var tellHumanResources = !IsTold(personId, day, digest => digest.HasHumanResourcesPart);
        var digest = new PlannedDigest(
            reader,
            day,
            ItemsOf(reader, day.Date),
            IsTold(personId, day, digest => digest.HasLeaderPart)
                ? []
                : OverdueInTeam(personId, day.Date),
            tellHumanResources ? OverdueInAgency(personId, day.Date) : [],
            tellHumanResources ? WithoutAddress(personId, day.Date) : []
        );
        return digest.HasReason ? digest : null;
    }

    private LocalDay DayOf(Reminded person)
    {
        if (!days.TryGetValue(person.TimeZone, out var day))
        {
            days[person.TimeZone] = day = LocalDay.At(now, person.TimeZone);
        }

        return day;
    }

    private bool IsTold(Guid personId, LocalDay day, Func<DigestSeen, bool> hasPart) =>
        digestsOf[personId]
            .Any(digest => hasPart(digest) && digest.LocalDate.AddDays(DaysOfAWeek) > day.Date);

    private List<DigestItem> ItemsOf(Reminded reader, DateOnly today) =>
        [
            .. owedBy[reader.Id]
                .Where(owed => owed.StatusOn(today) != AssignmentStatus.NotDue)
                .OrderBy(owed => owed.DueOn)
                .ThenBy(owed => owed.AssignmentId)
                .Select(owed => new DigestItem(
                    owed,
                    StepOf(owed, today, reader.Region),
                    // What is overdue by its new date says so itself.
                    owed.StatusOn(today) == AssignmentStatus.Open
                        ? owed.ToldOtherwise
                        : null
                )),
        ];

    private ReminderStepKind? StepOf(Owed owed, DateOnly today, string? region) =>
        ReminderSteps.DueNow(
            ReminderSteps.LatestOn(
                owed.OpensOn,
                owed.DueOn,
                owed.StatusOn(today),
                today,
                calendar,
                region,
                owed.Reminders
            ),
            owed.LastSent
        );

    private List<DigestPerson> OverdueInTeam(Guid leaderId, DateOnly today) =>
        Listed(
            teamOf[leaderId]
                .Distinct()
                .SelectMany(member =>
                    owedBy[member.PersonId].Where(owed => owed.AgencyId == member.AgencyId)
                )
                .Where(owed => owed.ConcernsLeadersOn(today)),
            today
        );

    private List<DigestPerson> OverdueInAgency(Guid personId, DateOnly today) =>
        Listed(
            humanResourcesIn[personId]
                .Distinct()
                .SelectMany(agencyId => owedIn[agencyId])
                .Where(owed => owed.ConcernsHumanResourcesOn(today)),
            today
        );

    private List<DigestPerson> WithoutAddress(Guid personId, DateOnly today) =>
        Listed(
            humanResourcesIn[personId]
                .Distinct()
                .SelectMany(agencyId => owedIn[agencyId])
                .Where(owed =>
                    input.People[owed.PersonId].Address is null
                    && owed.StatusOn(today) != AssignmentStatus.NotDue
                )
                .DistinctBy(owed => owed.PersonId),
            today
        );

    private List<DigestPerson> Listed(IEnumerable<Owed> owed, DateOnly today) =>
        [
            .. owed.Select(one => new DigestPerson(
                    one,
                    input.People[one.PersonId].Name,
                    one.DaysLate(today)
                ))
                .OrderByDescending(person => person.DaysLate)
                .ThenBy(person => person.Name, StringComparer.Ordinal),
        ];
}
