using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A question and what was written to it, for the person and the integrity advisers.</summary>
public sealed class ThreadModel(Talking talking, PortalDbContext database, TimeProvider clock)
    : PageModel
{
    /// <summary>The question.</summary>
    public Question Question { get; private set; } = null!;

    /// <summary>Whether whoever looks asked it.</summary>
    public bool IsAsker { get; private set; }

    /// <summary>What the person is called.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>What this form is known by.</summary>
    [BindProperty]
    public Guid Form { get; set; }

    /// <summary>The message.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What is not right with it; null when all is.</summary>
    public string? ProblemKey { get; private set; }

    /// <summary>The text that says what was just done; null when nothing was.</summary>
    public string? NoticeKey =>
        Done switch
        {
            "sent" => Question.AssignmentId is null ? "Sent" : "SentWaits",
            "answered" => "AnsweredNotice",
            "withdrawn" => "WithdrawnNotice",
            _ => null,
        };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid question, CancellationToken cancellationToken)
    {
        Form = Guid.NewGuid();
        return await LoadAsync(question, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Adds a message.</summary>
    public async Task<IActionResult> OnPostAsync(Guid question, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(question, cancellationToken))
        {
            return NotFound();
        }

        var text = MessageText.Clean(Text);
        ProblemKey = MessageText.ProblemOf(text, "MessageMissing");
        if (ProblemKey is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await talking.WriteAsync(
            Question,
            Form == Guid.Empty ? Guid.NewGuid() : Form,
            text,
            cancellationToken
        );
        return RedirectToPage(new { question, done = IsAsker ? "sent" : "answered" });
    }

    /// <summary>The person needs no answer any more.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(
        Guid question,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(question, cancellationToken) || !IsAsker)
        {
            return NotFound();
        }

        await talking.WithdrawAsync(Question, cancellationToken);
        return RedirectToPage(new { question, done = "withdrawn" });
    }

    private async Task<bool> LoadAsync(Guid questionId, CancellationToken cancellationToken)
    {
        if (await talking.FindAsync(questionId, cancellationToken) is not { } found)
        {
            return false;
        }

        Question = found;
        IsAsker = talking.IsAsker(found);
        PersonName =
            await database
                .PersonNames.HoldingOn(clock.Today())
                .Where(name => name.PersonId == found.PersonId)
                .Select(name => name.Name)
                .FirstOrDefaultAsync(cancellationToken)
            ?? "";
        return true;
    }
}
