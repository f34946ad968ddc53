using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: who of HR is told when somebody does not agree.</summary>
public sealed class ContactModel(
    StepFrames frames,
    StepSaving saving,
    ContactChoices contacts,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>The answer for the agency's first.</summary>
    public const string First = "first";

    /// <summary>The account, or <see cref="First" />.</summary>
    [BindProperty]
    public string? Contact { get; set; }

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>Who can be told.</summary>
    public IReadOnlyList<ContactChoice> Choices { get; private set; } = [];

    /// <summary>Whether the one who was chosen is HR of the agency no more.</summary>
    public bool HasGone =>
        Frame.Draft.Terms.ContactAccountId is { } kept
        && Choices.All(choice => choice.AccountId != kept);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid programme, CancellationToken cancellationToken)
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        Contact = Frame.Draft.Terms.ContactAccountId?.ToString() ?? First;
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        var chosen = Choices.FirstOrDefault(choice => choice.AccountId.ToString() == Contact);
        if (chosen is null && Contact != First)
        {
            ModelState.AddModelError(nameof(Contact), texts["ContactMissing"]);
        }

        return await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { ContactAccountId = chosen?.AccountId },
            cancellationToken
        );
    }

    private async Task<bool> FindAsync(Guid programmeId, CancellationToken cancellationToken)
    {
        var frame = await frames.FindAsync(this, programmeId, DraftStep.Contact, cancellationToken);
        if (frame is null)
        {
            return false;
        }

        Frame = frame;
        Choices = await contacts.ReadAsync(frame.Draft.Agency.Id, cancellationToken);
        return true;
    }
}
