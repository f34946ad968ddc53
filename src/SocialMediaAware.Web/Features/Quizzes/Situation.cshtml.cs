using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>A person practises a module for an assignment of their own, one situation after another.</summary>
public sealed class SituationModel(OwnQuiz quiz, QuizScreens screens) : PageModel
{
    /// <summary>Whether and how the person can get in.</summary>
    public Entrance Entrance { get; private set; } = new(EntranceState.Missing);

    /// <summary>What the page shows.</summary>
    public QuizScreen Screen { get; private set; } = new StartScreen(0);

    /// <summary>The key of a sentence about a form that came late; null when there is none.</summary>
    public string? NoticeKey { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Shows where the person is, or an answered situation again.</summary>
    public async Task<IActionResult> OnGetAsync(Guid assignment, string? module, int? position)
    {
        if (await RefuseAsync(assignment, module) is { } refusal)
        {
            return refusal;
        }

        (NoticeKey, var lastAnswer) = AfterRedirect.TakeFrom(TempData);
        Screen = await screens.FindAsync(Entrance, position, lastAnswer, Aborted);
        return Page();
    }

    /// <summary>Starts.</summary>
    public async Task<IActionResult> OnPostStartAsync(Guid assignment, string? module)
    {
        if (await RefuseAsync(assignment, module) is { } refusal)
        {
            return refusal;
        }

        await quiz.StartAsync(Entrance, Aborted);
        return Redirect(Entrance.Address);
    }

    /// <summary>Takes an answer.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(
        Guid assignment,
        string? module,
        Guid attempt,
        int position,
        string? shown,
        string[] options
    )
    {
        if (await RefuseAsync(assignment, module) is { } refusal)
        {
            return refusal;
        }

        var given = GivenAnswer.Read(attempt, position, shown, options);
        var result = await quiz.AnswerAsync(Entrance, given, Aborted);
        return result.Receipt switch
        {
            AnswerReceipt.Recorded => await ShowAsync(position, result),
            AnswerReceipt.AnsweredBefore => await ShowAsync(position, result),
            AnswerReceipt.OutOfDate => await ShowAsync(null, result),
            _ => await ShowErrorAsync(result.Receipt, given.Options),
        };
    }

    private async Task<IActionResult> ShowAsync(int? position, AnsweringResult result)
    {
        if (Request.IsHtmx())
        {
            NoticeKey = result.NoticeKey;
            Screen = await screens.FindAsync(Entrance, position, result.Answered, Aborted);
            return Partial("_Screen", this);
        }

        AfterRedirect.Of(result).PutInto(TempData);
        return Redirect(Entrance.AddressAt(position));
    }

    private async Task<IActionResult> ShowErrorAsync(
        AnswerReceipt receipt,
        IReadOnlyList<int> chosen
    )
    {
        Screen = await screens.FindAsync(Entrance, null, null, Aborted);
        if (Screen is QuestionScreen question)
        {
            Screen = question with { ErrorKey = receipt.ToString(), Chosen = chosen };
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Request.IsHtmx() ? Partial("_Screen", this) : Page();
    }

    private async Task<IActionResult?> RefuseAsync(Guid assignmentId, string? moduleSlug)
    {
        Entrance = await quiz.EnterAsync(assignmentId, moduleSlug, Aborted);
        return Entrance.State switch
        {
            EntranceState.Missing => NotFound(),
            EntranceState.Closed => Redirect("/"),
            EntranceState.Refreshed => Redirect(Entrance.RefresherAddress),
            _ => null,
        };
    }
}
