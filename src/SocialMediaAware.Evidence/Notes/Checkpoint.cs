using System.Globalization;

namespace SocialMediaAware.Evidence;

/// <summary>
/// What a tree was at one size: the text of a C2SP tlog-checkpoint. Signed and held by somebody else than the
/// portal, it pins every entry up to that size.
/// </summary>
public sealed class Checkpoint
{
    /// <summary>A checkpoint of a tree.</summary>
    /// <param name="origin">The ledger's name: one line that is not empty.</param>
    /// <param name="size">The number of leaves.</param>
    /// <param name="root">The root of the tree of that size.</param>
    /// <param name="extensions">More lines, none of them empty. C2SP advises against any.</param>
    /// <exception cref="EvidenceFormatException">A value cannot be written as a line of a note, or the size is negative.</exception>
    public Checkpoint(
        string origin,
        long size,
        TreeHash root,
        IReadOnlyList<string>? extensions = null
    )
    {
        Origin = origin;
        Size = size;
        Root = root;
        Extensions = extensions ?? [];
        if (size < 0)
        {
            throw new EvidenceFormatException("A checkpoint's size is negative.");
        }

        if (Extensions.Prepend(origin).Any(line => line.Length == 0 || line.Contains('\n')))
        {
            throw new EvidenceFormatException(
                "A checkpoint has a line that is empty or that holds a newline."
            );
        }

        NoteRules.RequireText(ToText());
    }

    /// <summary>The ledger's name; equal to the name of the key that signs it.</summary>
    public string Origin { get; }

    /// <summary>The number of leaves.</summary>
    public long Size { get; }

    /// <summary>The root of the tree of that size.</summary>
    public TreeHash Root { get; }

    /// <summary>Lines after the root, opaque here.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads a note's text as a checkpoint.</summary>
    /// <exception cref="EvidenceFormatException">It has another form, or the same in another spelling (leading zeros, other base64).</exception>
    public static Checkpoint Parse(string text)
    {
        NoteRules.RequireText(text);
        var lines = text[..^1].Split('\n');
        if (lines.Length < 3)
        {
            throw new EvidenceFormatException(
                "A checkpoint has fewer than three lines: origin, size and root."
            );
        }

        var isNumber = long.TryParse(
            lines[1],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var size
        );
        if (!isNumber || size.ToString(CultureInfo.InvariantCulture) != lines[1])
        {
            throw new EvidenceFormatException(
                "A checkpoint's size is not a decimal number without leading zeros."
            );
        }

        return new Checkpoint(lines[0], size, TreeHash.FromBase64(lines[2]), lines[3..]);
    }

    /// <summary>The note's text: origin, size, root in base64 and extensions, a newline after each.</summary>
    public string ToText()
    {
        var size = Size.ToString(CultureInfo.InvariantCulture);
        return string.Concat(
            ((string[])[Origin, size, Root.ToBase64(), .. Extensions]).Select(line => line + "\n")
        );
    }

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();
}
