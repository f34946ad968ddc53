using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>What came of verifying the ledger in a database.</summary>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Size">How many entries its head covers.</param>
/// <param name="Checks">What was looked at, whether it holds or not.</param>
public sealed record LedgerVerdict(string Origin, long Size, IReadOnlyList<EvidenceCheck> Checks)
{
    /// <summary>Whether everything holds.</summary>
    public bool IsVerified => Checks.All(check => check.Passed);
}

/// <summary>
/// Recomputes the whole ledger from its entries and compares it with what else is stored. It only reads, piece by piece, and can
/// run while a portal appends: what came after the head that it read first is left for the next time.
/// </summary>
public sealed class LedgerVerification(PortalDbContext database, LedgerKey key)
{
    /// <summary>Verifies.</summary>
    /// <exception cref="PortalStartException">There is no ledger, or its key is not there.</exception>
    public async Task<LedgerVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(cancellationToken);
        key.Open(head.Origin);
        var walk = new LedgerWalk(head.Size);
        for (var start = 0L; start < head.Size; start += LedgerWalk.Step)
        {
            await TakeAsync(walk, start, cancellationToken);
        }

        walk.CompareHighNodes(
            await database
                .LedgerNodes.AsNoTracking()
                .Where(node => node.Level > LedgerWalk.HighestLevelInAStep)
                .ToListAsync(cancellationToken)
        );
        var attestations = await database.Attestations.CountAsync(
            attestation => attestation.LedgerIndex < head.Size,
            cancellationToken
        );
        var last = await database.LedgerEntries.MaxAsync(
            entry => (long?)entry.Index,
            cancellationToken
        );
        // Read last: an entry and the head that covers it are committed together.
        var sizeNow = (await ReadHeadAsync(cancellationToken)).Size;
        return new LedgerVerdict(
            head.Origin,
            head.Size,
            [
                .. HeadChecks(head, walk),
                walk.EntriesCheck(strays: (last ?? -1) >= sizeNow),
                walk.NodesCheck(),
                walk.AttestationsCheck(attestations),
            ]
        );
    }

    /// <summary>The head, as it is now.</summary>
    /// <exception cref="PortalStartException">There is no ledger.</exception>
    public async Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) =>
        await database.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken)
        ?? throw new PortalStartException(
            "This database has no ledger yet: it begins when the portal starts for the first time."
        );

    /// <summary>Writes the ledger for an auditor: the leaves and the signed checkpoint, nothing that names a person.</summary>
    /// <returns>How many entries it holds.</returns>
    public async Task<long> ExportAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(cancellationToken);
        var leaves = database
            .LedgerEntries.Where(entry => entry.Index < head.Size)
            .OrderBy(entry => entry.Index)
            .Select(entry => entry.Leaf)
            .AsAsyncEnumerable();
        await LedgerExport.WriteAsync(
            stream,
            head.Origin,
            leaves,
            SignedNote.Parse(head.Checkpoint),
            cancellationToken
        );
        return head.Size;
    }

    private async Task TakeAsync(LedgerWalk walk, long start, CancellationToken cancellationToken)
    {
        var end = start + LedgerWalk.Step;
        var entries = await database
            .LedgerEntries.AsNoTracking()
            .Where(entry => entry.Index >= start && entry.Index < end)
            .OrderBy(entry => entry.Index)
            .ToListAsync(cancellationToken);
        var attestations = await database
            .Attestations.AsNoTracking()
            .Include(attestation => attestation.Modules)
            .Where(attestation => attestation.LedgerIndex >= start && attestation.LedgerIndex < end)
            .ToListAsync(cancellationToken);
        var nodes = await database
            .LedgerNodes.AsNoTracking()
            .Where(node =>
                node.Place >= 2 * start
                && node.Place < 2 * end
                && node.Level <= LedgerWalk.HighestLevelInAStep
            )
            .ToListAsync(cancellationToken);
        walk.Take(start, entries, attestations, nodes);
    }

    private IEnumerable<EvidenceCheck> HeadChecks(LedgerHead head, LedgerWalk walk)
    {
        SignedNote note;
        Checkpoint checkpoint;
        try
        {
            note = SignedNote.Parse(head.Checkpoint);
            checkpoint = Checkpoint.Parse(note.Text);
        }
        catch (EvidenceFormatException problem)
        {
            return [new("checkpoint", Passed: false, problem.Message)];
        }

        var isOfHead = checkpoint.Origin == head.Origin && checkpoint.Size == head.Size;
        var isRoot = checkpoint.Root == walk.Root;
        return
        [
            Check(
                "checkpoint",
                isOfHead,
                $"The checkpoint is of the ledger {head.Origin} with {head.Size} entries.",
                $"The checkpoint is of {checkpoint.Origin} with {checkpoint.Size} entries, the head of {head.Origin} with {head.Size}."
            ),
            Check(
                "signature",
                note.IsSignedBy(key.VerificationKey),
                $"The checkpoint is signed with the key {key.FilePath}.",
                $"The checkpoint is not signed with the key {key.FilePath}."
            ),
            Check(
                "root",
                isRoot,
                "The entries lead to the checkpoint's root.",
                "The entries do not lead to the checkpoint's root."
            ),
            Check(
                "head",
                walk.Range.AsSpan().SequenceEqual(head.Range),
                "The head holds what the next entry is appended to.",
                "The head does not hold what the next entry is appended to."
            ),
        ];
    }

    internal static EvidenceCheck Check(string name, bool passed, string holds, string otherwise) =>
        new(name, passed, passed ? holds : otherwise);
}
