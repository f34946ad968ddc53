using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Errors;

/// <summary>Says calmly what did not work, and what to do next.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 409, 429, 500];

    /// <summary>The status that is explained.</summary>
    public int Code { get; private set; }

    /// <summary>Answers whatever method led here.</summary>
    public void OnGet(int code) => Explain(code);

    /// <inheritdoc cref="OnGet" />
    public void OnPost(int code) => Explain(code);

    private void Explain(int code)
    {
        Code =
            Known.Contains(code) ? code
            : code >= 500 ? 500
            : 404;
        Response.StatusCode = Code;
    }
}
