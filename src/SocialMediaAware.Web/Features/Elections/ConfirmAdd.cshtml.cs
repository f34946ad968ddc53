using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Shows what a new election would bring, and adds it.</summary>
public sealed class ConfirmAddModel(
    AddingElection adding,
    NewElectionPreviews previews,
    IStringLocalizer<ElectionsTexts> texts,
    TimeProvider clock
) : PageModel
{
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

    /// <summary>The election.</summary>
    public NewElection Election { get; private set; } = null!;

    /// <summary>What it would do in each of the reader's agencies for which it would count at once.</summary>
    public IReadOnlyList<NewElectionPreview> Previews { get; private set; } = [];

    /// <summary>Where it is asked for, with what was typed.</summary>
    public string FormAddress => $"/elections/add{Form.ToQuery()}";

    /// <summary>Whether its day is the kind of day that elections are held on.</summary>
    public bool IsSaturday => Election.PollingDay.Day.DayOfWeek is DayOfWeek.Saturday;

    private NewElectionForm Form => new(Kind, Region, Day, AnnouncedOn, Source);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        // An address that was typed or cut off: begin where it is asked for.
        await ReadAsync(cancellationToken) ? Page() : Redirect(FormAddress);

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return Redirect(FormAddress);
        }

        if (await adding.AddAsync(Election, cancellationToken) is not ElectionChange.Done)
        {
            ModelState.AddModelError("", texts["AlreadyThere", Election.Name]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        TempData[nameof(IndexModel.Notice)] = texts[
            IsSaturday ? "Added" : "AddedNotASaturday",
            Election.Name,
            Election.PollingDay.Day.InWords()
        ].Value;
        return Redirect("/elections");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var election = Form.Read(clock.Today(), ModelState, texts);
        if (election is null)
        {
            return false;
        }

        Election = election;
        Previews = await previews.ReadAsync(election, cancellationToken);
        return true;
    }
}
