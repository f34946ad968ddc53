using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>HR answers a request for more time of somebody in their agency.</summary>
public sealed class OfAgencyAnswerModel(WaitingRequests waiting, AnswerDesk desk) : PageModel
{
    private const string List = "/people/more-time";

    /// <summary>Whether time is given.</summary>
    [BindProperty]
    public string? Give { get; set; }

    /// <summary>Until when.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>What the person is told.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The request.</summary>
    public AnswerSheet Sheet { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid asked, CancellationToken cancellationToken) =>
        await FindAsync(asked, form: null, cancellationToken) ? Page() : NotFound();

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync(Guid asked, CancellationToken cancellationToken)
    {
        var sent = new AnswerForm(Give, Until, Answer);
        if (!await FindAsync(asked, sent, cancellationToken))
        {
            return NotFound();
        }

        var done = await desk.AnswerAsync(
            Sheet,
            AnswererPart.HumanResources,
            ModelState,
            cancellationToken
        );
        if (done is not null)
        {
            TempData[nameof(OfAgencyModel.Notice)] = done;
            return Redirect(List);
        }

        await FindAsync(asked, sent, cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(
        Guid requestId,
        AnswerForm? form,
        CancellationToken cancellationToken
    )
    {
        if (await waiting.FindForAgencyAsync(requestId, cancellationToken) is not { } asked)
        {
            return false;
        }

        Sheet = await desk.ReadAsync(asked, List, form, cancellationToken);
        return true;
    }
}
