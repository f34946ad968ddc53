using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People.Records;

namespace SocialMediaAware.Web.Features.People;

/// <summary>The record of one person: as it is, as it was known on a day, and how it came about. Each view is written to the audit log.</summary>
public sealed class PersonPageModel(
    RecordAccess access,
    PersonFactsReading reading,
    PersonDuties duties,
    PersonHistory history,
    LeavingAgency leaving,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
) : PageModel
{
    /// <summary>The day at whose end the record was known so; nothing for now.</summary>
    [FromQuery(Name = "known")]
    public string? KnownOn { get; set; }

    /// <summary>What was done on another page that led here.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>What is held on them.</summary>
    public PersonFacts Facts { get; private set; } = null!;

    /// <summary>What they owe.</summary>
    public IReadOnlyList<DutyLine> Duties { get; private set; } = [];

    /// <summary>What they signed.</summary>
    public IReadOnlyList<SignatureLine> Signatures { get; private set; } = [];

    /// <summary>What they sign in with.</summary>
    public AccountLine? Account { get; private set; }

    /// <summary>How the record came about.</summary>
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    /// <summary>The agencies that they left by an act that can be taken back.</summary>
    public bool CanTakeBackLeaving { get; private set; }

    /// <summary>Whether whoever looks also changes.</summary>
    public bool MayChange => Record.AgencyIds.Intersect(access.KeptAgencies).Any();

    /// <summary>The day that is shown: today, or the one at whose end it was known.</summary>
    public DateOnly Day => Then ?? clock.Today();

    /// <summary>The day before today that was asked for; null for now.</summary>
    public DateOnly? Then =>
        DayField.Read(KnownOn) is { } day && day < clock.Today() && day.Year > 2000 ? day : null;

    /// <summary>The instant at which it was known; null for now.</summary>
    public DateTimeOffset? KnownAt => Then?.AddDays(1).StartInNewZealand().AddMicroseconds(-1);

    /// <summary>The name that is shown. A former one is for HR alone, in what was known then.</summary>
    public PersonName? Name =>
        MayChange ? NameOn(Day, KnownAt) : NameOn(clock.Today(), knownAt: null);

    /// <summary>Their positions of a phase: 0 now, 1 to come, 2 past.</summary>
    public IReadOnlyList<Placement> Positions(int phase) =>
        [
            .. Facts
                .Placements.Where(fact => fact.IsKnownAt(KnownAt) && PhaseOf(fact) == phase)
                .OrderByDescending(fact => fact.IsSecondment)
                .ThenByDescending(fact => fact.HoldsFrom),
        ];

    /// <summary>0 while a fact holds on the day shown, 1 before, 2 after.</summary>
    public int PhaseOf(Data.IFact fact) =>
        fact.HoldsFrom > Day ? 1
        : fact.HoldsUntil <= Day ? 2
        : 0;

    private PersonName? NameOn(DateOnly day, DateTimeOffset? knownAt) =>
        Facts
            .Names.Where(name => name.IsKnownAt(knownAt))
            .OrderBy(name => name.HoldsUntil is { } until && until <= day)
            .ThenBy(name => name.HoldsFrom > day)
            .ThenByDescending(name => name.HoldsFrom)
            .FirstOrDefault();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindSeenAsync(person, cancellationToken) is not { } record)
        {
            var kept = await access.FindMergedIntoAsync(person, cancellationToken);
            return kept is null ? NotFound() : Redirect($"/people/person/{kept}");
        }

        Record = record;
        Facts = await reading.ReadAsync(record, cancellationToken);
        Duties = await duties.ReadDutiesAsync(record, cancellationToken);
        Signatures = await duties.ReadSignaturesAsync(record, cancellationToken);
        Account = await duties.ReadAccountAsync(person, cancellationToken);
        History = history.Tell(Facts, MayChange);
        CanTakeBackLeaving =
            signedIn.Has(PortalRole.HumanResources, record.AgencyId)
            && await leaving.FindAsync(person, record.AgencyId, cancellationToken) is not null;
        var (subject, detail) = ($"/people/person/{person}", Then?.ForField() ?? "");
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            record.AgencyId,
            subject,
            detail,
            cancellationToken
        );
        return Page();
    }
}
