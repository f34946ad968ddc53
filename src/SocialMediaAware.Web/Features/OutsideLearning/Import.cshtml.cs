using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>Brings in a list: reads it, shows what is in it, and enters it when HR says so.</summary>
public sealed class ImportModel(
    AgencyPeople people,
    OutsideModules modules,
    ImportingCompletions importing,
    IStringLocalizer<OutsideLearningTexts> texts
) : PageModel
{
    /// <summary>How many things that are wrong are named.</summary>
    private const int MostProblems = 30;

    /// <summary>The agency.</summary>
    [BindProperty]
    public Guid? Agency { get; set; }

    /// <summary>Who gave the course.</summary>
    [BindProperty]
    public string? Provider { get; set; }

    /// <summary>What it stands for.</summary>
    [BindProperty]
    public string[]? Modules { get; set; }

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? List { get; set; }

    /// <summary>The text that was read and shown, on its way to be entered.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>The modules to choose from.</summary>
    public IReadOnlyList<OfferedModule> Offered { get; private set; } = [];

    /// <summary>What was read; null before.</summary>
    public ImportedList? Read { get; private set; }

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    /// <summary>Reads the file and shows what is in it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var file = await CompletionListFile.ReadAsync(List, cancellationToken);
        Text = file.Text;
        if (file.ProblemKey is { } problem)
        {
            ModelState.AddModelError(nameof(List), texts[problem]);
        }

        var isRead = await ReadAsync(cancellationToken) is not null;
        Response.StatusCode = isRead ? 200 : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Enters what was shown, read once more.</summary>
    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (string.IsNullOrEmpty(Text))
        {
            ModelState.AddModelError(nameof(List), texts["ImportFileMissing"]);
        }

        if (await ReadAsync(cancellationToken) is not { } target)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var count = await importing.ApplyAsync(Read!, target, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = texts["Imported", count].Value;
        return Redirect("/outside-learning");
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Agencies = await people.ReadAgenciesAsync(cancellationToken);
        Offered = await modules.ReadAsync(cancellationToken);
        Agency ??= Agencies is [var (only, _)] ? only : null;
    }

    // What the list is for, once it was read without a problem.
    private async Task<ImportTarget?> ReadAsync(CancellationToken cancellationToken)
    {
        var target = new ImportForm(Agency, Provider, Modules).Read(
            Agencies,
            Offered,
            ModelState,
            texts
        );
        if (target is null || !ModelState.IsValid)
        {
            return null;
        }

        Read = await importing.ReadAsync(target.AgencyId, Text!, cancellationToken);
        var more = Read.Problems.Count - MostProblems;
        IEnumerable<string> named = Read.Problems.Take(MostProblems);
        foreach (var problem in more > 0 ? named.Append(texts["ImportMoreProblems", more]) : named)
        {
            ModelState.AddModelError(nameof(List), problem);
        }

        return ModelState.IsValid ? target : null;
    }
}
