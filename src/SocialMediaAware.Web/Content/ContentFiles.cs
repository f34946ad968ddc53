using System.Text;

namespace SocialMediaAware.Web.Content;

/// <summary>A file as it was read: its exact bytes, and its text with LF line ends.</summary>
internal sealed record ContentFile(string Path, byte[] Bytes, string Text);

/// <summary>Reads files of the content folder, and refuses what cannot be text that a person wrote.</summary>
internal sealed class ContentFiles(string folder, MessageLog log)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public string Folder => folder;

    public bool Exists(string path) => File.Exists(OnDisk(path));

    public bool FolderExists(string path) => Directory.Exists(OnDisk(path));

    /// <summary>The files of a folder in a fixed order, as paths relative to the content folder.</summary>
    public IReadOnlyList<string> FilesIn(string path, string pattern) =>
        !FolderExists(path)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(OnDisk(path), pattern)
                    .Select(file => $"{path}/{Path.GetFileName(file)}")
                    .Where(static file => !Path.GetFileName(file).StartsWith('.'))
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>The names of the folders in a folder in a fixed order.</summary>
    public IReadOnlyList<string> FoldersIn(string path) =>
        !FolderExists(path)
            ? []
            :
            [
                .. Directory
                    .EnumerateDirectories(OnDisk(path))
                    .Select(static directory => Path.GetFileName(directory))
                    .Where(static name => !name.StartsWith('.'))
                    .Order(StringComparer.Ordinal),
            ];

    public ContentFile? Read(string path)
    {
        var problems = log.For(path);
        try
        {
            using var stream = File.OpenRead(OnDisk(path));
            if (stream.Length > ContentLimits.FileBytes)
            {
                problems.Error(
                    1,
                    $"The file is larger than {ContentLimits.FileBytes / 1024} KiB.",
                    "Split it, or move out what is not text."
                );
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Decode(path, bytes, problems);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            problems.Error(
                1,
                "The file cannot be read.",
                "Check that it exists and that the portal may read it."
            );
            return null;
        }
    }

    /// <summary>Turns bytes into text, or says why they are not text.</summary>
    public static ContentFile? Decode(string path, byte[] bytes, FileLog problems)
    {
        if (bytes.Length > ContentLimits.FileBytes)
        {
            problems.Error(1, "The file is too large.", "Split it.");
            return null;
        }

        string text;
        try
        {
            text = NormalisedText.WithoutByteOrderMark(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            problems.Error(1, "The file is not UTF-8 text.", "Save it with the encoding UTF-8.");
            return null;
        }

        text = NormalisedText.WithLineFeeds(text);
        return HasOnlyText(text, problems) ? new ContentFile(path, bytes, text) : null;
    }

    private static bool HasOnlyText(string text, FileLog problems)
    {
        var line = 1;
        foreach (var letter in text)
        {
            if (letter == '\n')
            {
                line++;
            }
            else if (letter != '\t' && (char.IsControl(letter) || letter is '\uFFFE' or '\uFFFF'))
            {
                problems.Error(
                    line,
                    $"The file has a control character (U+{(int)letter:X4}).",
                    "Delete it; only text, tabs and line ends may be in the file."
                );
                return false;
            }
        }

        return true;
    }

    private string OnDisk(string path) =>
        Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
}
