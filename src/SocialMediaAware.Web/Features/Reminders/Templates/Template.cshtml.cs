using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Reminders.Templates;

/// <summary>One template, filled with made-up words.</summary>
public sealed class TemplateModel(TemplatePreviews previews, PortalAddress address) : PageModel
{
    /// <summary>Its name.</summary>
    [FromRoute(Name = "template")]
    public string Name { get; set; } = "";

    /// <summary>Its file, from the root of the content.</summary>
    public string FileName => $"mail/{Name}.md";

    /// <summary>What it says.</summary>
    public MailContent Filled { get; private set; } = null!;

    /// <summary>Its HTML, read and cleaned once more.</summary>
    public string Html => MailPreview.Of(Filled.Html, address.Root);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await previews.FindAsync(Name, cancellationToken);
        Filled = found!;
        return found is null ? NotFound() : Page();
    }
}
