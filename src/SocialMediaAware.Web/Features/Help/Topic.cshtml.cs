using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Help;

/// <summary>One page of the documentation.</summary>
public sealed class TopicModel(ContentStore content) : PageModel
{
    /// <summary>The page.</summary>
    public HelpPage Help { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string topic)
    {
        if (content.Library.HelpPages.FirstOrDefault(page => page.Slug == topic) is not { } help)
        {
            return NotFound();
        }

        Help = help;
        return Page();
    }
}
