using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A person asks the integrity adviser.</summary>
public sealed class AskModel(QuestionPlaces places, Asking asking, SignedIn signedIn) : PageModel
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

    /// <summary>Whose advisers are asked, where the person works for several agencies.</summary>
    [BindProperty(Name = "agency")]
    public Guid? AgencyId { get; set; }

    /// <summary>What this form is known by.</summary>
    [BindProperty]
    public Guid Form { get; set; }

    /// <summary>The question.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Where the person asks.</summary>
    public QuestionPlace Place { get; private set; } = null!;

    /// <summary>What is not right with it; null when all is.</summary>
    public string? ProblemKey { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = Guid.NewGuid();
        return await FindPlaceAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindPlaceAsync(cancellationToken))
        {
            return NotFound();
        }

        var text = MessageText.Clean(Text);
        var agencyId = Place.AgencyFor(AgencyId);
        ProblemKey =
            Place.Agencies.Count == 0 || signedIn.PersonId is null ? "NoAgency"
            : agencyId is null ? "AgencyMissing"
            : MessageText.ProblemOf(text, "TextMissing");
        if (ProblemKey is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var id = await asking.AskAsync(
            signedIn.PersonId!.Value,
            new NewQuestion(Form, agencyId!.Value, Place, text),
            cancellationToken
        );
        return RedirectToPage("/Questions/Thread", new { question = id, done = "sent" });
    }

    private async Task<bool> FindPlaceAsync(CancellationToken cancellationToken)
    {
        var place = await places.FindAsync(AssignmentId, ModuleSlug, SectionId, cancellationToken);
        Place = place!;
        return place is not null;
    }
}
