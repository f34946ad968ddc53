using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>
/// One run of something that the portal does by itself. The row is written when the run begins, so that one which a crash cuts short
/// stays visible: it never ended.
/// </summary>
public sealed partial class JobRun
{
    /// <summary>Longest name of a job.</summary>
    public const int JobLength = 100;

    /// <summary>Longest name of a kind of error.</summary>
    public const int ErrorKindLength = 200;

    /// <summary>Longest words of an error.</summary>
    public const int ErrorMessageLength = 300;

    private JobRun() { }

    /// <summary>Its id, in the order of time.</summary>
    public Guid Id { get; private init; }

    /// <summary>The job, by the name of its class.</summary>
    public string Job { get; private init; } = "";

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it ended (UTC); null while it runs, and for ever when it was cut short.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many things it did; null when it failed, or does not count.</summary>
    public long? Count { get; private set; }

    /// <summary>The kind of error that ended it; null when it ended well.</summary>
    public string? ErrorKind { get; private set; }

    /// <summary>What the error said, shortened, without addresses of people.</summary>
    public string? ErrorMessage { get; private set; }

    /// <summary>A run begins.</summary>
    public static JobRun Begin(string job, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Job = Cut(job, JobLength),
            StartedAt = at,
        };

    /// <summary>It ended well.</summary>
    public void End(long? count, DateTimeOffset at)
    {
        EndedAt = AfterTheStart(at);
        Count = count;
    }

    /// <summary>It ended with an error.</summary>
    public void Fail(Exception error, DateTimeOffset at)
    {
        EndedAt = AfterTheStart(at);
        // The innermost says what went wrong; those round it say where it came through.
        var cause = error.GetBaseException();
        ErrorKind = Cut(cause.GetType().Name, ErrorKindLength);
        ErrorMessage = Cut(WithoutPeople(cause.Message), ErrorMessageLength);
    }

    // A clock may be set back while a job runs.
    private DateTimeOffset AfterTheStart(DateTimeOffset at) => at < StartedAt ? StartedAt : at;

    // A mail server's refusal names the address; the first line says enough.
    private static string WithoutPeople(string message) =>
        MailAddress().Replace(message.Split('\n')[0].Trim(), "…");

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(length - 1)] + "…";

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;]+", RegexOptions.None, 1000)]
    private static partial Regex MailAddress();
}

/// <summary>How a run stands.</summary>
public enum JobRunState
{
    /// <summary>It is at work.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Done,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>The portal stopped in the middle of it.</summary>
    DidNotEnd,
}
