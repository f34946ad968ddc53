using Microsoft.AspNetCore.Mvc.ModelBinding;

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

    /// <summary>What else describes the input to a screen reader: its hint and its error, where there are any.</summary>
    public string? DescribedBy(string? error)
    {
        string?[] ids = [Hint is null ? null : $"{Id}-hint", error is null ? null : $"{Id}-error"];
        var described = string.Join(' ', ids.OfType<string>());
        return described.Length == 0 ? null : described;
    }

    /// <summary>
    /// What is wrong, in the order in which the page names its fields, which is the order in which people meet them: a model state has
    /// an order of its own. What belongs to no field comes first.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, ModelStateEntry>> InOrder(
        ModelStateDictionary errors,
        object? page
    )
    {
        var fields = page is null ? [] : FieldsOf(page.GetType()).ToList();
        return errors
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!))
            .OrderBy(entry => fields.IndexOf(entry.Key));
    }

    private static IEnumerable<string> FieldsOf(Type page) =>
        page.GetProperties()
            .SelectMany(field =>
                typeof(IFormFields).IsAssignableFrom(field.PropertyType)
                    ? FieldsOf(field.PropertyType)
                    : [field.Name]
            );
}
