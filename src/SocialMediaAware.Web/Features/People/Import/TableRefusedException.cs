namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A file that cannot be read as a table, with the text that says why and what to do.</summary>
/// <param name="reason">The key of the text: <c>Refused</c> and this.</param>
/// <param name="details">What the text names.</param>
public sealed class TableRefusedException(string reason, params string[] details)
    : Exception($"The file cannot be read as a table: {reason}.")
{
    /// <summary>The key of the text: <c>Refused</c> and this.</summary>
    public string Reason { get; } = reason;

    /// <summary>What the text names.</summary>
    public IReadOnlyList<string> Details { get; } = details;
}
