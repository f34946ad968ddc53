using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Home;

/// <summary>
/// Where the links of mails lead: to the next step of what the mail was about, or to the first page when there is nothing to do any
/// more. An address that is somebody else's leads there too, and tells nothing: a mail may be read on a shared computer.
/// </summary>
public sealed class NextModel(AssignmentPaths paths, SignedIn signedIn, TimeProvider clock)
    : PageModel
{
    private const string FirstPage = "/";

    /// <summary>The assignment; nothing for the most urgent one.</summary>
    [FromRoute(Name = "assignment")]
    public Guid? AssignmentId { get; set; }

    /// <summary>Leads on.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (signedIn.PersonId is not { } personId)
        {
            return LocalRedirect(FirstPage);
        }

        var today = clock.Today();
        var open = await paths.ReadOpenAsync(personId, cancellationToken);
        var path = AssignmentId is { } id
            ? open.FirstOrDefault(path => path.Assignment.Id == id)
            : open.FirstOrDefault(path =>
                path.Assignment.StatusOn(today) != AssignmentStatus.OnHold
            );
        return LocalRedirect(path?.NextAddress ?? FirstPage);
    }
}
