namespace SocialMediaAware.Evidence;

/// <summary>A text with the signatures under it, in the form of C2SP signed-note: the text, an empty line, signature lines.</summary>
/// <remarks>Nothing in <see cref="Text"/> may be believed before <see cref="IsSignedBy"/> has said yes.</remarks>
public sealed class SignedNote
{
    /// <summary>The greatest length of a note that is read, in UTF-8 bytes.</summary>
    public const int MaximumLength = 128 * 1024;

    private const int MaximumSignatures = 100;

    internal SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>What is signed, its last newline included.</summary>
    public string Text { get; }

    /// <summary>All signature lines in their order, those of unknown keys included.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note from its UTF-8.</summary>
    /// <exception cref="EvidenceFormatException">It is not a signed note, or longer than <see cref="MaximumLength"/>.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> utf8) =>
        utf8.Length <= MaximumLength
            ? Parse(StrictUtf8.Decode(utf8, "A note"))
            : throw new EvidenceFormatException($"A note is longer than {MaximumLength} bytes.");

    /// <summary>Reads a note.</summary>
    /// <exception cref="EvidenceFormatException">It is not a signed note, or longer than <see cref="MaximumLength"/>.</exception>
    public static SignedNote Parse(string note)
    {
        if (note.Length > MaximumLength)
        {
            throw new EvidenceFormatException($"A note is longer than {MaximumLength} bytes.");
        }

        NoteRules.RequirePrintable(note);
        // The text may have empty lines of its own: the last one parts it from the signatures.
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || end + 2 == note.Length || !note.EndsWith('\n'))
        {
            throw new EvidenceFormatException(
                "A note has no empty line with complete signature lines after it."
            );
        }

        var lines = note[(end + 2)..^1].Split('\n');
        if (lines.Length > MaximumSignatures)
        {
            throw new EvidenceFormatException(
                $"A note has more than {MaximumSignatures} signatures."
            );
        }

        return new SignedNote(note[..(end + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>Whether the key has signed the text. A signature that claims to be by this key and is not spoils the note.</summary>
    public bool IsSignedBy(VerificationKey key)
    {
        var claimed = Signatures.Where(signature => signature.IsMadeBy(key)).ToList();
        var text = StrictUtf8.Encode(Text, "A note");
        return claimed.Count > 0
            && claimed.TrueForAll(signature => key.HasSigned(text, signature.Signature.Span));
    }

    /// <summary>The whole note as it is written to a file: text, empty line, signatures.</summary>
    public string ToText() =>
        $"{Text}\n{string.Concat(Signatures.Select(signature => signature.ToLine() + "\n"))}";

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();
}
