namespace SocialMediaAware.Web.Content;

/// <summary>
/// Refuses Markdown that the parser would be slow at or fail on: it is quadratic in brackets and marks of emphasis
/// and recurses through nested blocks. What people write is far from these limits.
/// </summary>
internal static class MarkdownLimits
{
    private const string Marks = "*_`<&!~$:|";

    /// <summary>Why a text is refused, or null where it is not. Lines are counted from one.</summary>
    public static MarkdownFinding? Refusal(string markdown)
    {
        var tooLong = TooLong(markdown);
        if (tooLong is not null)
        {
            return tooLong;
        }

        var lines = markdown.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (Refusal(lines[index], index + 1) is { } refusal)
            {
                return refusal;
            }
        }

        return TooManyMarks(markdown) ?? NestedBrackets(lines);
    }

    /// <summary>Why a text is too long to look at more closely, or null where it is not.</summary>
    public static MarkdownFinding? TooLong(string markdown)
    {
        if (markdown.Length > ContentLimits.MarkdownLength)
        {
            return new MarkdownFinding(
                1,
                "The text is too long.",
                "Split it into shorter modules."
            );
        }

        return markdown.AsSpan().Count('\n') >= ContentLimits.MarkdownLines
            ? new MarkdownFinding(
                1,
                "The text has too many lines.",
                "Split it into shorter modules."
            )
            : null;
    }

    private static MarkdownFinding? TooManyMarks(string markdown) =>
        markdown.AsSpan().Count('[') > ContentLimits.Brackets
        || Marks.Any(mark => markdown.AsSpan().Count(mark) > ContentLimits.Marks)
            ? new MarkdownFinding(
                1,
                "The text has too many brackets, bars or marks of emphasis.",
                "Write it more simply, or split it."
            )
            : null;

    private static MarkdownFinding? Refusal(string line, int number)
    {
        if (line.Length > ContentLimits.LineLength)
        {
            return new MarkdownFinding(
                number,
                "The line is too long.",
                $"Break it; {ContentLimits.LineLength} characters are the most."
            );
        }

        if (line.AsSpan().Count('|') > ContentLimits.TableColumns + 1)
        {
            return new MarkdownFinding(
                number,
                "The table has too many columns.",
                "Turn it, or split it."
            );
        }

        return NestsTooDeep(line)
            ? new MarkdownFinding(
                number,
                "Quotes and lists nest too deep here.",
                "Write them beside one another; two levels are enough for a reader."
            )
            : null;
    }

    private static bool NestsTooDeep(string line)
    {
        var column = 0;
        var blocks = 0;
        var position = 0;
        while (position < line.Length && IsIndentOrMarker(line, position, out var length))
        {
            blocks += length;
            column += line[position] == '\t' ? 4 : 1;
            position++;
        }

        return blocks > ContentLimits.NestedBlocks || column > ContentLimits.Indent;
    }

    private static bool IsIndentOrMarker(string line, int position, out int blocks)
    {
        blocks = 0;
        var letter = line[position];
        if (letter is ' ' or '\t')
        {
            return true;
        }

        var endsWord = position + 1 >= line.Length || line[position + 1] is ' ' or '\t';
        if (letter == '>' || (letter is '-' or '+' or '*' or '.' or ')' && endsWord))
        {
            blocks = 1;
            return true;
        }

        return char.IsAsciiDigit(letter) && position < line.Length - 1;
    }

    // Brackets open across lines of one paragraph, and an empty line closes them all.
    private static MarkdownFinding? NestedBrackets(string[] lines)
    {
        var open = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            open = string.IsNullOrWhiteSpace(lines[index]) ? 0 : open;
            foreach (var letter in lines[index])
            {
                open = Math.Max(
                    0,
                    letter switch
                    {
                        '[' => open + 1,
                        ']' => open - 1,
                        _ => open,
                    }
                );
                if (open > ContentLimits.NestedBrackets)
                {
                    return new MarkdownFinding(
                        index + 1,
                        "Too many square brackets are open at once.",
                        "Close each bracket, and put no link inside a link."
                    );
                }
            }
        }

        return null;
    }
}
