using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A person asks the integrity adviser.</summary>
public sealed class AskModel(Asking asking, ContentStore content, SignedIn signedIn) : PageModel
{
    /// <summary>The assignment that waits, from where the person came.</summary>
    [BindProperty(SupportsGet = true, Name = "assignment")]
    public Guid? AssignmentId { get; set; }

    /// <summary>The module it is about.</summary>
    [BindProperty(SupportsGet = true, Name = "module")]
    public string? ModuleSlug { get; set; }

    /// <summary>The section it is about.</summary>
    [BindProperty(SupportsGet = true, Name = "section")]
    public string? SectionId { get; set; }

    /// <summary>What this form is known by.</summary>
    [BindProperty]
    public Guid Form { get; set; }

    /// <summary>The question.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What is not right with it; null when all is.</summary>
    public string? ProblemKey { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() => Form = Guid.NewGuid();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ProblemKey = MessageText.ProblemOf(Text, "TextMissing");
        if (signedIn.PersonId is not { } personId)
        {
            ProblemKey = "NoAgency";
        }
        else if (ProblemKey is null)
        {
            // Only what exists is kept of where the question was asked.
            var module = ModuleSlug is null ? null : content.Library.FindPublished(ModuleSlug);
            var section = SectionId is null ? null : module?.FindSection(SectionId);
            var asked = new NewQuestion(
                Form == Guid.Empty ? Guid.NewGuid() : Form,
                AssignmentId,
                module?.Slug,
                section?.Id,
                Text!.Trim()
            );
            if (await asking.AskAsync(personId, asked, cancellationToken) is { } id)
            {
                return RedirectToPage("/Questions/Thread", new { id, done = "sent" });
            }

            ProblemKey = "NoAgency";
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

/// <summary>What can be wrong with a message.</summary>
public static class MessageText
{
    /// <summary>The text of the interface that says what is wrong; null when nothing is.</summary>
    public static string? ProblemOf(string? text, string missingKey) =>
        string.IsNullOrWhiteSpace(text) ? missingKey
        : text.Trim().Length > QuestionMessage.TextLength ? "TextTooLong"
        : null;
}
