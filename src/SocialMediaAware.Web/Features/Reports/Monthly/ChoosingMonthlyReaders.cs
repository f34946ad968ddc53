using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>How choosing somebody ended.</summary>
public enum MonthlyOutcome
{
    /// <summary>They get the figures from the next month on.</summary>
    Chosen,

    /// <summary>They were chosen for that already.</summary>
    ChosenAlready,

    /// <summary>They may not see the agency's reports.</summary>
    MayNotSee,
}

/// <summary>HR chooses who gets an agency's figures each month, and lets them go again.</summary>
public sealed class ChoosingMonthlyReaders(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    private const string Page = "/reports/monthly";

    /// <summary>Chooses somebody for all programmes or for one.</summary>
    public async Task<MonthlyOutcome> AddAsync(
        Guid agencyId,
        Guid accountId,
        Guid? programmeId,
        CancellationToken cancellationToken
    )
    {
        if (
            !await database
                .SeeingReportsOf(agencyId)
                .AnyAsync(account => account.Id == accountId, cancellationToken)
        )
        {
            return MonthlyOutcome.MayNotSee;
        }

        if (
            await database
                .Set<MonthlyReader>()
                .AnyAsync(
                    one =>
                        one.AgencyId == agencyId
                        && one.AccountId == accountId
                        && one.ProgrammeId == (programmeId ?? Guid.Empty),
                    cancellationToken
                )
        )
        {
            return MonthlyOutcome.ChosenAlready;
        }

        database.Add(
            MonthlyReader.Choose(
                agencyId,
                accountId,
                programmeId,
                signedIn.AccountId,
                clock.GetUtcNow()
            )
        );
        audit.Add(
            AuditActions.MonthlyReadersChanged,
            agencyId,
            Page,
            $"added {accountId}, programme {programmeId?.ToString() ?? "all"}"
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return MonthlyOutcome.Chosen;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            return MonthlyOutcome.ChosenAlready;
        }
    }

    /// <summary>Lets somebody go; whoever is gone already stays so.</summary>
    /// <returns>Whether they were there.</returns>
    public async Task<bool> RemoveAsync(
        Guid agencyId,
        Guid accountId,
        Guid programmeId,
        CancellationToken cancellationToken
    )
    {
        var reader = await database
            .Set<MonthlyReader>()
            .SingleOrDefaultAsync(
                one =>
                    one.AgencyId == agencyId
                    && one.AccountId == accountId
                    && one.ProgrammeId == programmeId,
                cancellationToken
            );
        if (reader is null)
        {
            return false;
        }

        database.Remove(reader);
        audit.Add(
            AuditActions.MonthlyReadersChanged,
            agencyId,
            Page,
            $"removed {accountId}, programme {(programmeId == Guid.Empty ? "all" : programmeId)}"
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another tab was quicker.
            return false;
        }
    }
}
