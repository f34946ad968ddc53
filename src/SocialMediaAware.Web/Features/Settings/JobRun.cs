namespace SocialMediaAware.Web.Features.Settings;

/// <summary>One run of a job: when it began and ended, what it did, and what went wrong.</summary>
public sealed class JobRun
{
    /// <summary>Longest name of a job.</summary>
    public const int JobLength = 60;

    /// <summary>Longest account of what it did, or of what went wrong.</summary>
    public const int OutcomeLength = 300;

    private JobRun() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The job, such as <c>PlanAssignmentsJob</c>.</summary>
    public string Job { get; private init; } = "";

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it ended (UTC); null while it runs, and for ever when the portal stopped in the middle.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How much it did, as the job counts; null when it counts nothing.</summary>
    public string? Outcome { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Error { get; private set; }

    /// <summary>A run begins.</summary>
    public static JobRun Begin(string job, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Job = Cut(job, JobLength),
            StartedAt = at,
        };

    /// <summary>It ends, well or not.</summary>
    public void End(string? outcome, Exception? error, DateTimeOffset at)
    {
        EndedAt = at;
        Outcome = outcome is null ? null : Cut(outcome, OutcomeLength);
        // The message may quote what a person wrote; the log has all of it, this page has the kind.
        Error = error is null ? null : Cut(error.GetBaseException().GetType().Name, OutcomeLength);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..length];
}
