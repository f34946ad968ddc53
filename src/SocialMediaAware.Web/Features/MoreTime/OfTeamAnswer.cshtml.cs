using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>A leader answers a request for more time of somebody whom they lead. An assistant does not.</summary>
public sealed class OfTeamAnswerModel(WaitingRequests waiting, AnswerDesk desk) : PageModel
{
    private const string List = "/team/more-time";

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
            AnswererPart.Leader,
            ModelState,
            cancellationToken
        );
        if (done is not null)
        {
            TempData[nameof(OfTeamModel.Notice)] = done;
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
        if (await waiting.FindForTeamAsync(requestId, cancellationToken) is not { } asked)
        {
            return false;
        }

        Sheet = await desk.ReadAsync(asked, List, form, cancellationToken);
        return true;
    }
}
