using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.BrowserTests;

/// <summary>
/// The repository's content with one programme of each kind at Kāinga Ora, all on the social media modules, so that a journey has one
/// thing to do at a time, and an election finds people who signed before.
/// </summary>
internal sealed class OneOfEachKind : IDisposable
{
    private static readonly string[] Programmes = ["onboarding", "yearly", "election"];

    /// <summary>Copies the content.</summary>
    public OneOfEachKind()
    {
        Folder = Directory.CreateTempSubdirectory("sma-journey-").FullName;
        var content = Repository.Folder("content");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(content, file);
            if (
                name.StartsWith("programmes", StringComparison.Ordinal)
                && !Programmes.Any(kind =>
                    name.EndsWith($"kainga-ora-{kind}.yml", StringComparison.Ordinal)
                )
            )
            {
                continue;
            }

            var copy = Path.Combine(Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var election = Path.Combine(Folder, "programmes", "kainga-ora-election.yml");
        var text = File.ReadAllText(election);
        Assert.Contains("[walking-a-fine-line]", text, StringComparison.Ordinal);
        File.WriteAllText(
            election,
            text.Replace(
                "[walking-a-fine-line]",
                "[kainga-ora-social-media-guidance, be-social-media-aware]",
                StringComparison.Ordinal
            )
        );
    }

    /// <summary>The folder of the copy.</summary>
    public string Folder { get; }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
