using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Web.Features.Sources;

/// <summary>Where one module comes from, section by section.</summary>
public sealed class ModuleModel(Provenance provenance, ReadableModules readable) : PageModel
{
    /// <summary>The module, in the version that readers are served.</summary>
    public Module Module { get; private set; } = null!;

    /// <summary>Each section with what it teaches.</summary>
    public IReadOnlyList<(Section Section, IReadOnlyList<ProvenanceRow> Rows)> Sections
    {
        get;
        private set;
    } = [];

    /// <summary>Shows it; not found when the reader may not read the module.</summary>
    public async Task<IActionResult> OnGetAsync(string module, CancellationToken cancellationToken)
    {
        var modules = await readable.ReadAsync(cancellationToken);
        if (modules.FirstOrDefault(one => one.Slug == module) is not { } found)
        {
            return NotFound();
        }

        var rows = (await provenance.ReadAsync(cancellationToken)).ToDictionary(row =>
            row.Obligation.Id
        );
        Module = found;
        Sections =
        [
            .. found.Sections.Select(section =>
                (
                    section,
                    (IReadOnlyList<ProvenanceRow>)
                        [
                            .. section
                                .TeachesObligationIds.Select(id => rows.GetValueOrDefault(id))
                                .OfType<ProvenanceRow>(),
                        ]
                )
            ),
        ];
        return Page();
    }
}
