using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>How a release ended.</summary>
public enum ReleaseOutcome
{
    /// <summary>It is released.</summary>
    Released,

    /// <summary>Figures wait for a decision.</summary>
    Undecided,

    /// <summary>Figures can be worked out, and no reason was given for releasing it all the same.</summary>
    NeedsReason,

    /// <summary>Another pack was released meanwhile, and beside it more figures should be withheld.</summary>
    ComparedAnew,

    /// <summary>Somebody else decided something meanwhile: nothing was changed.</summary>
    ChangedMeanwhile,

    /// <summary>There is no such pack that whoever asks can release.</summary>
    Gone,
}

/// <summary>Releases a pack: its files are written once and kept.</summary>
public sealed class ReleasingPack(
    PortalDbContext database,
    InformationPacks finding,
    EarlierPacks packs,
    PackFiles files,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Releases it.</summary>
    /// <param name="requestId">The pack.</param>
    /// <param name="revision">The revision that was looked at.</param>
    /// <param name="reason">Why it is released although figures can be worked out; empty for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ReleaseOutcome> ReleaseAsync(
        Guid requestId,
        int revision,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var pack = await finding.FindAsync(requestId, cancellationToken);
        if (pack is null or { IsHumanResources: false })
        {
            return ReleaseOutcome.Gone;
        }

        if (pack.Released is not null)
        {
            // A double click, or a second tab.
            return ReleaseOutcome.Released;
        }

        if (pack.Request.Revision != revision)
        {
            return ReleaseOutcome.ChangedMeanwhile;
        }

        var request = await database
            .InformationRequests.Include(one => one.Decisions)
            .SingleAsync(one => one.Id == requestId, cancellationToken);
        var earlier = await packs.ReadAsync(request.AgencyId, null, cancellationToken);
        // Another pack may have been released since this one was drawn up.
        if (
            earlier.Count != request.ComparedPacks
            && request.Offer(PackProtection.Offers(pack.Tables, earlier), earlier.Count) > 0
        )
        {
            Note(request, pack, earlier);
            var saved = await SaveAsync(cancellationToken);
            return saved is ReleaseOutcome.Released ? ReleaseOutcome.ComparedAnew : saved;
        }

        if (request.OfferedCount > 0)
        {
            return ReleaseOutcome.Undecided;
        }

        Note(request, pack, earlier);
        if (request.Workable.Length > 0 && reason.Length == 0)
        {
            return ReleaseOutcome.NeedsReason;
        }

        await WriteAsync(request, pack, earlier.Count + 1, reason, cancellationToken);
        return await SaveAsync(cancellationToken);
    }

    private static void Note(
        InformationRequest request,
        InformationPack pack,
        IReadOnlyList<EarlierPack> earlier
    ) =>
        request.Note(
            WorkableFigure.ToText(PackProtection.Workable(pack.Tables, request.Decisions, earlier))
        );

    private async Task WriteAsync(
        InformationRequest request,
        InformationPack pack,
        int number,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var written = await files.WriteAsync(pack, now, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(written[^1].Bytes));
        request.Close();
        database.Add(ReleasedPack.Release(request, number, hash, reason, signedIn.AccountId, now));
        database.AddRange(written.Select((file, order) => ReleasedFile.Keep(request, order, file)));
        audit.Add(
            AuditActions.InformationPackReleased,
            request.AgencyId,
            PackAddress.Of(request.Id),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Reference}: {pack.WithheldCount} figures withheld, manifest {hash}"
            )
        );
    }

    private async Task<ReleaseOutcome> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return ReleaseOutcome.Released;
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            // Somebody decided, or another pack was released, in the same moment.
            database.ChangeTracker.Clear();
            return ReleaseOutcome.ChangedMeanwhile;
        }
    }
}
