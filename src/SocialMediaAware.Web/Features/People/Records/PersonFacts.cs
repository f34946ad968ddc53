using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>All facts about one person that somebody may see, believed or not: their record now, then, and how it came about.</summary>
public sealed class PersonFacts
{
    /// <summary>Their names.</summary>
    public required IReadOnlyList<PersonName> Names { get; init; }

    /// <summary>Their positions.</summary>
    public required IReadOnlyList<Placement> Placements { get; init; }

    /// <summary>Who leads them.</summary>
    public required IReadOnlyList<Leadership> Leaderships { get; init; }

    /// <summary>Their tasks with duties of their own.</summary>
    public required IReadOnlyList<PersonFlag> Flags { get; init; }

    /// <summary>Their leave; nothing for auditors.</summary>
    public required IReadOnlyList<Leave> Leaves { get; init; }

    /// <summary>Their exemptions; nothing for auditors.</summary>
    public required IReadOnlyList<Exemption> Exemptions { get; init; }

    /// <summary>The acts by which they came and went.</summary>
    public required IReadOnlyDictionary<Guid, RecordedAct> Acts { get; init; }

    /// <summary>What the units were called, and when that was known.</summary>
    public required ILookup<Guid, UnitFact> Units { get; init; }

    /// <summary>What the leaders are called now.</summary>
    public required IReadOnlyDictionary<Guid, string> LeaderNames { get; init; }

    /// <summary>That no mail goes to their address, because a server refused it; null while mail goes there.</summary>
    public RefusedAddress? RefusedAddress { get; init; }

    /// <summary>What a unit is called on a day, as it was known at an instant; its last name where it was closed.</summary>
    public string UnitName(Guid unitId, DateOnly day, DateTimeOffset? knownAt = null) =>
        Units[unitId]
            .Where(fact => fact.IsKnownAt(knownAt))
            .OrderByDescending(fact =>
                fact.HoldsFrom <= day && (fact.HoldsUntil is null || fact.HoldsUntil > day)
            )
            .ThenByDescending(fact => fact.HoldsFrom)
            .Select(fact => fact.Name)
            .FirstOrDefault()
        ?? "";

    /// <summary>All of them, whatever they say.</summary>
    public IEnumerable<IFact> All() =>
        [.. Names, .. Placements, .. Leaderships, .. Flags, .. Leaves, .. Exemptions];
}

/// <summary>An act by which the portal learnt or unlearnt something, with who did it.</summary>
public sealed record RecordedAct(
    Guid Id,
    PeopleChangeKind Kind,
    DateTimeOffset At,
    string? By,
    string Feed,
    string Reason,
    string Detail
);

/// <summary>Whether facts were known.</summary>
public static class KnownFacts
{
    /// <summary>Whether it was believed at an instant; now where none is given.</summary>
    public static bool IsKnownAt(this IFact fact, DateTimeOffset? knownAt) =>
        knownAt is { } at
            ? fact.LearntAt <= at && (fact.UnlearntAt is null || fact.UnlearntAt > at)
            : fact.UnlearntAt is null;
}

/// <summary>Reads the facts about a person: one query for each kind.</summary>
public sealed class PersonFactsReading(
    PortalDbContext database,
    RecordAccess access,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>Reads them, in the agencies of whoever asks.</summary>
    public async Task<PersonFacts> ReadAsync(
        OpenedRecord record,
        CancellationToken cancellationToken
    )
    {
        var (personId, agencyIds) = (record.Person.Id, record.AgencyIds.ToArray());
        // Leave is for those who handle it, and an exemption for the one account that gave it.
        var handled = agencyIds.Intersect(access.KeptAgencies).ToArray();
        var placements = await In(database.Placements, agencyIds)
            .Where(fact => fact.PersonId == personId)
            .ToListAsync(cancellationToken);
        var leaderships = await In(database.Leaderships, agencyIds)
            .Where(fact => fact.PersonId == personId)
            .ToListAsync(cancellationToken);
        var unitIds = placements.Select(placement => placement.UnitId).Distinct().ToArray();
        var units = await database
            .UnitFacts.AsNoTracking()
            .Where(fact => unitIds.Contains(fact.UnitId))
            .ToListAsync(cancellationToken);
        return new PersonFacts
        {
            Names = await database
                .PersonNames.AsNoTracking()
                .Where(fact => fact.PersonId == personId)
                .ToListAsync(cancellationToken),
            Placements = placements,
            Leaderships = leaderships,
            Flags = await In(database.PersonFlags, agencyIds)
                .Where(fact => fact.PersonId == personId)
                .ToListAsync(cancellationToken),
            Leaves = await In(database.Leaves, handled)
                .Where(fact => fact.PersonId == personId)
                .ToListAsync(cancellationToken),
            Exemptions = await In(database.Exemptions, handled)
                .Where(fact =>
                    fact.PersonId == personId && fact.GivenByAccountId == signedIn.AccountId
                )
                .ToListAsync(cancellationToken),
            Acts = await ActsAsync(
                personId,
                agencyIds,
                [
                    .. placements
                        .Cast<IFact>()
                        .Concat(leaderships)
                        .SelectMany(fact => new[] { fact.LearntInId, fact.UnlearntInId })
                        .OfType<Guid>()
                        .Distinct(),
                ],
                cancellationToken
            ),
            Units = units.ToLookup(fact => fact.UnitId),
            RefusedAddress = await database
                .RefusedAddresses.AsNoTracking()
                .Standing(record.Person)
                .SingleOrDefaultAsync(cancellationToken),
            LeaderNames = await NamesAsync(
                [.. leaderships.Select(fact => fact.LeaderId).Distinct()],
                cancellationToken
            ),
        };
    }

    private static IQueryable<TFact> In<TFact>(IQueryable<TFact> facts, Guid[] agencyIds)
        where TFact : class, IBelongsToAgency =>
        facts.AsNoTracking().Where(fact => agencyIds.Contains(fact.AgencyId));

    private async Task<Dictionary<Guid, string>> NamesAsync(
        Guid[] personIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var names = await database
            .PersonNames.ShownOn(today, database.PersonNames)
            .Where(name =>
                personIds.Contains(name.PersonId)
                && database.People.Any(person =>
                    person.Id == name.PersonId && person.DiedOn == null
                )
            )
            .Select(name => new { name.PersonId, name.Name })
            .ToListAsync(cancellationToken);
        return names
            .DistinctBy(name => name.PersonId)
            .ToDictionary(name => name.PersonId, name => name.Name);
    }

    // Those about this person, and those about many that touched them.
    private Task<Dictionary<Guid, RecordedAct>> ActsAsync(
        Guid personId,
        Guid[] agencyIds,
        Guid[] named,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        return database
            .PeopleChanges.Where(change =>
                agencyIds.Contains(change.AgencyId)
                && (change.PersonId == personId || EF.Parameter(named).Contains(change.Id))
            )
            .Select(change => new RecordedAct(
                change.Id,
                change.Kind,
                change.At,
                database
                    .Users.Where(account => account.Id == change.ByAccountId)
                    .Select(account =>
                        database
                            .PersonNames.HoldingOn(today)
                            .Where(name =>
                                name.PersonId == account.PersonId
                                && database.People.Any(person =>
                                    person.Id == name.PersonId && person.DiedOn == null
                                )
                            )
                            .Select(name => name.Name)
                            .FirstOrDefault()
                        ?? account.Email
                    )
                    .FirstOrDefault(),
                change.Feed,
                change.Reason,
                change.Detail
            ))
            .ToDictionaryAsync(act => act.Id, cancellationToken);
    }
}
