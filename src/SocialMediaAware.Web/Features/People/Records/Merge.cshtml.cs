using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Two are one person: finds the other, shows what becomes of both, and merges them.</summary>
public sealed class MergeModel(
    RecordAccess access,
    PeopleList list,
    MergePreview preview,
    MergingPeople merging,
    IStringLocalizer<PeopleTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The one that is kept, by id.</summary>
    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid KeptId { get; set; }

    /// <summary>The one that goes, by id; nothing while it is looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "other")]
    public Guid? OtherId { get; set; }

    /// <summary>A part of the other's name, address or number.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The one that is kept.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>Those who may be the other.</summary>
    public IReadOnlyList<PersonLine> Found { get; private set; } = [];

    /// <summary>The one that is kept, with all that is held.</summary>
    public MergeSide? Kept { get; private set; }

    /// <summary>The one that goes.</summary>
    public MergeSide? Goes { get; private set; }

    /// <summary>Whether the one that goes is placed in an agency of others: then nobody here can merge them.</summary>
    public bool ReachesBeyond { get; private set; }

    /// <summary>Shows the search, or what would become of both.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Words = PeopleSearchField.Read(Words);
        if (Goes is null && Words.Length > 0)
        {
            var search = PeopleSearchField.Everybody(Record.AgencyId, Words);
            var found = await list.ReadAsync(search, 1, cancellationToken);
            Found = [.. found.People.Where(one => one.Id != KeptId)];
        }

        return Page();
    }

    /// <summary>Merges them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Goes is null)
        {
            return NotFound();
        }

        var fields = new FieldReader(ModelState, texts, clock.Today());
        var reason = fields.Reason(Reason);
        if (ReachesBeyond)
        {
            fields.Wrong("", "MergeReachesBeyond");
        }

        if (fields.IsValid)
        {
            await merging.MergeAsync(Record, Goes.Record, reason, cancellationToken);
            TempData[nameof(PersonPageModel.Notice)] = texts["MergeDone", Record.Name].Value;
            return Redirect($"/people/person/{KeptId}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(KeptId, cancellationToken) is not { } kept)
        {
            return false;
        }

        Record = kept;
        if (OtherId is not { } otherId)
        {
            return true;
        }

        var goes =
            otherId == KeptId ? null : await access.FindKeptAsync(otherId, cancellationToken);
        if (goes is null)
        {
            return false;
        }

        Kept = await preview.ReadAsync(kept, cancellationToken);
        Goes = await preview.ReadAsync(goes, cancellationToken);
        ReachesBeyond = await merging.ReachesBeyondAsync(goes, cancellationToken);
        return true;
    }
}
