using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Gives time: which due dates would move is shown before anything is done.</summary>
public sealed class GiveExtensionModel(
    KeptPeople people,
    ReliefChoices choices,
    Extending extending,
    ExtensionSamples samples,
    IStringLocalizer<ReliefTexts> texts
) : PageModel
{
    /// <summary>The one person; nothing for more.</summary>
    [FromQuery(Name = "person")]
    public string? PersonId { get; set; }

    /// <summary>The one programme; nothing for all.</summary>
    [BindProperty]
    public Guid? Programme { get; set; }

    /// <summary>The unit.</summary>
    [BindProperty]
    public Guid? Unit { get; set; }

    /// <summary>The region; nothing for all.</summary>
    [BindProperty]
    public string? Region { get; set; }

    /// <summary>Due dates from this day on move.</summary>
    [BindProperty]
    public string? DueFrom { get; set; }

    /// <summary>To this day.</summary>
    [BindProperty]
    public string? DueOn { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What it may be chosen from.</summary>
    public ExtensionForm.Choices Choices { get; private set; } = null!;

    /// <summary>What is given; null while something is missing.</summary>
    public ExtensionTerms? Terms { get; private set; }

    /// <summary>What would move; null before it is asked.</summary>
    public MovedDates? Preview { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Shows what would move.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Terms is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Preview = await samples.ReadAsync(extending.Draft(Terms), cancellationToken);
        return Page();
    }

    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Terms is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await extending.GiveAsync(Terms, cancellationToken);
        TempData["Notice"] = texts["ExtensionGiven", Terms.DueOn.InWords()].Value;
        return Redirect("/people/extensions");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return false;
        }

        Terms = new ExtensionForm(Programme, Unit, Region, DueFrom, DueOn, Reason).Read(
            Choices,
            ModelState,
            texts
        );
        return true;
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var person = Guid.TryParse(PersonId, out var id)
            ? await people.FindAsync(id, cancellationToken)
            : null;
        Choices = await choices.ForExtensionAsync(person, cancellationToken);
        return person is not null || string.IsNullOrEmpty(PersonId);
    }
}
