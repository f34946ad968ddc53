using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>A text within a file, with the line on which it begins.</summary>
internal sealed record RawText(string Markdown, int Line)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Markdown);
}

/// <summary>An option as it stands in the file.</summary>
internal sealed record RawOption(bool IsRight, RawText Text, RawText Feedback);

/// <summary>The body of a scenario, split into story, options with feedback, and principle.</summary>
internal sealed partial record ScenarioBody(
    RawText Story,
    IReadOnlyList<RawOption> Options,
    RawText Principle
)
{
    public static ScenarioBody Split(string body, int bodyLine, FileLog problems)
    {
        var lines = body.Split('\n');
        var firstOption = Array.FindIndex(lines, static line => OptionStart().IsMatch(line));
        var storyEnd = firstOption < 0 ? lines.Length : firstOption;
        var story = Text(lines[..storyEnd], bodyLine);
        if (story.IsEmpty)
        {
            problems.Error(
                bodyLine,
                "The scenario has no story.",
                "Tell the situation before the options."
            );
        }

        var options = new List<RawOption>();
        var next = storyEnd;
        while (next < lines.Length && OptionStart().Match(lines[next]) is { Success: true } start)
        {
            var end = next + 1;
            while (end < lines.Length && BelongsToOption(lines[end]))
            {
                end++;
            }

            options.Add(ToOption(start, lines[next..end], bodyLine + next));
            next = end;
        }

        return new ScenarioBody(
            story,
            options,
            PrincipleOf(lines[next..], bodyLine + next, problems)
        );
    }

    private static bool BelongsToOption(string line) =>
        string.IsNullOrWhiteSpace(line)
        || line.StartsWith("  ", StringComparison.Ordinal)
        || line.StartsWith('\t');

    private static RawOption ToOption(Match start, string[] lines, int line)
    {
        var feedbackFrom = Array.FindIndex(
            lines,
            1,
            static each => each.TrimStart().StartsWith('>')
        );
        var textEnd = feedbackFrom < 0 ? lines.Length : feedbackFrom;
        string[] text =
        [
            start.Groups["text"].Value,
            .. lines[1..textEnd].Select(static each => each.Trim()),
        ];
        var feedback = feedbackFrom < 0 ? [] : lines[feedbackFrom..].Select(WithoutQuote).ToArray();
        return new RawOption(
            start.Groups["mark"].Value is "x" or "X",
            Text(text, line),
            Text(feedback, line + Math.Max(feedbackFrom, 0))
        );
    }

    private static RawText PrincipleOf(string[] lines, int line, FileLog problems)
    {
        var first = Array.FindIndex(lines, static each => !string.IsNullOrWhiteSpace(each));
        if (first < 0)
        {
            problems.Error(
                Math.Max(1, line - 1),
                "The scenario does not say what to take away.",
                "End it with a line that begins with > and names the principle."
            );
            return new RawText("", line);
        }

        var stray = Array.FindIndex(
            lines,
            static each => !string.IsNullOrWhiteSpace(each) && !each.StartsWith('>')
        );
        if (stray >= 0)
        {
            problems.Error(
                line + stray,
                "After the options only the principle may follow.",
                "Move the text into the story, indent it below its option, or begin the line with >."
            );
        }

        return Text([.. lines[first..].Select(WithoutQuote)], line + first);
    }

    private static RawText Text(string[] lines, int line)
    {
        var skipped = lines.TakeWhile(string.IsNullOrWhiteSpace).Count();
        return new RawText(string.Join('\n', lines.Skip(skipped)).TrimEnd(), line + skipped);
    }

    private static string WithoutQuote(string line)
    {
        var text = line.Trim();
        return text.StartsWith('>') ? text[1..].TrimStart() : text;
    }

    [GeneratedRegex(
        @"^ ?[-*] \[(?<mark>[ xX])\][ \t]*(?<text>.*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OptionStart();
}
