using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>Turns links as content owners write them, from file to file, into the portal's addresses.</summary>
internal sealed partial class ContentLinks(Func<string, bool> fileExists)
{
    private static readonly string[] ImageEndings = [".png", ".jpg", ".jpeg", ".gif", ".webp"];

    // Module → anchor → the address below /learning/<module>.
    private readonly Dictionary<string, Dictionary<string, string>> _anchors = new(
        StringComparer.Ordinal
    );

    public void AddModule(string slug, IEnumerable<RawSection> sections)
    {
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            anchors.TryAdd(section.Id, section.Id);
            foreach (var anchor in section.Anchors)
            {
                anchors.TryAdd(anchor, $"{section.Id}#{anchor}");
            }
        }

        _anchors[slug] = anchors;
    }

    /// <summary>Where a link leads that stands in a file.</summary>
    /// <param name="file">The file, relative to the content folder.</param>
    /// <param name="moduleSlug">The module that the file belongs to.</param>
    /// <param name="written">The address as it was written.</param>
    public LinkTarget Resolve(string file, string moduleSlug, string written)
    {
        if (Scheme().Match(written) is { Success: true } scheme)
        {
            return ResolveOutside(scheme.Groups["scheme"].Value.ToLowerInvariant(), written);
        }

        if (written.StartsWith('#'))
        {
            return ToModule(moduleSlug, written[1..]);
        }

        return
            written.Length == 0
            || written.StartsWith('/')
            || written.Contains('\\', StringComparison.Ordinal)
            ? Refused(
                $"The link \"{FieldReader.Short(written)}\" is not an address within the content."
            )
            : ResolveInside(file, written);
    }

    /// <summary>Where a link leads that names a scheme.</summary>
    public static LinkTarget ResolveOutside(string scheme, string written) =>
        scheme switch
        {
            "https"
                when Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Host.Length > 0 =>
                new LinkTarget(uri.AbsoluteUri, null),
            "mailto" when MailAddress().IsMatch(written) => new LinkTarget(written, null),
            "tel" when Telephone().IsMatch(written) => new LinkTarget(written, null),
            "http" => Refused(
                $"The link \"{FieldReader.Short(written)}\" is not secure: it should begin with https."
            ),
            "https" or "mailto" or "tel" => Refused(
                $"The address \"{FieldReader.Short(written)}\" is not complete."
            ),
            _ => Refused($"Links of the kind \"{FieldReader.Short(scheme)}:\" are not allowed."),
        };

    private LinkTarget ResolveInside(string file, string written)
    {
        var hash = written.IndexOf('#', StringComparison.Ordinal);
        var anchor = hash < 0 ? "" : written[(hash + 1)..];
        var path = Combine(file, hash < 0 ? written : written[..hash]);
        if (path is null || !fileExists(path))
        {
            return Refused($"Broken link: there is no file \"{FieldReader.Short(written)}\".");
        }

        if (ModuleFile().Match(path) is { Success: true } module)
        {
            return ToModule(module.Groups["slug"].Value, anchor);
        }

        if (ImageEndings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
        {
            return new LinkTarget($"/content/{path}", null);
        }

        return HelpFile().Match(path) is { Success: true } help
            ? new LinkTarget(
                $"/help/{help.Groups["page"].Value}{(anchor.Length > 0 ? $"#{anchor}" : "")}",
                null
            )
            : Refused(
                $"The file \"{FieldReader.Short(written)}\" is not one that readers can open."
            );
    }

    private LinkTarget ToModule(string slug, string anchor)
    {
        if (!_anchors.TryGetValue(slug, out var anchors))
        {
            return Refused($"Broken link: there is no module \"{FieldReader.Short(slug)}\".");
        }

        if (anchor.Length == 0)
        {
            return new LinkTarget($"/learning/{slug}", null);
        }

        return anchors.TryGetValue(anchor, out var section)
            ? new LinkTarget($"/learning/{slug}/{section}", null)
            : Refused(
                $"Broken link: the module \"{slug}\" has no section \"{FieldReader.Short(anchor)}\"."
            );
    }

    // Null where the path leaves the content folder.
    private static string? Combine(string file, string relative)
    {
        var parts = file.Split('/').SkipLast(1).ToList();
        foreach (var part in relative.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        var path = string.Join('/', parts);
        return PathOfFile().IsMatch(path) ? path : null;
    }

    private static LinkTarget Refused(string problem) => new(null, problem);

    [GeneratedRegex(
        @"^[\s\p{C}]*(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)[\s\p{C}]*:",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Scheme();

    [GeneratedRegex(
        @"^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+(\?subject=[\w%.-]+)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MailAddress();

    [GeneratedRegex(
        @"^tel:[+0-9][0-9-]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Telephone();

    [GeneratedRegex(
        @"^modules/(?<slug>[a-z0-9-]+)/module\.md$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ModuleFile();

    [GeneratedRegex(
        @"^help/(?<page>[a-z0-9/-]+)\.md$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HelpFile();

    [GeneratedRegex(@"^[\w. /-]+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PathOfFile();
}
