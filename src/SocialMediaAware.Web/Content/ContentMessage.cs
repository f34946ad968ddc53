namespace SocialMediaAware.Web.Content;

/// <summary>How much a message about the content matters.</summary>
public enum Severity
{
    /// <summary>The portal does not start on it.</summary>
    Error,

    /// <summary>The portal starts; somebody should look.</summary>
    Warning,
}

/// <summary>One thing that a content owner should know, and how to mend it.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">The file, relative to the content folder, with forward slashes.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">How to put it right.</param>
public sealed record ContentMessage(
    Severity Severity,
    string File,
    int Line,
    string Message,
    string Mend
)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}: {Message} {Mend}";
}

/// <summary>Collects what is found while content is read.</summary>
internal sealed class MessageLog
{
    private readonly List<ContentMessage> _messages = [];

    public IReadOnlyList<ContentMessage> Messages => _messages;

    public void Add(ContentMessage message) => _messages.Add(message);

    public void AddRange(IEnumerable<ContentMessage> messages) => _messages.AddRange(messages);

    public FileLog For(string file) => new(this, file);
}

/// <summary>Collects what is found in one file.</summary>
internal sealed class FileLog(MessageLog log, string file)
{
    public string File => file;

    public void Error(int line, string message, string mend) =>
        log.Add(new ContentMessage(Severity.Error, file, Math.Max(1, line), message, mend));

    public void Warning(int line, string message, string mend) =>
        log.Add(new ContentMessage(Severity.Warning, file, Math.Max(1, line), message, mend));

    /// <summary>Adds what was found in a text that begins after so many lines of the file.</summary>
    public void AddFindings(IEnumerable<MarkdownFinding> findings, int linesBefore)
    {
        foreach (var finding in findings)
        {
            log.Add(
                new ContentMessage(
                    finding.Severity,
                    file,
                    finding.Line + linesBefore,
                    finding.Message,
                    finding.Mend
                )
            );
        }
    }
}
