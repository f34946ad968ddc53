using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Step 1: what was asked, and about which period.</summary>
public sealed class NewModel(
    PortalDbContext database,
    DrawingUpPack drawingUp,
    SignedIn signedIn,
    IStringLocalizer<InformationRequestsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The questions, in the order of the form.</summary>
    public static IReadOnlyList<InformationQuestions> Questions { get; } =
    [.. Enum.GetValues<InformationQuestions>().Where(one => one is not InformationQuestions.None)];

    /// <summary>What was typed.</summary>
    public AskingForm Form { get; private set; } = new();

    /// <summary>The agencies that whoever asks does HR for.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>Asks. The last twelve months and all but the longest table are there already.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!signedIn.HasAnywhere(PortalRole.HumanResources))
        {
            return Forbid();
        }

        await ReadAgenciesAsync(cancellationToken);
        var today = clock.Today();
        Form = new()
        {
            From = today.AddYears(-1).AddDays(1).ForField(),
            Until = today.ForField(),
            Questions =
            [
                .. Questions
                    .Where(one => one is not InformationQuestions.CompletionInDetail)
                    .Select(one => $"{one}"),
            ],
        };
        return Page();
    }

    /// <summary>Draws the pack up.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!signedIn.HasAnywhere(PortalRole.HumanResources))
        {
            return Forbid();
        }

        await ReadAgenciesAsync(cancellationToken);
        await TryUpdateModelAsync(Form, "");
        var asked = Form.Read(
            [.. Agencies.Select(agency => agency.Id)],
            clock.Today(),
            ModelState,
            texts
        );
        if (asked is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var drawnUp = await drawingUp.DrawUpAsync(asked, cancellationToken);
        if (drawnUp.HasTooManyFigures)
        {
            ModelState.AddModelError(nameof(Form.Questions), texts["TooDetailed"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return drawnUp.RequestId is { } requestId
            ? Redirect(PackAddress.Of(requestId, "figures"))
            : NotFound();
    }

    private async Task ReadAgenciesAsync(CancellationToken cancellationToken)
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var agencies = await database
            .Agencies.Where(agency => mine.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        Agencies = [.. agencies.Select(agency => (agency.Id, agency.ShortName))];
    }
}
