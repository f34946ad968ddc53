using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>A person practises a module for an assignment of their own, one situation after another.</summary>
public sealed class SituationModel(
    QuizEntrance entrances,
    QuizScreens screens,
    Starting starting,
    Answering answering,
    SignedIn signedIn
) : PageModel
{
    private const string LastAnswer = "LastAnswer";
    private const string Notice = "Notice";

    /// <summary>Whether and how the person can get in.</summary>
    public Entrance Entrance { get; private set; } = new(EntranceState.Missing);

    /// <summary>What the page shows.</summary>
    public QuizScreen Screen { get; private set; } = new StartScreen(0);

    /// <summary>The key of a sentence about a form that came late; null when there is none.</summary>
    public string? NoticeKey { get; private set; }

    /// <summary>The address of this page.</summary>
    public string Address =>
        Entrance.Subject!.IsRefresher
            ? RefresherAddress
            : $"/quizzes/{Entrance.Assignment!.Id}/{Entrance.Subject.Modules[0].Slug}";

    private string RefresherAddress => $"/quizzes/{Entrance.Assignment!.Id}";

    /// <summary>Shows where the person is, or an answered situation again.</summary>
    public async Task<IActionResult> OnGetAsync(Guid assignment, string? module, int? position)
    {
        if (await RefuseAsync(assignment, module) is { } refusal)
        {
            return refusal;
        }

        NoticeKey = TempData[Notice] as string;
        var justAnswered = TempData[LastAnswer] is string kept
            ? JsonSerializer.Deserialize<AnsweredSituation>(kept)
            : null;
        Screen = await FindScreenAsync(position, justAnswered);
        return Page();
    }

    /// <summary>Starts.</summary>
    public async Task<IActionResult> OnPostStartAsync(Guid assignment, string? module)
    {
        if (await RefuseAsync(assignment, module) is { } refusal)
        {
            return refusal;
        }

        if (Entrance.State == EntranceState.Open)
        {
            await starting.StartAsync(
                Entrance.Assignment!,
                Entrance.Subject!,
                HttpContext.RequestAborted
            );
        }

        return Redirect(Address);
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

        int[] chosen = [.. options.Select(IndexOf)];
        var result =
            Entrance.State == EntranceState.Open
                ? await answering.AnswerAsync(
                    Entrance.Assignment!,
                    Entrance.Subject!,
                    new GivenAnswer(attempt, position, shown ?? "", chosen),
                    HttpContext.RequestAborted
                )
                : new AnsweringResult(AnswerReceipt.OutOfDate);
        return result.Receipt switch
        {
            AnswerReceipt.Recorded => await ShowAsync(position, result),
            AnswerReceipt.AnsweredBefore => await ShowAsync(position, result),
            AnswerReceipt.OutOfDate => await ShowAsync(null, result),
            _ => await ShowErrorAsync(result.Receipt, chosen),
        };
    }

    // After a redirect the last answer of all is no longer in the database. The person's own browser carries it, sealed, once.
    private async Task<IActionResult> ShowAsync(int? position, AnsweringResult result)
    {
        var notice = result.Receipt == AnswerReceipt.Recorded ? null : result.Receipt.ToString();
        if (Request.IsHtmx())
        {
            NoticeKey = notice;
            Screen = await FindScreenAsync(position, result.Answered);
            return Partial("_Screen", this);
        }

        TempData[Notice] = notice;
        if (result.IsPassed)
        {
            TempData[LastAnswer] = JsonSerializer.Serialize(result.Answered);
        }

        return Redirect(
            position is null
                ? Address
                : string.Create(CultureInfo.InvariantCulture, $"{Address}?position={position}")
        );
    }

    private async Task<IActionResult> ShowErrorAsync(AnswerReceipt receipt, int[] chosen)
    {
        Screen = await FindScreenAsync(null, null);
        if (Screen is QuestionScreen question)
        {
            Screen = question with { ErrorKey = receipt.ToString(), Chosen = chosen };
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Request.IsHtmx() ? Partial("_Screen", this) : Page();
    }

    private async Task<IActionResult?> RefuseAsync(Guid assignmentId, string? moduleSlug)
    {
        if (signedIn.PersonId is not { } personId)
        {
            return NotFound();
        }

        Entrance = await entrances.ReadAsync(
            personId,
            assignmentId,
            moduleSlug,
            HttpContext.RequestAborted
        );
        return Entrance.State switch
        {
            EntranceState.Missing => NotFound(),
            EntranceState.Closed => Redirect("/"),
            EntranceState.Refreshed => Redirect(RefresherAddress),
            _ => null,
        };
    }

    private Task<QuizScreen> FindScreenAsync(int? position, AnsweredSituation? justAnswered) =>
        screens.FindAsync(Entrance, position, justAnswered, HttpContext.RequestAborted);

    private static int IndexOf(string option) =>
        int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : -1;
}
