using SocialMediaAware.Evidence;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>An entry of the ledger: a leaf of its tree, in the bytes that were hashed. Entries are numbered without a gap.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry() { }

    /// <summary>Its number, from 0.</summary>
    public long Index { get; private init; }

    /// <summary>The leaf's canonical bytes.</summary>
    public byte[] Leaf { get; private init; } = [];

    /// <summary>The leaf's hash (RFC 6962 section 2.1, 32 bytes).</summary>
    public byte[] LeafHash { get; private init; } = [];

    internal static LedgerEntry At(long index, byte[] leaf) =>
        new()
        {
            Index = index,
            Leaf = leaf,
            LeafHash = MerkleTree.LeafHash(leaf).ToArray(),
        };
}

/// <summary>The hash over a complete subtree, kept so that a proof reads some twenty rows instead of every entry.</summary>
public sealed class LedgerNode
{
    private LedgerNode() { }

    /// <summary>One number for level and index together: see <see cref="PlaceOf" />.</summary>
    public long Place { get; private init; }

    /// <summary>The height: 1 is a pair of entries.</summary>
    public int Level { get; private init; }

    /// <summary>How many subtrees of this height lie to its left.</summary>
    public long Index { get; private init; }

    /// <summary>The hash (32 bytes).</summary>
    public byte[] Hash { get; private init; } = [];

    internal static LedgerNode Of(TreeNode node) =>
        new()
        {
            Place = PlaceOf(node.Position),
            Level = node.Level,
            Index = node.Index,
            Hash = node.Hash.ToArray(),
        };

    /// <summary>
    /// The node's number when the tree is walked from the left, each node between its two subtrees. It depends on level and index
    /// alone, so that the nodes of a proof are found by one column.
    /// </summary>
    public static long PlaceOf(TreePosition position) =>
        (position.Index << (position.Level + 1)) + (1L << position.Level) - 1;
}

/// <summary>Where the ledger stands. There is one row; whoever appends locks it first, so that entries get their numbers in order.</summary>
public sealed class LedgerHead
{
    /// <summary>The only id there is.</summary>
    public const int TheOnlyId = 1;

    /// <summary>Longest name of a ledger.</summary>
    public const int OriginLength = 200;

    private LedgerHead() { }

    /// <summary><see cref="TheOnlyId" />.</summary>
    public int Id { get; private init; }

    /// <summary>The ledger's name, in every checkpoint for ever.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>How many entries there are; also the number of the next.</summary>
    public long Size { get; private set; }

    /// <summary>What is needed of the tree to append to it: <see cref="CompactRange" />.</summary>
    public byte[] Range { get; private set; } = [];

    /// <summary>The signed checkpoint of this size (a C2SP signed note).</summary>
    public string Checkpoint { get; private set; } = "";

    /// <summary>Begins an empty ledger.</summary>
    public static LedgerHead Begin(NoteSigner signer)
    {
        var head = new LedgerHead { Id = TheOnlyId, Origin = signer.VerificationKey.Name };
        head.MoveTo(new CompactRange(), signer);
        return head;
    }

    /// <summary>The tree as it stands, to append to.</summary>
    /// <exception cref="EvidenceFormatException">Size and range do not belong together.</exception>
    public CompactRange Tree() => CompactRange.FromBytes(Size, Range);

    /// <summary>Takes over a tree that was appended to, and signs its checkpoint.</summary>
    /// <exception cref="ArgumentException">The tree is smaller than the last one signed.</exception>
    public void MoveTo(CompactRange tree, NoteSigner signer)
    {
        if (tree.Size < Size)
        {
            throw new ArgumentException("A ledger never gets smaller.", nameof(tree));
        }

        Size = tree.Size;
        Range = tree.ToBytes();
        Checkpoint = signer.Sign(new Checkpoint(Origin, tree.Size, tree.Root())).ToText();
    }
}
