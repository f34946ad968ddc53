using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Home;

/// <summary>Reads what a person has behind them, over the walls: also in agencies they have left.</summary>
public sealed class Commitments(PortalDbContext database)
{
    private const int Shown = 5;

    /// <summary>What they signed last, the newest first.</summary>
    public async Task<IReadOnlyList<SignedItem>> ReadSignedAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from attestation in database
                .Attestations.OwnedBy(personId, database.People)
                .NewestFirst()
                .Take(Shown)
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

    /// <summary>What they said last that they do not agree to.</summary>
    public async Task<IReadOnlyList<DeclinedItem>> ReadDeclinedAsync(
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        await (
            from assignment in database.Assignments.OwnedBy(personId)
            where
                assignment.DeclinedAt != null
                && assignment.SignedAt == null
                && assignment.LeftAt == null
            join programme in database.Programmes on assignment.ProgrammeId equals programme.Id
            orderby assignment.DeclinedAt descending
            select new DeclinedItem(assignment.Id, programme.Name)
        )
            .Take(Shown)
            .ToListAsync(cancellationToken);
}
