namespace SocialMediaAware.Web.Content;

/// <summary>A Markdown file split into its fields and its body.</summary>
/// <param name="Fields">The fields, or null where they cannot be read, which was reported.</param>
/// <param name="Body">All that follows the front matter, or null where it is refused, which was reported.</param>
/// <param name="BodyLine">The line of the file on which the body begins.</param>
internal sealed record FrontMatter(FieldReader? Fields, string? Body, int BodyLine)
{
    private const string Fence = "---";

    public static FrontMatter Split(ContentFile file, FileLog problems)
    {
        var lines = file.Text.Split('\n');
        var end = lines[0].TrimEnd() == Fence ? EndOfFields(lines) : -1;
        if (end < 0)
        {
            problems.Error(
                1,
                "The front matter is missing.",
                "Begin the file with a line of three hyphens, the fields, and a line of three hyphens."
            );
            return new FrontMatter(null, WithinLimits(file.Text, 1, problems), 1);
        }

        var yaml = string.Join('\n', lines[1..end]);
        var body = string.Join('\n', lines[(end + 1)..]);
        return new FrontMatter(
            ReadFields(yaml, problems),
            WithinLimits(body, end + 2, problems),
            end + 2
        );
    }

    private static string? WithinLimits(string body, int bodyLine, FileLog problems)
    {
        if (MarkdownLimits.TooLong(body) is not { } tooLong)
        {
            return body;
        }

        problems.AddFindings([tooLong], linesBefore: bodyLine - 1);
        return null;
    }

    private static FieldReader? ReadFields(string yaml, FileLog problems)
    {
        if (yaml.Length > ContentLimits.FrontMatterLength)
        {
            problems.Error(2, "The front matter is too long.", "Keep the text in the body.");
            return null;
        }

        var map = YamlTreeReader.ReadMap(yaml, linesBefore: 1, problems);
        return map is null ? null : new FieldReader(map, problems);
    }

    private static int EndOfFields(string[] lines) =>
        Array.FindIndex(lines, 1, static line => line.TrimEnd() == Fence);
}
