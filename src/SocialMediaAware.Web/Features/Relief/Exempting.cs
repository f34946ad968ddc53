using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>What an exemption is given for.</summary>
/// <param name="AgencyId">The programme's agency.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="ReasonCode">Why: one of <see cref="ExemptionReasons" />.</param>
/// <param name="LastDay">The last day on which they are exempt.</param>
public sealed record ExemptionTerms(
    Guid AgencyId,
    Guid ProgrammeId,
    string ReasonCode,
    DateOnly LastDay
);

/// <summary>
/// Gives and ends exemptions. What is kept of the act names nobody, so that nothing that others can open tells who is exempt; who
/// gave it and to whom stands in the exemption itself, which only they see.
/// </summary>
public sealed class Exempting(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    AfterPersonChange after,
    TimeProvider clock
)
{
    /// <summary>Exempts people from today. Whoever the giver exempted already from that programme is exempt until the new day.</summary>
    /// <returns>For how many something changed.</returns>
    /// <exception cref="InvalidOperationException">The account is not HR in the agency.</exception>
    public async Task<int> GiveAsync(
        IReadOnlyCollection<Guid> personIds,
        ExemptionTerms terms,
        CancellationToken cancellationToken
    )
    {
        Demand(terms.AgencyId);
        var changed = new List<Guid>();
        await using (
            var transaction = await database.Database.BeginTransactionAsync(cancellationToken)
        )
        {
            var mine = (await MineAsync(personIds, terms, cancellationToken)).ToLookup(one =>
                one.PersonId
            );
            var change = Record(terms.AgencyId);
            foreach (var personId in personIds.Distinct())
            {
                if (Give(personId, terms, [.. mine[personId]], change))
                {
                    changed.Add(personId);
                }
            }

            if (changed.Count > 0)
            {
                WriteDown(terms.AgencyId, changed);
                await database.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }

        await PlanAsync(changed, cancellationToken);
        return changed.Count;
    }

    /// <summary>Ends an exemption today: what is owed is owed again, with time. Only who gave it can.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> EndAsync(Guid exemptionId, CancellationToken cancellationToken)
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var exemption = await database
            .Exemptions.Believed()
            .SingleOrDefaultAsync(
                one =>
                    one.Id == exemptionId
                    && one.GivenByAccountId == signedIn.AccountId
                    && agencyIds.Contains(one.AgencyId),
                cancellationToken
            );
        if (exemption is null)
        {
            return false;
        }

        var change = Record(exemption.AgencyId);
        if (exemption.EndOn(clock.Today(), change) is { } left)
        {
            database.Add(left);
        }

        WriteDown(exemption.AgencyId, [exemption.PersonId]);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await after.PlanAsync(exemption.PersonId, cancellationToken);
        return true;
    }

    private Task<List<Exemption>> MineAsync(
        IReadOnlyCollection<Guid> personIds,
        ExemptionTerms terms,
        CancellationToken cancellationToken
    )
    {
        var people = personIds.ToArray();
        return database
            .Exemptions.HoldingOn(clock.Today())
            .Where(one =>
                one.ProgrammeId == terms.ProgrammeId
                && one.GivenByAccountId == signedIn.AccountId
                && EF.Parameter(people).Contains(one.PersonId)
            )
            .ToListAsync(cancellationToken);
    }

    private bool Give(
        Guid personId,
        ExemptionTerms terms,
        IReadOnlyList<Exemption> mine,
        PeopleChange change
    )
    {
        var until = terms.LastDay.AddDays(1);
        if (mine.Any(one => one.HoldsUntil == until && one.ReasonCode == terms.ReasonCode))
        {
            return false;
        }

        foreach (var one in mine)
        {
            one.Unlearn(change);
        }

        database.Add(
            Exemption.Give(
                terms.AgencyId,
                personId,
                terms.ProgrammeId,
                terms.ReasonCode,
                signedIn.AccountId,
                mine.Select(one => one.HoldsFrom).Append(clock.Today()).Min(),
                until,
                change.At,
                change
            )
        );
        return true;
    }

    private PeopleChange Record(Guid agencyId)
    {
        var change = PeopleChange.Record(
            agencyId,
            PeopleChangeKind.Relief,
            personId: null,
            signedIn.AccountId,
            reason: "",
            clock.GetUtcNow()
        );
        database.Add(change);
        return change;
    }

    private void WriteDown(Guid agencyId, List<Guid> changed)
    {
        if (changed is [var only])
        {
            audit.AddDueDates(agencyId, only);
        }
        else
        {
            audit.AddDueDatesOfSeveral(agencyId);
        }
    }

    private Task PlanAsync(List<Guid> changed, CancellationToken cancellationToken) =>
        changed switch
        {
            [] => Task.CompletedTask,
            [var only] => after.PlanAsync(only, cancellationToken),
            _ => after.PlanEverybodyAsync(cancellationToken),
        };

    private void Demand(Guid agencyId)
    {
        if (!signedIn.Has(PortalRole.HumanResources, agencyId))
        {
            throw new InvalidOperationException("Exemptions are given by the agency's HR.");
        }
    }
}
