using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>How a decision ended.</summary>
public enum PackOutcome
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>Somebody else decided something meanwhile: nothing was changed.</summary>
    ChangedMeanwhile,

    /// <summary>There is no such pack that can still be decided by whoever asks.</summary>
    Gone,
}

/// <summary>Decides which figures of a pack are withheld.</summary>
public sealed class DecidingFigures(
    PortalDbContext database,
    EarlierPacks packs,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Withholds figures, or shows them.</summary>
    /// <param name="requestId">The pack.</param>
    /// <param name="revision">The revision that the form was filled in for.</param>
    /// <param name="key">The figure; null for all that are offered, which are withheld as they were offered.</param>
    /// <param name="choice">What was chosen; null where all that is offered is accepted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<PackOutcome> DecideAsync(
        Guid requestId,
        int revision,
        string? key,
        Choice? choice,
        CancellationToken cancellationToken
    )
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var request = await database
            .InformationRequests.Include(one => one.Decisions)
            .SingleOrDefaultAsync(
                one =>
                    one.Id == requestId
                    && mine.Contains(one.AgencyId)
                    && !database.ReleasedPacks.Any(pack => pack.RequestId == requestId),
                cancellationToken
            );
        if (request is null)
        {
            return PackOutcome.Gone;
        }

        if (request.Revision != revision)
        {
            return PackOutcome.ChangedMeanwhile;
        }

        var detail = Change(request, key, choice);
        if (request.Revision == revision)
        {
            return PackOutcome.Saved;
        }

        var tables = await database.ReadTablesAsync(requestId, cancellationToken);
        var earlier = await packs.ReadAsync(request.AgencyId, null, cancellationToken);
        request.Note(
            WorkableFigure.ToText(PackProtection.Workable(tables, request.Decisions, earlier))
        );
        // How many, and not which: the audit log would tell more than the pack.
        audit.Add(
            AuditActions.InformationPackDecided,
            request.AgencyId,
            PackAddress.Of(requestId),
            detail
        );
        return await SaveAsync(cancellationToken);
    }

    private string Change(InformationRequest request, string? key, Choice? choice)
    {
        if (key is null || choice is null)
        {
            var accepted = request.AcceptAll(signedIn.AccountId, clock.GetUtcNow());
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Reference}: all {accepted} offered figures withheld"
            );
        }

        request.Decide(key, choice, signedIn.AccountId, clock.GetUtcNow());
        return $"{request.Reference}: 1 figure {(choice.IsWithheld ? "withheld" : "shown")}";
    }

    private async Task<PackOutcome> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return PackOutcome.Saved;
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            // Somebody else's decision came between reading and writing.
            database.ChangeTracker.Clear();
            return PackOutcome.ChangedMeanwhile;
        }
    }
}
