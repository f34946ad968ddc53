using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>The reports that there are.</summary>
public sealed class ReportListModel : PageModel
{
    /// <summary>Shows the list, which is the same for everybody who may see it.</summary>
    public void OnGet()
    {
        // Nothing is read.
    }
}
