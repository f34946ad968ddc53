using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Asks what kind of programme it is, and begins it.</summary>
public sealed class NewKindModel(
    UnitChoices choices,
    BeginningProgramme beginning,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>The answer for a programme like one that the agency has.</summary>
    public const string LikeAnother = "like";

    /// <summary>The agency.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>What tells this form from another.</summary>
    [BindProperty]
    public string? Token { get; set; }

    /// <summary>The kind, or <see cref="LikeAnother" />.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The programme that it is to be like.</summary>
    [BindProperty]
    public string? Like { get; set; }

    /// <summary>The agency that was chosen.</summary>
    public AgencyChoice Chosen { get; private set; } = null!;

    /// <summary>The programmes that it can be like.</summary>
    public IReadOnlyList<ProgrammeToCopy> ToCopy { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Token = BeginningProgramme.NewToken();
        return await FindAsync(cancellationToken) ? Page() : Redirect("/programmes/new");
    }

    /// <summary>Begins it and goes on to its first step.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return Redirect("/programmes/new");
        }

        var begun = await BeginAsync(cancellationToken);
        if (begun is { } programmeId)
        {
            return Redirect(StepFrame.AddressOf(programmeId, "name"));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<Guid?> BeginAsync(CancellationToken cancellationToken)
    {
        if (Kind == LikeAnother)
        {
            var begun = Guid.TryParse(Like, out var like)
                ? await beginning.BeginLikeAsync(Chosen.Id, like, Token, cancellationToken)
                : null;
            if (begun is null)
            {
                ModelState.AddModelError(nameof(Like), texts["LikeMissing"]);
            }

            return begun;
        }

        if (Enum.TryParse<ProgrammeKind>(Kind, out var kind) && Enum.IsDefined(kind))
        {
            return await beginning.BeginAsync(Chosen.Id, kind, Token, cancellationToken);
        }

        ModelState.AddModelError(nameof(Kind), texts["NewKindMissing"]);
        return null;
    }

    // Without an agency there is nothing to ask yet, unless there is only one.
    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var agencies = await choices.AgenciesAsync(cancellationToken, PortalRole.HumanResources);
        var chosen = agencies.FirstOrDefault(agency => agency.Id.ToString() == Agency);
        if (chosen is null)
        {
            return false;
        }

        Chosen = chosen;
        ToCopy = await beginning.ToCopyAsync(chosen.Id, cancellationToken);
        return true;
    }
}
