using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>Somebody says that something held on them is wrong.</summary>
public sealed class CorrectionModel(
    OwnTables tables,
    Corrections corrections,
    SignedIn signedIn,
    IStringLocalizer<MyDataTexts> texts
) : PageModel
{
    /// <summary>The form: sent twice, it asks once.</summary>
    [BindProperty]
    public Guid FormId { get; set; }

    /// <summary>The part of the record; empty for another.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    /// <summary>The agency, where there are several.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    /// <summary>What is wrong.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The agencies that can be asked.</summary>
    public IReadOnlyList<AskedAgency> Agencies { get; private set; } = [];

    /// <summary>Asks what is wrong.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        FormId = Guid.NewGuid();
        return await CanAskAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await CanAskAsync(cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        var text = CorrectionFields.Read(nameof(Text), Text, "Text", ModelState, texts);
        var agency =
            Agencies.Count == 1
                ? Agencies[0]
                : Agencies.FirstOrDefault(agency => agency.Id.ToString() == Agency);
        if (agency is null)
        {
            ModelState.AddModelError(nameof(Agency), texts["AgencyMissing"]);
        }

        if (!ModelState.IsValid)
        {
            FormId = FormId == Guid.Empty ? Guid.NewGuid() : FormId;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var part = OwnTables.Find(Part)?.Key ?? "";
        var form = FormId == Guid.Empty ? Guid.NewGuid() : FormId;
        await corrections.AskAsync(form, agency!.Id, part, text, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = texts["Asked", agency.Name].Value;
        return Redirect("/my-data");
    }

    private async Task<bool> CanAskAsync(CancellationToken cancellationToken)
    {
        var ids = await tables.IdsOfAsync(signedIn, cancellationToken);
        Agencies = await corrections.AgenciesAsync(ids, cancellationToken);
        return Agencies.Count > 0;
    }
}
