namespace SocialMediaAware.Web.Features.Shared;

/// <summary>A field of one line in a form: its label, hint and error are drawn by the partial <c>_Field</c>.</summary>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Label">Its label.</param>
/// <param name="Type">The type of the input, such as <c>email</c>.</param>
/// <param name="Autocomplete">What a browser or password manager may fill in.</param>
/// <param name="Value">What was typed; never a password.</param>
/// <param name="Hint">What helps to fill it in.</param>
public sealed record FormField(
    string Name,
    string Label,
    string Type,
    string? Autocomplete,
    string? Value = null,
    string? Hint = null
)
{
    /// <summary>The id of the input: error summaries link to it.</summary>
    public string Id => Name.ToLowerInvariant();
}
