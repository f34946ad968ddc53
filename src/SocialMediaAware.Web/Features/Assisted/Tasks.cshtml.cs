using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>What somebody at a shared screen can do: their own part of this session, and nothing else.</summary>
public sealed class TasksModel(AssistedVisits visits, AssignmentPaths paths, SignedIn signedIn)
    : PageModel
{
    /// <summary>What to call them.</summary>
    public string Name => signedIn.Name;

    /// <summary>What is to do.</summary>
    public IReadOnlyList<AssignmentPath> ToDo { get; private set; } = [];

    /// <summary>Shows it; for anybody else there is nothing here.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (
            signedIn.AuthenticationMethod != AssistedSession.Method
            || await visits.FindAsync(User, cancellationToken) is not { } present
        )
        {
            return NotFound();
        }

        var theirs = await visits
            .AssignmentsOf(present)
            .Select(assignment => assignment.Id)
            .ToListAsync(cancellationToken);
        var open = await paths.ReadOpenAsync(present.Visit.PersonId, cancellationToken);
        ToDo = [.. open.Where(path => theirs.Contains(path.Assignment.Id))];
        return Page();
    }
}
