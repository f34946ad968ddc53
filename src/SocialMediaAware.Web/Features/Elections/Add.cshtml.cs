using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Asks for an election that the content does not name. Nothing is added here: what it brings is shown first.</summary>
public sealed class AddModel(
    ElectionList elections,
    IStringLocalizer<ElectionsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The kinds that can be added, the likeliest first.</summary>
    public static IReadOnlyList<ElectionKind> Kinds => NewElectionForm.Kinds;

    /// <summary>What is elected.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>The electorate of a by-election.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    /// <summary>The polling day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    /// <summary>When it was announced.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AnnouncedOn { get; set; }

    /// <summary>Where it was announced.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Goes on to what it would bring.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = new NewElectionForm(Kind, Region, Day, AnnouncedOn, Source);
        if (form.Read(clock.Today(), ModelState, texts) is { } election)
        {
            if (await elections.FindAsync(election.Key, cancellationToken) is null)
            {
                return Redirect($"/elections/add/confirm{form.ToQuery()}");
            }

            ModelState.AddModelError(nameof(Day), texts["AlreadyThere", election.Name]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
