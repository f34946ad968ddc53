namespace SocialMediaAware.Evidence;

/// <summary>One pass over an export: leaves are hashed as they come, and the root is looked at on the way.</summary>
internal sealed class LedgerExportChecks
{
    // Room for the longest note with every character escaped, and far more than the longest leaf needs.
    private const int MaximumLineLength = 6 * SignedNote.MaximumLength + 1024;

    private readonly VerificationKey _key;
    private readonly SignedNote? _earlierNote;
    private readonly Checkpoint? _earlier;
    private readonly CompactRange _tree = new();
    private TreeHash? _rootAtEarlierSize;
    private long _attestations;

    public LedgerExportChecks(VerificationKey key, SignedNote? earlier)
    {
        _key = key;
        _earlierNote = earlier;
        _earlier = earlier is null ? null : Checkpoint.Parse(earlier.Text);
    }

    public async Task<LedgerExportVerdict> RunAsync(
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        var lines = new BoundedLineReader(stream, MaximumLineLength);
        var origin = ReadHeader(await NextAsync(lines, cancellationToken).ConfigureAwait(false));
        RememberRoot();
        string? checkpoint = null;
        while (checkpoint is null)
        {
            var line = await NextAsync(lines, cancellationToken).ConfigureAwait(false);
            checkpoint = JsonPart.Read(line, $"Line {lines.LineNumber}", ReadLeafOrCheckpoint);
        }

        if (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new EvidenceFormatException(
                $"Line {lines.LineNumber} follows the checkpoint, which should be the last."
            );
        }

        return Conclude(origin, SignedNote.Parse(checkpoint));
    }

    private static async Task<ReadOnlyMemory<byte>> NextAsync(
        BoundedLineReader lines,
        CancellationToken cancellationToken
    ) =>
        await lines.ReadAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new EvidenceFormatException(
            "The export ends before its checkpoint: it is not whole."
        );

    private static string ReadHeader(ReadOnlyMemory<byte> line) =>
        JsonPart.Read(
            line,
            "Line 1",
            header =>
                header.WithProperties("format", "origin").Text("format") == LedgerExport.Format
                    ? header.Text("origin")
                    : throw new EvidenceFormatException(
                        $"Line 1: the format is not {LedgerExport.Format}."
                    )
        );

    private string? ReadLeafOrCheckpoint(JsonPart line)
    {
        if (line.Has("checkpoint"))
        {
            return line.WithProperties("checkpoint").Text("checkpoint");
        }

        var leaf = line.WithProperties("leaf").Bytes("leaf");
        _tree.Append(MerkleTree.LeafHash(leaf));
        _attestations += IsAttestation(leaf) ? 1 : 0;
        RememberRoot();
        return null;
    }

    private void RememberRoot()
    {
        if (_tree.Size == _earlier?.Size)
        {
            _rootAtEarlierSize = _tree.Root();
        }
    }

    // An entry of a kind that came later than this version is hashed like any other, and counted apart.
    private static bool IsAttestation(byte[] leaf)
    {
        if (AttestationLeaf.KindOf(leaf) != LedgerEntryKind.Attestation)
        {
            return false;
        }

        try
        {
            AttestationLeaf.Decode(leaf);
            return true;
        }
        catch (EvidenceFormatException)
        {
            return false;
        }
    }

    private LedgerExportVerdict Conclude(string origin, SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        List<EvidenceCheck> checks =
        [
            EvidenceCheck.Of(
                "origin",
                origin == _key.Name && checkpoint.Origin == _key.Name,
                $"The ledger is {_key.Name}.",
                $"The export or its checkpoint is not of the ledger {_key.Name}."
            ),
            EvidenceCheck.Of(
                "signature",
                note.IsSignedBy(_key),
                "The checkpoint is signed by the given key.",
                "The checkpoint is not signed by the given key."
            ),
            EvidenceCheck.Of(
                "size",
                checkpoint.Size == _tree.Size,
                $"The export holds all {_tree.Size} entries that the checkpoint covers.",
                $"The export holds {_tree.Size} entries, but the checkpoint covers {checkpoint.Size}."
            ),
            EvidenceCheck.Of(
                "root",
                checkpoint.Root == _tree.Root(),
                "The entries lead to the checkpoint's root.",
                "The entries do not lead to the checkpoint's root."
            ),
        ];
        AddEarlierChecks(checks);
        return new LedgerExportVerdict(checks, checkpoint, _tree.Size, _attestations);
    }

    private void AddEarlierChecks(List<EvidenceCheck> checks)
    {
        if (_earlierNote is null || _earlier is null)
        {
            return;
        }

        var isByKey = _earlierNote.IsSignedBy(_key) && _earlier.Origin == _key.Name;
        checks.Add(
            EvidenceCheck.Of(
                "earlier-signature",
                isByKey,
                "The earlier checkpoint is of this ledger and signed by the given key.",
                "The earlier checkpoint is not of this ledger and signed by the given key."
            )
        );
        checks.Add(
            EvidenceCheck.Of(
                "earlier-prefix",
                _rootAtEarlierSize == _earlier.Root,
                $"The export begins with the {_earlier.Size} entries of the earlier checkpoint, unaltered.",
                $"The export does not begin with the {_earlier.Size} entries of the earlier checkpoint."
            )
        );
    }
}
