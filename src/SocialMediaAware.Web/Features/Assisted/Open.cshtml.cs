using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Opens a session.</summary>
public sealed class OpenModel(
    OfferedProgrammes offered,
    HoldingSessions holding,
    IStringLocalizer<AssistedTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>What it is called.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Where it is.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>Its day.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>What can be signed in it.</summary>
    [BindProperty]
    public Guid[]? Programmes { get; set; }

    /// <summary>The programmes to choose from.</summary>
    public IReadOnlyList<OfferedProgramme> Offered { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Offered = await offered.ReadAsync(cancellationToken);
        Day = clock.Today().ForField();
    }

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Offered = await offered.ReadAsync(cancellationToken);
        ModelState.Clear();
        var session = new SessionForm(Title, Place, Day, Programmes).Read(
            Offered,
            clock.Today(),
            ModelState,
            texts
        );
        if (session is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var id = await holding.OpenAsync(session, cancellationToken);
        return Redirect($"/assisted/{id}/people");
    }
}
