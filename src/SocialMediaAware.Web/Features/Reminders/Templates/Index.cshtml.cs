using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reminders.Templates;

/// <summary>The words of all mails.</summary>
public sealed class IndexModel(TemplatePreviews previews) : PageModel
{
    /// <summary>The subject of each template as it is written, by its name.</summary>
    public IReadOnlyDictionary<string, string> Subjects { get; private set; } =
        new Dictionary<string, string>();

    /// <summary>Shows them.</summary>
    public void OnGet() => Subjects = previews.Subjects;
}
