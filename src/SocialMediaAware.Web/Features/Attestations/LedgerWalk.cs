using SocialMediaAware.Evidence;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Recomputes a ledger from its first entry to its last, in steps, and remembers what does not agree.</summary>
internal sealed class LedgerWalk(long size)
{
    /// <summary>The highest subtree that lies within one step.</summary>
    public const int HighestLevelInAStep = 10;

    /// <summary>How many entries a step takes: a power of two, so that subtrees do not lie across steps.</summary>
    public const long Step = 1L << HighestLevelInAStep;

    private const int ProblemsShown = 10;

    private readonly CompactRange tree = new();
    private readonly Dictionary<TreePosition, TreeHash> highNodes = [];
    private readonly List<string> entryProblems = [];
    private readonly List<string> nodeProblems = [];
    private readonly List<string> attestationProblems = [];
    private long attestationsFound;

    /// <summary>The root over all entries taken.</summary>
    public TreeHash Root => tree.Root();

    /// <summary>What the head should hold.</summary>
    public byte[] Range => tree.ToBytes();

    /// <summary>Takes one step's rows; rows beyond the size came later and are passed over.</summary>
    public void Take(
        long start,
        IReadOnlyList<LedgerEntry> entries,
        IReadOnlyList<Attestation> attestations,
        IReadOnlyList<LedgerNode> nodes
    )
    {
        var byIndex = entries.ToDictionary(entry => entry.Index);
        var signed = attestations.ToLookup(attestation => attestation.LedgerIndex);
        var expected = new Dictionary<TreePosition, TreeHash>();
        for (var index = start; index < Math.Min(start + Step, size); index++)
        {
            if (!byIndex.TryGetValue(index, out var entry))
            {
                entryProblems.Add($"Entry {index} is missing.");
                continue;
            }

            var hash = MerkleTree.LeafHash(entry.Leaf);
            if (!entry.LeafHash.AsSpan().SequenceEqual(hash.ToArray()))
            {
                entryProblems.Add($"Entry {index} has another hash than its leaf.");
            }

            foreach (var node in tree.Append(hash))
            {
                var wanted = node.Level > HighestLevelInAStep ? highNodes : expected;
                wanted[node.Position] = node.Hash;
            }

            Compare(entry, [.. signed[index]]);
        }

        Compare(expected, nodes);
    }

    /// <summary>Compares the nodes over several steps, which are few.</summary>
    public void CompareHighNodes(IReadOnlyList<LedgerNode> nodes) => Compare(highNodes, nodes);

    /// <summary>What came of the entries.</summary>
    public EvidenceCheck EntriesCheck(bool strays)
    {
        if (strays)
        {
            entryProblems.Add("There are entries that no checkpoint covers.");
        }

        return Conclude(
            "entries",
            entryProblems,
            $"All {size} entries are there, numbered without a gap, each with the hash of its leaf."
        );
    }

    /// <summary>What came of the stored subtrees.</summary>
    public EvidenceCheck NodesCheck() =>
        Conclude("nodes", nodeProblems, "The stored subtrees are those of the entries.");

    /// <summary>What came of the attestations.</summary>
    public EvidenceCheck AttestationsCheck(long attestations)
    {
        if (attestations != attestationsFound)
        {
            attestationProblems.Add(
                $"{attestations} attestations name an entry, but {attestationsFound} belong to one."
            );
        }

        return Conclude(
            "attestations",
            attestationProblems,
            $"All {attestations} attestations say what their entries say."
        );
    }

    private void Compare(LedgerEntry entry, IReadOnlyList<Attestation> attestations)
    {
        if (AttestationLeaf.KindOf(entry.Leaf) != LedgerEntryKind.Attestation)
        {
            return;
        }

        attestationsFound += attestations.Count;
        if (attestations.Count != 1)
        {
            attestationProblems.Add($"Entry {entry.Index} has {attestations.Count} attestations.");
        }
        else if (!IsLeafOf(entry, attestations[0]))
        {
            attestationProblems.Add(
                $"Attestation {attestations[0].Id} does not say what its entry {entry.Index} says."
            );
        }
    }

    private static bool IsLeafOf(LedgerEntry entry, Attestation attestation)
    {
        try
        {
            return attestation.ToLeaf().Encode().AsSpan().SequenceEqual(entry.Leaf);
        }
        catch (EvidenceFormatException)
        {
            return false;
        }
    }

    private void Compare(
        Dictionary<TreePosition, TreeHash> expected,
        IReadOnlyList<LedgerNode> stored
    )
    {
        var covered = stored.Where(node => (node.Index + 1) << node.Level <= size).ToList();
        var wrong = covered.Count(node =>
            !expected.TryGetValue(new TreePosition(node.Level, node.Index), out var hash)
            || !node.Hash.AsSpan().SequenceEqual(hash.ToArray())
            || node.Place != LedgerNode.PlaceOf(new TreePosition(node.Level, node.Index))
        );
        if (wrong > 0)
        {
            nodeProblems.Add($"{wrong} stored subtrees are not those of the entries.");
        }

        if (covered.Count < expected.Count)
        {
            nodeProblems.Add($"{expected.Count - covered.Count} subtrees are not stored.");
        }
    }

    private static EvidenceCheck Conclude(string name, List<string> problems, string holds) =>
        LedgerVerification.Check(
            name,
            problems.Count == 0,
            holds,
            string.Join(' ', problems.Take(ProblemsShown))
                + (
                    problems.Count > ProblemsShown
                        ? $" And {problems.Count - ProblemsShown} more."
                        : ""
                )
        );
}
