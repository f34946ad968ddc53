using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>A module of a programme, and whether the programme accepts learning from elsewhere for it.</summary>
public sealed record AcceptedModule(string Value, string Slug, string Title, bool IsAccepted);

/// <summary>A programme with its modules.</summary>
public sealed record AcceptingProgramme(
    Guid Id,
    Guid AgencyId,
    string Name,
    string AgencyName,
    IReadOnlyList<AcceptedModule> Modules
);

/// <summary>Says which programmes accept learning from elsewhere, and for which modules. At first none does.</summary>
public sealed class AcceptingProgrammes(
    PortalDbContext database,
    ContentStore content,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>The programmes of HR's agencies.</summary>
    public async Task<IReadOnlyList<AcceptingProgramme>> ReadAsync(
        CancellationToken cancellationToken
    )
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var programmes = await database
            .Programmes.AsNoTracking()
            .Include(programme => programme.Modules)
            .Where(programme => mine.Contains(programme.AgencyId) && programme.EndedAt == null)
            .OrderBy(programme => programme.Name)
            .ToListAsync(cancellationToken);
        var names = await database
            .Agencies.Where(agency => mine.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.ShortName, cancellationToken);
        var accepted = (await ReadAcceptedAsync(mine, cancellationToken))
            .Select(each => (each.ProgrammeId, each.ModuleSlug))
            .ToHashSet();
        return
        [
            .. programmes.Select(programme => new AcceptingProgramme(
                programme.Id,
                programme.AgencyId,
                programme.Name,
                names[programme.AgencyId],
                [
                    .. programme
                        .Modules.OrderBy(module => module.Order)
                        .Select(module => new AcceptedModule(
                            $"{programme.Id}/{module.ModuleSlug}",
                            module.ModuleSlug,
                            content.Library.FindPublished(module.ModuleSlug)?.Title
                                ?? module.ModuleSlug,
                            accepted.Contains((programme.Id, module.ModuleSlug))
                        )),
                ]
            )),
        ];
    }

    /// <summary>Accepts exactly what was ticked; each change is written to the audit log. Modules that nobody offered are passed over.</summary>
    public async Task SetAsync(
        IReadOnlyCollection<string> ticked,
        CancellationToken cancellationToken
    )
    {
        var programmes = await ReadAsync(cancellationToken);
        var there = (
            await ReadAcceptedAsync(
                signedIn.AgenciesAs(PortalRole.HumanResources),
                cancellationToken
            )
        ).ToDictionary(each => (each.ProgrammeId, each.ModuleSlug));
        foreach (var programme in programmes)
        {
            foreach (var module in programme.Modules)
            {
                var wanted = ticked.Contains(module.Value);
                if (wanted != module.IsAccepted)
                {
                    Change(programme, module, wanted, there);
                }
            }
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // The other tab said the same a moment before.
            database.ChangeTracker.Clear();
        }
    }

    private void Change(
        AcceptingProgramme programme,
        AcceptedModule module,
        bool wanted,
        Dictionary<(Guid, string), OutsideAcceptance> there
    )
    {
        if (wanted)
        {
            database.Add(
                OutsideAcceptance.Accept(
                    programme.AgencyId,
                    programme.Id,
                    module.Slug,
                    signedIn.AccountId,
                    clock.GetUtcNow()
                )
            );
        }
        else
        {
            database.Remove(there[(programme.Id, module.Slug)]);
        }

        audit.Add(
            AuditActions.OutsideLearningEntered,
            programme.AgencyId,
            $"programme {programme.Id}",
            $"{(wanted ? "Accepted" : "No longer accepted")} for {module.Slug}"
        );
    }

    private Task<List<OutsideAcceptance>> ReadAcceptedAsync(
        IReadOnlyList<Guid> agencies,
        CancellationToken cancellationToken
    ) =>
        database
            .OutsideAcceptances.Where(each => agencies.Contains(each.AgencyId))
            .ToListAsync(cancellationToken);
}
