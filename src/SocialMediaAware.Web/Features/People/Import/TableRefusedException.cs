namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A file that cannot be read as a table, with the text that says why and what to do.</summary>
public sealed class TableRefusedException : Exception
{
    /// <summary>Refuses it.</summary>
    /// <param name="reason">The key of the text: <c>Refused</c> and this.</param>
    /// <param name="details">What the text names.</param>
    public TableRefusedException(string reason, params string[] details)
        : base($"The file cannot be read as a table: {reason}.") =>
        (Reason, Details) = (reason, details);

    /// <summary>Refuses it, because reading it failed.</summary>
    public TableRefusedException(string reason, Exception error)
        : base($"The file cannot be read as a table: {reason}.", error) =>
        (Reason, Details) = (reason, []);

    /// <summary>The key of the text: <c>Refused</c> and this.</summary>
    public string Reason { get; }

    /// <summary>What the text names.</summary>
    public IReadOnlyList<string> Details { get; }
}
