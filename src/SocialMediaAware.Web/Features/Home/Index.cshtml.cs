using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Home;

/// <summary>What this person owes, and the one next step.</summary>
public sealed class IndexModel(
    AssignmentPaths paths,
    PortalDbContext database,
    SignedIn signedIn,
    TimeProvider clock
) : PageModel
{
    private const int SignedShown = 5;

    /// <summary>Today in New Zealand.</summary>
    public DateOnly Today { get; } = clock.Today();

    /// <summary>What can be done, the earliest due first.</summary>
    public IReadOnlyList<AssignmentPath> ToDo { get; private set; } = [];

    /// <summary>What was signed, the newest first.</summary>
    public IReadOnlyList<SignedItem> Signed { get; private set; } = [];

    /// <summary>What was not agreed to.</summary>
    public IReadOnlyList<DeclinedItem> Declined { get; private set; } = [];

    /// <summary>The places that this account's roles open.</summary>
    public IReadOnlyList<RolePlace> Places { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Places = [.. RolePlaces.Of(signedIn)];
        if (signedIn.PersonId is not { } personId)
        {
            return;
        }

        ToDo = await paths.ReadOpenAsync(personId, cancellationToken);
        Signed = await ReadSignedAsync(personId, cancellationToken);
        Declined = await (
            from assignment in database.Assignments.OwnedBy(personId)
            where
                assignment.DeclinedAt != null
                && assignment.SignedAt == null
                && assignment.LeftAt == null
            join programme in database.Programmes on assignment.ProgrammeId equals programme.Id
            orderby assignment.DeclinedAt descending
            select new DeclinedItem(assignment.Id, programme.Name)
        )
            .Take(SignedShown)
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<SignedItem>> ReadSignedAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from attestation in database
                .Attestations.OwnedBy(personId)
                .NewestFirst()
                .Take(SignedShown)
            join assignment in database.Assignments on attestation.AssignmentId equals assignment.Id
            join programme in database.Programmes on assignment.ProgrammeId equals programme.Id
            orderby attestation.LedgerIndex descending
            select new
            {
                attestation.Id,
                programme.Name,
                attestation.SignedAt,
                Modules = attestation
                    .Modules.OrderBy(module => module.Order)
                    .Select(module => new
                    {
                        module.Title,
                        module.Major,
                        module.Minor,
                    })
                    .ToList(),
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SignedItem(
                row.Id,
                row.Name,
                row.SignedAt.NewZealandDate(),
                [.. row.Modules.Select(module => (module.Title, $"{module.Major}.{module.Minor}"))]
            )),
        ];
    }
}
