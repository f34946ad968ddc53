using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Opens the ledger when the portal starts: begins it the first time, and refuses a key or a name that is not its own.</summary>
public sealed class LedgerStart(PortalDbContext database, LedgerKey key, LedgerSettings settings)
{
    /// <summary>Opens the ledger.</summary>
    /// <exception cref="PortalStartException">The key, the name or the stored checkpoint do not belong together.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var head = await ReadAsync(cancellationToken);
        if (head is null)
        {
            key.MakeWhereMissing();
            key.Open(settings.Origin ?? LedgerSettings.DefaultOrigin);
            head = await BeginAsync(cancellationToken);
        }

        if (settings.Origin is not null && settings.Origin != head.Origin)
        {
            throw new PortalStartException(
                $"The setting Ledger:Origin says {settings.Origin}, but this database's ledger is named {head.Origin}. A ledger keeps its name: set it back, or leave the setting out."
            );
        }

        key.Open(head.Origin);
        RefuseForeignCheckpoint(head);
    }

    private Task<LedgerHead?> ReadAsync(CancellationToken cancellationToken) =>
        database.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private async Task<LedgerHead> BeginAsync(CancellationToken cancellationToken)
    {
        var head = LedgerHead.Begin(key.Signer);
        database.LedgerHeads.Add(head);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return head;
        }
        catch (DbUpdateException)
        {
            // Another replica began it in the same moment; its key decides.
            database.ChangeTracker.Clear();
            return await ReadAsync(cancellationToken)
                ?? throw new PortalStartException(
                    "The ledger could not be begun: the database refused its first row."
                );
        }
    }

    private void RefuseForeignCheckpoint(LedgerHead head)
    {
        try
        {
            var note = SignedNote.Parse(head.Checkpoint);
            var checkpoint = Checkpoint.Parse(note.Text);
            if (!note.IsSignedBy(key.VerificationKey))
            {
                throw new PortalStartException(
                    $"The ledger's last checkpoint was not signed with the key {key.FilePath}. Put back the key that belongs to this database; every replica needs the same one."
                );
            }

            if (checkpoint.Size != head.Size || checkpoint.Root != head.Tree().Root())
            {
                throw new PortalStartException(
                    "The ledger's head does not agree with its own signed checkpoint. Somebody changed the database: restore a backup, and keep this one as evidence."
                );
            }
        }
        catch (EvidenceFormatException problem)
        {
            throw new PortalStartException(
                $"The ledger's head cannot be read: {problem.Message} Somebody changed the database: restore a backup, and keep this one as evidence."
            );
        }
    }
}
