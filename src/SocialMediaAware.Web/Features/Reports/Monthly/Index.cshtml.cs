using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>Who gets an agency's figures by mail each month. HR chooses; auditors look.</summary>
public sealed class MonthlyModel(
    MonthlyReaders readers,
    ReportedProgrammes programmes,
    ChoosingMonthlyReaders choosing,
    SignedIn signedIn,
    IStringLocalizer<MonthlyTexts> texts
) : PageModel
{
    /// <summary>The agency; nothing for the reader's first.</summary>
    [FromQuery(Name = "agency")]
    public string? AgencyId { get; set; }

    /// <summary>Whom to choose.</summary>
    [BindProperty]
    public string? Colleague { get; set; }

    /// <summary>For which programme; nothing for all.</summary>
    [BindProperty]
    public string? Programme { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The agencies that the reader may choose from.</summary>
    public IReadOnlyList<MonthlyChoice> Agencies { get; private set; } = [];

    /// <summary>The one that is shown.</summary>
    public MonthlyChoice Agency { get; private set; } = null!;

    /// <summary>Who gets its figures.</summary>
    public IReadOnlyList<MonthlyLine> Lines { get; private set; } = [];

    /// <summary>Who could.</summary>
    public IReadOnlyList<MonthlyChoice> Colleagues { get; private set; } = [];

    /// <summary>Of which programmes.</summary>
    public IReadOnlyList<ReportedProgramme> Programmes { get; private set; } = [];

    /// <summary>Whether the reader may choose.</summary>
    public bool MayChoose => signedIn.Has(PortalRole.HumanResources, Agency.Id);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Chooses somebody.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken) || !MayChoose)
        {
            return NotFound();
        }

        var colleague = Colleagues.FirstOrDefault(one => $"{one.Id}" == Colleague);
        var programme = Programmes.FirstOrDefault(one => $"{one.Id}" == Programme);
        if (colleague is null || (programme is null && !string.IsNullOrEmpty(Programme)))
        {
            ModelState.AddModelError(
                colleague is null ? nameof(Colleague) : nameof(Programme),
                texts[colleague is null ? "ColleagueMissing" : "ProgrammeMissing"]
            );
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var outcome = await choosing.AddAsync(
            Agency.Id,
            colleague.Id,
            programme?.Id,
            cancellationToken
        );
        Notice = texts[outcome.ToString(), colleague.Name];
        return Redirect($"/reports/monthly?agency={Agency.Id}");
    }

    /// <summary>Lets somebody go.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(
        Guid account,
        Guid programme,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(cancellationToken) || !MayChoose)
        {
            return NotFound();
        }

        // A second click finds it done.
        await choosing.RemoveAsync(Agency.Id, account, programme, cancellationToken);
        Notice = texts["Removed"];
        return Redirect($"/reports/monthly?agency={Agency.Id}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Agencies = await readers.AgenciesAsync(cancellationToken);
        var agency = string.IsNullOrEmpty(AgencyId)
            ? (Agencies is [var first, ..] ? first : null)
            : Agencies.FirstOrDefault(one => $"{one.Id}" == AgencyId);
        if (agency is null)
        {
            return false;
        }

        Agency = agency;
        Lines = await readers.ReadAsync(agency.Id, cancellationToken);
        Colleagues = await readers.ColleaguesAsync(agency.Id, cancellationToken);
        Programmes = await programmes.ReadAsync(agency.Id, cancellationToken);
        return true;
    }
}
