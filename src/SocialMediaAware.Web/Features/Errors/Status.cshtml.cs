using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

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
        // What went wrong may be nobody's fault: somebody was quicker, or the request was not whole.
        var meant = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
            BadHttpRequestException => StatusCodes.Status400BadRequest,
            _ => code,
        };
        Code =
            Known.Contains(meant) ? meant
            : meant >= StatusCodes.Status500InternalServerError
                ? StatusCodes.Status500InternalServerError
            : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
    }
}
