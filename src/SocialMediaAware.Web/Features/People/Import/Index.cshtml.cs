using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Takes a file about people, and lists those that came.</summary>
[RefuseLargeFiles("/people/import?too-large=true")]
[RequestSizeLimit(TableLimits.FileBytes + RefuseLargeFilesAttribute.BesideTheFile)]
[RequestFormLimits(
    MultipartBodyLengthLimit = TableLimits.FileBytes + RefuseLargeFilesAttribute.BesideTheFile
)]
public sealed class IndexModel(
    ImportPages pages,
    TakingImport taking,
    ImportWords words,
    SignedIn signedIn,
    IStringLocalizer<ImportTexts> texts
) : PageModel
{
    /// <summary>The list that the file comes from.</summary>
    [BindProperty]
    public string? Feed { get; set; }

    /// <summary>The agency, where somebody keeps people of several.</summary>
    [BindProperty]
    public Guid? Agency { get; set; }

    /// <summary>The agencies whose people the signed-in account keeps.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>Imports of this page.</summary>
    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    /// <summary>The way to the other pages.</summary>
    public PageLinks Links { get; private set; } = new(null, null);

    /// <summary>Shows the form and the list.</summary>
    public async Task OnGetAsync(
        [FromQuery(Name = "page-number")] int number,
        [FromQuery(Name = "too-large")] bool isTooLarge,
        CancellationToken cancellationToken
    )
    {
        ModelState.Clear();
        Feed = FeedName.Usual;
        if (isTooLarge)
        {
            ModelState.AddModelError("File", words.Of(new TableRefusedException("TooLarge")));
        }

        await ReadAsync(number, cancellationToken);
    }

    /// <summary>Takes a file.</summary>
    public async Task<IActionResult> OnPostAsync(
        IFormFile? file,
        CancellationToken cancellationToken
    )
    {
        await ReadAsync(1, cancellationToken);
        ModelState.Clear();
        Agency ??= Agencies.Count == 1 ? Agencies[0].Id : null;
        var feed = FeedName.Read(Feed);
        Require(file is { Length: > 0 }, "File", "FileMissing");
        Require(feed is not null, nameof(Feed), "FeedWrong");
        Require(Agencies.Any(one => one.Id == Agency), nameof(Agency), "AgencyMissing");
        if (ModelState.IsValid)
        {
            try
            {
                await using var stream = file!.OpenReadStream();
                var run = await taking.TakeAsync(
                    stream,
                    Path.GetFileName(file.FileName),
                    Agency!.Value,
                    feed!,
                    ImportSource.Browser,
                    signedIn.AccountId,
                    cancellationToken
                );
                return Redirect($"/people/import/{run.Id}");
            }
            catch (TableRefusedException refused)
            {
                ModelState.AddModelError("File", words.Of(refused));
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Require(bool isRight, string field, string text)
    {
        if (!isRight)
        {
            ModelState.AddModelError(field, texts[text]);
        }
    }

    private async Task ReadAsync(int number, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(number, 1, 10_000);
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources);
        Agencies = await pages.AgenciesAsync(agencyIds, cancellationToken);
        (Runs, var count) = await pages.RunsAsync(agencyIds, page, cancellationToken);
        var last = Math.Max(1, (count + ImportPages.RunsOnAPage - 1) / ImportPages.RunsOnAPage);
        Links = PageLinks.Of(page, last, one => $"/people/import?page-number={one}");
    }
}
