using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>HR enters what somebody learnt elsewhere.</summary>
public sealed class AddModel(
    AgencyPeople people,
    OutsideModules modules,
    EnteringCompletion entering,
    IStringLocalizer<OutsideLearningTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The agency.</summary>
    [BindProperty]
    public Guid? Agency { get; set; }

    /// <summary>A mail address or employee number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>What the course was called.</summary>
    [BindProperty]
    public string? Course { get; set; }

    /// <summary>Who gave it.</summary>
    [BindProperty]
    public string? Provider { get; set; }

    /// <summary>When it was completed.</summary>
    [BindProperty]
    public string? CompletedOn { get; set; }

    /// <summary>What it stands for.</summary>
    [BindProperty]
    public string[]? Modules { get; set; }

    /// <summary>What HR saw.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The file that shows it.</summary>
    [BindProperty]
    public IFormFile? Evidence { get; set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>The modules to choose from.</summary>
    public IReadOnlyList<OfferedModule> Offered { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Enters it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        ModelState.Clear();
        var person = await FindPersonAsync(cancellationToken);
        var details = new CompletionForm(Course, Provider, CompletedOn, Seen, Modules).Read(
            Offered,
            clock.Today(),
            ModelState,
            texts
        );
        var file = await UploadedFile.ReadAsync(Evidence, cancellationToken);
        if (file.Problem is { } problem and not EvidenceFileProblem.Missing)
        {
            ModelState.AddModelError(nameof(Evidence), texts[$"File{problem}"]);
        }

        if (!ModelState.IsValid || person is null || details is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await entering.EnterAsync(Agency!.Value, person.PersonId, details, file, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = texts["Entered", person.Name].Value;
        return Redirect("/outside-learning");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Agencies = await people.ReadAgenciesAsync(cancellationToken);
        Offered = await modules.ReadAsync(cancellationToken);
        Agency ??= Agencies is [var (only, _)] ? only : null;
    }

    private async Task<NamedPerson?> FindPersonAsync(CancellationToken cancellationToken)
    {
        if (Agencies.All(agency => agency.Id != Agency))
        {
            ModelState.AddModelError(nameof(Agency), texts["AgencyMissing"]);
            return null;
        }

        var word = AgencyPeople.WordOf(Who);
        var found = await people.FindAsync(Agency!.Value, [word], cancellationToken);
        var named = word.Length == 0 ? [] : found[word].ToList();
        if (named is not [var person])
        {
            var key =
                word.Length == 0 ? "WhoMissing"
                : named.Count == 0 ? "WhoUnknown"
                : "WhoSeveral";
            ModelState.AddModelError(nameof(Who), texts[key]);
            return null;
        }

        return person;
    }
}
