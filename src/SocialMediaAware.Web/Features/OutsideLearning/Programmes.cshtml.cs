using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>Which programmes accept learning from elsewhere, and for which modules.</summary>
public sealed class ProgrammesModel(
    AcceptingProgrammes accepting,
    IStringLocalizer<OutsideLearningTexts> texts
) : PageModel
{
    /// <summary>What was done just now; null for nothing.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What is ticked.</summary>
    [BindProperty]
    public string[]? Accepted { get; set; }

    /// <summary>The programmes.</summary>
    public IReadOnlyList<AcceptingProgramme> Programmes { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Programmes = await accepting.ReadAsync(cancellationToken);

    /// <summary>Saves what was ticked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await accepting.SetAsync(Accepted ?? [], cancellationToken);
        Notice = texts["ProgrammesSaved"].Value;
        return Redirect("/outside-learning/programmes");
    }
}
