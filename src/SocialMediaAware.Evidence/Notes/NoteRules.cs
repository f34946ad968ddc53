namespace SocialMediaAware.Evidence;

/// <summary>What C2SP signed-note allows in a note's text and in a key's name.</summary>
internal static class NoteRules
{
    public static void RequireText(string text)
    {
        if (!text.EndsWith('\n'))
        {
            throw new EvidenceFormatException("A note's text does not end with a newline.");
        }

        RequirePrintable(text);
    }

    public static void RequirePrintable(string text)
    {
        StrictUtf8.Encode(text, "A note");
        if (text.Any(character => character < ' ' && character != '\n'))
        {
            throw new EvidenceFormatException(
                "A note contains a control character other than the newline."
            );
        }
    }

    public static void RequireKeyName(string name)
    {
        StrictUtf8.Encode(name, "A key's name");
        if (
            name.Length == 0
            || name.Any(character => char.IsWhiteSpace(character) || character is < ' ' or '+')
        )
        {
            throw new EvidenceFormatException(
                "A key's name is empty, or contains a space, a plus or a control character."
            );
        }
    }
}
