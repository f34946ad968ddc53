using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Help;

/// <summary>The documentation, by role; open to everybody.</summary>
public sealed class IndexModel(ContentStore content) : PageModel
{
    private static readonly string[] Order =
    [
        "staff",
        "leaders",
        "hr",
        "programmes",
        "programmes-running",
        "assisted",
        "people-file",
        "content-owners",
        "it",
    ];

    /// <summary>The pages, those for most people first.</summary>
    public IReadOnlyList<HelpPage> Pages =>
        [
            .. content.Library.HelpPages.OrderBy(page =>
                Array.IndexOf(Order, page.Slug) is >= 0 and var at ? at : Order.Length
            ),
        ];

    /// <summary>Shows the list.</summary>
    public void OnGet()
    {
        // What is shown comes from the library in memory.
    }
}
