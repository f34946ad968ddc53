namespace SocialMediaAware.Web.Content;

/// <summary>A page of the documentation, by role.</summary>
/// <param name="Slug">Its word in addresses: the file's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it says, in a sentence.</param>
/// <param name="Html">Safe HTML, rendered once when loaded.</param>
public sealed record HelpPage(string Slug, string Title, string Summary, string Html);

/// <summary>Reads the pages of <c>help/</c>.</summary>
internal sealed class HelpReader(ContentFiles files, SafeMarkdown markdown, MessageLog log)
{
    private const string Folder = "help";

    public IReadOnlyList<HelpPage> Read() =>
        [.. files.FilesIn(Folder, "*.md").Select(ReadPage).OfType<HelpPage>()];

    private HelpPage? ReadPage(string path)
    {
        var problems = log.For(path);
        var slug = Path.GetFileNameWithoutExtension(path);
        if (!FieldReader.IsSlug(slug))
        {
            problems.Error(
                1,
                $"The file's name \"{FieldReader.Short(slug)}\" cannot be part of an address.",
                "Name it with lower-case letters, figures and hyphens, and .md at the end."
            );
            return null;
        }

        if (files.Read(path) is not { } file)
        {
            return null;
        }

        var parts = FrontMatter.Split(file, problems);
        if (parts is not { Fields: { } fields, Body: { } body })
        {
            return null;
        }

        fields.AllowOnly("title", "summary");
        var title = fields.Required("title", "Write the title that people see.");
        var summary = fields.Required("summary", "Say in a sentence what the page is about.");
        if (title is null || summary is null)
        {
            return null;
        }

        var rendered = markdown.Render(
            body,
            new MarkdownPlace
            {
                Label = title,
                Resolve = Resolve,
                HeadingAbove = 1,
            }
        );
        problems.AddFindings(rendered.Findings, linesBefore: parts.BodyLine - 1);
        return new HelpPage(slug, title, summary, rendered.Html);
    }

    // Pages of the documentation link to one another by their files, and out by safe schemes.
    private LinkTarget Resolve(string written)
    {
        if (Uri.TryCreate(written, UriKind.Absolute, out var absolute))
        {
            return ContentLinks.ResolveOutside(absolute.Scheme, written);
        }

        var (name, anchor) = written.Split('#', 2) is [var before, var after]
            ? (before, $"#{after}")
            : (written, "");
        if (name.Length == 0)
        {
            return new LinkTarget(anchor, null);
        }

        return name.EndsWith(".md", StringComparison.Ordinal) && files.Exists($"{Folder}/{name}")
            ? new LinkTarget($"/help/{Path.GetFileNameWithoutExtension(name)}{anchor}", null)
            : new LinkTarget(
                null,
                $"The link \"{FieldReader.Short(written)}\" leads to no file of help/."
            );
    }
}
