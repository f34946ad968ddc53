namespace SocialMediaAware.Web.Content;

/// <summary>Holds the current library, and replaces it whole when the content folder is read again.</summary>
/// <param name="folder">The content folder.</param>
/// <param name="clock">Tells how long ago the folder was looked at.</param>
/// <param name="load">Reads the folder; <see cref="ContentLoader.Load" /> where it is left out.</param>
public sealed class ContentStore(
    string folder,
    TimeProvider clock,
    Func<string, IReadOnlyList<EarlierVersion>, ContentLoadResult>? load = null
)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly Lock _oneAtATime = new();
    private IReadOnlyList<EarlierVersion> _earlierVersions = [];
    private volatile ContentLibrary? _library;
    private volatile IReadOnlyList<ContentMessage> _messages = [];
    private Fingerprint? _read;
    private long? _lastLook;

    /// <summary>The content folder.</summary>
    public string Folder => folder;

    /// <summary>The last library that was read without an error; the first use reads it.</summary>
    /// <exception cref="InvalidOperationException">The content has never been without an error.</exception>
    public ContentLibrary Library
    {
        get
        {
            if (_library is null)
            {
                lock (_oneAtATime)
                {
                    if (_library is null)
                    {
                        Read();
                    }
                }
            }

            return _library ?? throw new InvalidOperationException(ErrorsAsText());
        }
    }

    /// <summary>
    /// What was found when the folder was last read. Errors here, beside a <see cref="Library"/>, mean that the library
    /// is an older one.
    /// </summary>
    public IReadOnlyList<ContentMessage> Messages => _messages;

    /// <summary>Whether the folder as last read has an error.</summary>
    public bool HasErrors => _messages.Any(static message => message.Severity == Severity.Error);

    /// <summary>Reads the folder again. With an error the library stays what it was.</summary>
    /// <param name="earlierVersions">Published versions kept elsewhere; null: those given before.</param>
    public IReadOnlyList<ContentMessage> Reload(
        IReadOnlyList<EarlierVersion>? earlierVersions = null
    )
    {
        lock (_oneAtATime)
        {
            _earlierVersions = earlierVersions ?? _earlierVersions;
            Read();
            return _messages;
        }
    }

    /// <summary>Reads the folder again if a file in it changed; looks at most twice a second. For Development.</summary>
    /// <returns>Whether it was read again.</returns>
    public bool ReloadIfFilesChanged()
    {
        lock (_oneAtATime)
        {
            if (_lastLook is { } last && clock.GetElapsedTime(last) < BetweenLooks)
            {
                return false;
            }

            _lastLook = clock.GetTimestamp();
            if (_read is not null && _read == Fingerprint.Of(folder))
            {
                return false;
            }

            Read();
            return true;
        }
    }

    /// <summary>
    /// Holds the files from now on to versions that were just kept of this very library. Nothing is read: they say nothing new.
    /// </summary>
    public void Remember(IReadOnlyList<EarlierVersion> keptOfThisLibrary)
    {
        lock (_oneAtATime)
        {
            _earlierVersions = keptOfThisLibrary;
        }
    }

    private void Read()
    {
        // Taken before reading: a file that changes meanwhile is then read once more.
        _read = Fingerprint.Of(folder);
        var result = (load ?? ContentLoader.Load)(folder, _earlierVersions);
        _messages = result.Messages;
        _library = result.Library ?? _library;
    }

    private string ErrorsAsText() =>
        string.Join(
            Environment.NewLine,
            Messages
                .Where(static message => message.Severity == Severity.Error)
                .Select(static message => message.ToString())
                .Prepend($"The content in {folder} has errors.")
        );

    /// <summary>Enough of a folder to notice that somebody saved, added, moved or deleted a file.</summary>
    private sealed record Fingerprint(int Files, long Bytes, DateTime NewestWrite)
    {
        public static Fingerprint Of(string folder)
        {
            if (!Directory.Exists(folder))
            {
                return new Fingerprint(0, 0, default);
            }

            var everyFile = new DirectoryInfo(folder)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .ToList();
            return new Fingerprint(
                everyFile.Count,
                everyFile.OfType<FileInfo>().Sum(LengthOf),
                everyFile.Select(static file => file.LastWriteTimeUtc).DefaultIfEmpty().Max()
            );
        }

        // An editor may take a file away between listing and looking.
        private static long LengthOf(FileInfo file)
        {
            try
            {
                return file.Length;
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }
}
