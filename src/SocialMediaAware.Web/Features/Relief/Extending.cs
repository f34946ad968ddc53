using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>What time is given for.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="ProgrammeId">The one programme; null for all of the agency's.</param>
/// <param name="PersonId">The one person; null for more.</param>
/// <param name="UnitId">The unit with those below it; null for any.</param>
/// <param name="Region">The region; null for any.</param>
/// <param name="DueFrom">Due dates from this day on move.</param>
/// <param name="DueOn">Due dates before this day move to it, or to the working day before it.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtensionTerms(
    Guid AgencyId,
    Guid? ProgrammeId,
    Guid? PersonId,
    Guid? UnitId,
    string? Region,
    DateOnly DueFrom,
    DateOnly DueOn,
    string Reason
)
{
    /// <summary>The extension that they make.</summary>
    public Extension Give(PeopleChange change) =>
        Extension.Give(AgencyId, ProgrammeId, PersonId, UnitId, Region, DueFrom, DueOn, change);
}

/// <summary>Gives time, and takes it back.</summary>
public sealed class Extending(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    AfterPersonChange after,
    TimeProvider clock
)
{
    /// <summary>What the terms would make, not saved.</summary>
    public Extension Draft(ExtensionTerms terms) => terms.Give(Record(terms));

    /// <summary>Gives it, and computes due dates anew. What is given already is not given twice.</summary>
    /// <exception cref="InvalidOperationException">The account is not HR in the agency.</exception>
    public async Task GiveAsync(ExtensionTerms terms, CancellationToken cancellationToken)
    {
        if (!signedIn.Has(PortalRole.HumanResources, terms.AgencyId))
        {
            throw new InvalidOperationException("Time is given by the agency's HR.");
        }

        await using (
            var transaction = await database.Database.BeginTransactionAsync(cancellationToken)
        )
        {
            var isGiven = await database.Extensions.AnyAsync(
                one =>
                    one.TakenBackAt == null
                    && one.AgencyId == terms.AgencyId
                    && one.ProgrammeId == terms.ProgrammeId
                    && one.PersonId == terms.PersonId
                    && one.UnitId == terms.UnitId
                    && one.Region == terms.Region
                    && one.DueFrom == terms.DueFrom
                    && one.DueOn == terms.DueOn,
                cancellationToken
            );
            if (isGiven)
            {
                return;
            }

            var change = Record(terms);
            database.AddRange(change, terms.Give(change));
            WriteDown(terms.AgencyId, terms.PersonId);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await PlanAsync(terms.PersonId, cancellationToken);
    }

    /// <summary>Takes it back, and computes due dates anew.</summary>
    /// <returns>Whether there was such an extension.</returns>
    public async Task<bool> TakeBackAsync(
        Guid extensionId,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        Guid? personId;
        await using (
            var transaction = await database.Database.BeginTransactionAsync(cancellationToken)
        )
        {
            var extension = await database.Extensions.SingleOrDefaultAsync(
                one => one.Id == extensionId && agencyIds.Contains(one.AgencyId),
                cancellationToken
            );
            if (extension is null)
            {
                return false;
            }

            if (extension.TakenBackAt is not null)
            {
                return true;
            }

            personId = extension.PersonId;
            var change = Record(extension.AgencyId, personId, reason);
            database.Add(change);
            extension.TakeBack(change);
            WriteDown(extension.AgencyId, personId);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await PlanAsync(personId, cancellationToken);
        return true;
    }

    private PeopleChange Record(ExtensionTerms terms) =>
        Record(terms.AgencyId, terms.PersonId, terms.Reason);

    private PeopleChange Record(Guid agencyId, Guid? personId, string reason) =>
        PeopleChange.Record(
            agencyId,
            PeopleChangeKind.Relief,
            personId,
            signedIn.AccountId,
            reason,
            clock.GetUtcNow()
        );

    private void WriteDown(Guid agencyId, Guid? personId)
    {
        if (personId is { } only)
        {
            audit.AddDueDates(agencyId, only);
        }
        else
        {
            audit.AddDueDatesOfSeveral(agencyId);
        }
    }

    private Task PlanAsync(Guid? personId, CancellationToken cancellationToken) =>
        personId is { } only
            ? after.PlanAsync(only, cancellationToken)
            : after.PlanEverybodyAsync(cancellationToken);
}
