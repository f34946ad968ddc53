using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>A section as it stands in the file, before its Markdown is read.</summary>
/// <param name="Id">The id in braces, or made from the heading.</param>
/// <param name="Heading">The heading without the id.</param>
/// <param name="Line">The line of the heading.</param>
/// <param name="Body">The lines below the heading, comments emptied so that lines keep their numbers.</param>
/// <param name="Teaches">The ids that it says it teaches.</param>
/// <param name="TeachesLine">The line on which it says so.</param>
/// <param name="Anchors">The ids of headings within it.</param>
internal sealed record RawSection(
    string Id,
    string Heading,
    int Line,
    string Body,
    IReadOnlyList<string> Teaches,
    int TeachesLine,
    IReadOnlyList<string> Anchors
);

/// <summary>The body of a module: its sections and what they share.</summary>
/// <param name="Text">The whole body as it was written.</param>
/// <param name="Sections">The sections in the order of the file.</param>
/// <param name="Definitions">Footnotes, abbreviations and link targets: written once, good in every section.</param>
/// <param name="Glossary">The abbreviations among them.</param>
internal sealed record RawBody(
    string Text,
    IReadOnlyList<RawSection> Sections,
    IReadOnlyList<string> Definitions,
    IReadOnlyList<GlossaryEntry> Glossary
);

/// <summary>Splits the body of a module at its headings of level two.</summary>
internal sealed partial class SectionSplitter
{
    private readonly FileLog _problems;
    private readonly TeReoWords _teReo;
    private readonly List<RawSection> _sections = [];
    private readonly List<string> _definitions = [];
    private readonly List<GlossaryEntry> _glossary = [];
    private readonly List<string> _lines = [];
    private readonly List<string> _anchors = [];
    private readonly List<string> _teaches = [];
    private (string Id, string Heading, int Line)? _current;
    private int _teachesLine;
    private bool _reportedTextBefore;

    private SectionSplitter(FileLog problems, TeReoWords teReo)
    {
        _problems = problems;
        _teReo = teReo;
    }

    public static RawBody Split(string body, int bodyLine, TeReoWords teReo, FileLog problems)
    {
        var splitter = new SectionSplitter(problems, teReo);
        var fence = new CodeFence();
        var number = bodyLine;
        foreach (var line in body.Split('\n'))
        {
            splitter.Take(line, number, insideCode: fence.Holds(line));
            number++;
        }

        splitter.EndSection();
        splitter.KeepWithinLimits(bodyLine);
        return new RawBody(body, splitter._sections, splitter._definitions, splitter._glossary);
    }

    // Each section is rendered with all definitions.
    private void KeepWithinLimits(int bodyLine)
    {
        if (
            _sections.Count > ContentLimits.Sections
            || _definitions.Count > ContentLimits.Definitions
        )
        {
            _problems.Error(
                bodyLine,
                $"The module has more than {ContentLimits.Sections} sections or {ContentLimits.Definitions} definitions.",
                "Split it into shorter modules."
            );
            _sections.Clear();
            _definitions.Clear();
        }
    }

    private void Take(string line, int number, bool insideCode)
    {
        if (insideCode)
        {
            _lines.Add(line);
        }
        else if (SectionHeading().Match(line) is { Success: true } heading)
        {
            EndSection();
            BeginSection(heading, number);
        }
        else if (Comment().Match(line) is { Success: true } comment)
        {
            TakeComment(comment.Groups["text"].Value, number);
            _lines.Add("");
        }
        else if (Definition().IsMatch(line))
        {
            TakeDefinition(line);
            _lines.Add("");
        }
        else
        {
            TakeText(line, number);
        }
    }

    private void TakeText(string line, int number)
    {
        if (InnerHeading().Match(line) is { Success: true } inner)
        {
            _anchors.Add(inner.Groups["id"].Value);
        }

        if (_current is null && !_reportedTextBefore && !string.IsNullOrWhiteSpace(line))
        {
            _reportedTextBefore = true;
            _problems.Error(
                number,
                "There is text before the first section.",
                "Begin a section with a heading of two hashes: ## Heading {#its-id}"
            );
        }

        _lines.Add(line);
    }

    private void TakeComment(string text, int number)
    {
        if (!text.StartsWith("teaches:", StringComparison.Ordinal))
        {
            return;
        }

        if (_teachesLine > 0)
        {
            _problems.Error(
                number,
                "This section says twice what it teaches.",
                "Join the two lines into one."
            );
        }

        _teachesLine = number;
        _teaches.AddRange(
            text["teaches:".Length..]
                .Split(
                    [',', ' '],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
        );
    }

    private void TakeDefinition(string line)
    {
        _definitions.Add(line.Trim());
        if (GlossaryWord().Match(line) is { Success: true } word)
        {
            var text = word.Groups["word"].Value.Trim();
            _glossary.Add(
                new GlossaryEntry(text, word.Groups["meaning"].Value.Trim(), _teReo.Includes(text))
            );
        }
    }

    private void BeginSection(Match heading, int number)
    {
        var text = heading.Groups["text"].Value.Trim();
        var id = heading.Groups["id"].Success ? heading.Groups["id"].Value : IdFrom(text);
        if (!FieldReader.IsSlug(id))
        {
            _problems.Error(
                number,
                $"The section's id \"{FieldReader.Short(id)}\" cannot be part of an address.",
                "Use lower-case letters, figures and hyphens, such as {#your-rights}."
            );
            id = "section-" + number.ToString(CultureInfo.InvariantCulture);
        }
        else if (_sections.Exists(section => section.Id == id))
        {
            _problems.Error(
                number,
                $"A section with the id \"{id}\" came before.",
                "Give this one another id in braces, such as {#another-id}."
            );
        }

        _current = (id, text, number);
        _lines.Clear();
        _anchors.Clear();
        _teaches.Clear();
        _teachesLine = 0;
    }

    private void EndSection()
    {
        if (_current is not { } current)
        {
            return;
        }

        var section = new RawSection(
            current.Id,
            current.Heading,
            current.Line,
            string.Join('\n', _lines),
            [.. _teaches.Distinct(StringComparer.Ordinal)],
            _teachesLine > 0 ? _teachesLine : current.Line,
            [.. _anchors]
        );
        _sections.Add(section);
        if (string.IsNullOrWhiteSpace(section.Body))
        {
            _problems.Error(
                current.Line,
                "This section has no text.",
                "Write it, or delete the heading."
            );
        }
    }

    /// <summary>An id from a heading: te reo's macrons go, as they do in addresses.</summary>
    internal static string IdFrom(string heading)
    {
        var plain = new StringBuilder();
        foreach (var letter in heading.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                && letter is not ('\'' or '’')
            )
            {
                plain.Append('-');
            }
        }

        return string.Join('-', plain.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(
        @"^##[ \t]+(?<text>[^\n]*?)[ \t]*(\{#(?<id>[^}\s]*)\})?[ \t]*#*[ \t]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SectionHeading();

    [GeneratedRegex(
        @"^ {0,3}#{3,6}[ \t].*\{#(?<id>[a-z0-9-]+)\}[ \t]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex InnerHeading();

    [GeneratedRegex(
        @"^[ \t]*<!--[ \t]*(?<text>.*?)[ \t]*-->[ \t]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^ {0,3}\*?\[[^\]]+\]:[ \t]*\S",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"^ {0,3}\*\[(?<word>[^\]]{1,80})\]:[ \t]*(?<meaning>\S.*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex GlossaryWord();
}
