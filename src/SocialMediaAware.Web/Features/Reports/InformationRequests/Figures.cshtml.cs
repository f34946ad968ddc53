using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Step 2: the tables, with the figures marked that should be withheld.</summary>
public sealed class FiguresModel(
    InformationPacks packs,
    DecidingFigures deciding,
    IStringLocalizer<InformationRequestsTexts> texts
) : PageModel
{
    /// <summary>The word for every row of a table.</summary>
    public const string EveryRow = "all";

    private const int OnAPage = 50;

    /// <summary>The pack.</summary>
    public InformationPack Pack { get; private set; } = null!;

    /// <summary>The table that is shown.</summary>
    public PackTable Table { get; private set; } = null!;

    /// <summary>Its rows on this page.</summary>
    public IReadOnlyList<PackRow> Rows { get; private set; } = [];

    /// <summary>Whether all of its rows are looked at, and not those alone that have a figure to decide.</summary>
    public bool ShowsEveryRow { get; private set; }

    /// <summary>Which page, from 1.</summary>
    public int PageNumber { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; }

    /// <summary>The keys that are withheld, or offered to be.</summary>
    public IReadOnlySet<string> Hidden { get; private set; } = new HashSet<string>();

    /// <summary>The revision that the form is for; a form without one is for none.</summary>
    [BindProperty]
    public int Revision { get; set; } = -1;

    /// <summary>Shows a table: the first with something to decide where none is named.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid pack,
        string? table,
        string? rows,
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        _ = int.TryParse(pageNumber, CultureInfo.InvariantCulture, out var page);
        return await FindAsync(pack, table, rows, page, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Withholds all that is offered.</summary>
    public async Task<IActionResult> OnPostAsync(Guid pack, CancellationToken cancellationToken)
    {
        if (await packs.FindAsync(pack, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (!found.IsHumanResources)
        {
            return Forbid();
        }

        var outcome = await deciding.DecideAsync(pack, Revision, null, null, cancellationToken);
        if (outcome is PackOutcome.Saved)
        {
            TempData["Notice"] = texts["AllAccepted"].Value;
            return Redirect(PackAddress.Of(pack, "figures"));
        }

        ModelState.Clear();
        ModelState.AddModelError(
            "",
            texts[outcome is PackOutcome.Gone ? "IsReleased" : "ChangedMeanwhile"]
        );
        await FindAsync(pack, null, null, 1, cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(
        Guid requestId,
        string? table,
        string? rows,
        int page,
        CancellationToken cancellationToken
    )
    {
        if (await packs.FindAsync(requestId, cancellationToken) is not { } pack)
        {
            return false;
        }

        (Pack, Revision) = (pack, pack.Request.Revision);
        Table =
            pack.FindTable(table)
            ?? pack.Figures.FirstOrDefault(one => one.Rows.Any(row => IsToDecide(one, row)))
            ?? pack.Figures.FirstOrDefault()
            ?? pack.Tables[0];
        ShowsEveryRow = rows == EveryRow || Table.Rows.All(row => !IsToDecide(Table, row));
        var shown = Table.Rows.Where(row => ShowsEveryRow || IsToDecide(Table, row)).ToList();
        Pages = Math.Max(1, (shown.Count + OnAPage - 1) / OnAPage);
        PageNumber = Math.Clamp(page, 1, Pages);
        Rows = [.. shown.Skip((PageNumber - 1) * OnAPage).Take(OnAPage)];
        Hidden = pack.HiddenOrOffered();
        return table is null || pack.FindTable(table) is not null;
    }

    private bool IsToDecide(PackTable table, PackRow row) =>
        Enumerable
            .Range(0, row.Counts.Count)
            .Any(column => Pack.Decisions.ContainsKey(table.KeyOf(row, column)));
}
