using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Answers a form about a programme that could not be followed.</summary>
internal static class Refusing
{
    /// <summary>Shows the page as things stand now, with a sentence about why nothing was done.</summary>
    public static IActionResult Refuse(this PageModel page, string sentence)
    {
        // What was typed stays in the page's properties; what was sent about the programme is out of date.
        page.ModelState.Clear();
        page.ModelState.AddModelError("", sentence);
        return page.Unprocessable();
    }

    /// <summary>Shows the page with what is wrong with the form.</summary>
    public static IActionResult Unprocessable(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}
