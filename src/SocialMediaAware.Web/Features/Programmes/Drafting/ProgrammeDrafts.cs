using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>How saving a step ended.</summary>
public enum DraftOutcome
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>Somebody else saved the programme meanwhile: nothing was changed.</summary>
    ChangedMeanwhile,

    /// <summary>There is no such programme of HR's agencies, or it has ended.</summary>
    Gone,
}

/// <summary>Finds and keeps the terms that HR is working on. Nothing here changes what holds for a launched programme.</summary>
public sealed class ProgrammeDrafts(PortalDbContext database, SignedIn signedIn, AuditLog audit)
{
    /// <summary>A programme of HR's agencies that has not ended; null when there is none.</summary>
    public async Task<ProgrammeDraft?> FindAsync(
        Guid programmeId,
        CancellationToken cancellationToken
    )
    {
        var programme = await Mine()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == programmeId, cancellationToken);
        if (programme is null)
        {
            return null;
        }

        var agency = await database
            .Agencies.AsNoTracking()
            .SingleAsync(agency => agency.Id == programme.AgencyId, cancellationToken);
        return new(programme, agency, await TermsOfAsync(programme, cancellationToken));
    }

    /// <summary>
    /// Saves a part of the terms. A form that is sent twice is saved once; a form that was filled in before somebody else saved is
    /// refused.
    /// </summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="revision">The revision that the form was filled in for.</param>
    /// <param name="change">Makes the new terms of those that are kept.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DraftOutcome> SaveAsync(
        Guid programmeId,
        int revision,
        Func<ProgrammeTerms, ProgrammeTerms> change,
        CancellationToken cancellationToken
    )
    {
        var programme = await Mine()
            .SingleOrDefaultAsync(one => one.Id == programmeId, cancellationToken);
        if (programme is null)
        {
            return DraftOutcome.Gone;
        }

        var before = await TermsOfAsync(programme, cancellationToken);
        var after = change(before);
        if (after.ToText() == before.ToText())
        {
            return DraftOutcome.Saved;
        }

        if (programme.Revision != revision)
        {
            return DraftOutcome.ChangedMeanwhile;
        }

        programme.Propose(after);
        return await SaveAsync(programme, "Saved", cancellationToken);
    }

    /// <summary>
    /// Throws a draft away: the terms that hold are all there is again, and a programme that was never more than a draft is gone.
    /// </summary>
    public async Task<DraftOutcome> DropAsync(
        Guid programmeId,
        int revision,
        CancellationToken cancellationToken
    )
    {
        var programme = await Mine()
            .SingleOrDefaultAsync(one => one.Id == programmeId, cancellationToken);
        if (programme is null)
        {
            return DraftOutcome.Gone;
        }

        if (programme.Revision != revision)
        {
            return DraftOutcome.ChangedMeanwhile;
        }

        if (programme.Modules.Count == 0)
        {
            database.Remove(programme);
        }
        else
        {
            programme.DropDraft();
        }

        return await SaveAsync(programme, "Thrown away", cancellationToken);
    }

    private async Task<DraftOutcome> SaveAsync(
        Programme programme,
        string what,
        CancellationToken cancellationToken
    )
    {
        audit.Add(
            AuditActions.ProgrammeDrafted,
            programme.AgencyId,
            $"programme {programme.Id}",
            $"{what}: {programme.Name}"
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return DraftOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else's save came between reading and writing.
            database.ChangeTracker.Clear();
            return DraftOutcome.ChangedMeanwhile;
        }
    }

    private IQueryable<Programme> Mine()
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        return database
            .Programmes.Include(programme => programme.Modules)
            .Include(programme => programme.Statements)
            .Include(programme => programme.Pauses)
            .Where(programme => mine.Contains(programme.AgencyId) && programme.EndedAt == null)
            .AsSplitQuery();
    }

    private async Task<ProgrammeTerms> TermsOfAsync(
        Programme programme,
        CancellationToken cancellationToken
    ) =>
        programme.Draft
        ?? programme.TermsWith(
            await database
                .OutsideAcceptances.Where(one => one.ProgrammeId == programme.Id)
                .Select(one => one.ModuleSlug)
                .ToListAsync(cancellationToken)
        );
}
