using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>A unit to add.</summary>
public sealed record NewUnit(
    Guid AgencyId,
    string Name,
    string? Code,
    Guid AboveId,
    DateOnly From,
    string Reason
);

/// <summary>How adding a unit ended.</summary>
public enum UnitAdding
{
    /// <summary>It is there.</summary>
    Done,

    /// <summary>The unit above is not there on that day.</summary>
    AboveNotThere,

    /// <summary>A unit of that name is there already, below the same one.</summary>
    NameTaken,

    /// <summary>Another unit of the agency has the code.</summary>
    CodeTaken,
}

/// <summary>Adds a unit to the tree of an agency, from a day on.</summary>
public sealed class AddingUnit(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Adds it.</summary>
    /// <exception cref="InvalidOperationException">The account is not HR in the agency.</exception>
    public async Task<UnitAdding> AddAsync(NewUnit unit, CancellationToken cancellationToken)
    {
        if (!signedIn.Has(PortalRole.HumanResources, unit.AgencyId))
        {
            throw new InvalidOperationException("Only HR of an agency adds units to it.");
        }

        var spans = await database.BelievedSpansAsync(unit.AgencyId, cancellationToken);
        var chronicle = new UnitChronicle(unit.AgencyId, spans);
        var tree = chronicle.TreeOn(unit.From);
        if (tree.Find(unit.AboveId) is null || chronicle.On(unit.AboveId, unit.From) is null)
        {
            return UnitAdding.AboveNotThere;
        }

        if (
            tree.InOrder.Any(other =>
                other.ParentId == unit.AboveId
                && NewZealandEnglish.Alphabet.Equals(other.Name, unit.Name)
            )
        )
        {
            return UnitAdding.NameTaken;
        }

        // Below a unit that is known to end it would hang from nothing one day.
        var added = Guid.CreateVersion7(clock.GetUtcNow());
        chronicle.Open(added, unit.Name, unit.AboveId, unit.From);
        return chronicle.LostFrom(unit.From).Contains(added)
            ? UnitAdding.AboveNotThere
            : await SaveAsync(unit, cancellationToken);
    }

    private async Task<UnitAdding> SaveAsync(NewUnit unit, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var change = PeopleChange.Record(
            unit.AgencyId,
            PeopleChangeKind.Restructured,
            personId: null,
            signedIn.AccountId,
            unit.Reason,
            at,
            detail: unit.Name
        );
        var added = Unit.Of(unit.AgencyId, at, unit.Code);
        database.AddRange(
            change,
            added,
            UnitFact.Learn(added, unit.Name, unit.AboveId, unit.From, at, change: change)
        );
        audit.Add(
            AuditActions.UnitsChanged,
            unit.AgencyId,
            $"/people/units?agency={unit.AgencyId}",
            $"added {unit.Name} from {unit.From.ForField()}"
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return UnitAdding.Done;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            database.ChangeTracker.Clear();
            return UnitAdding.CodeTaken;
        }
    }
}
