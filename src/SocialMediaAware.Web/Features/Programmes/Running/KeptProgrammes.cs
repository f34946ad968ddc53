using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>A programme of HR's agencies, with what is kept beside it.</summary>
/// <param name="Programme">The programme, with its modules, statements and pauses.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="AcceptedElsewhere">The modules for which learning from elsewhere is accepted.</param>
public sealed record KeptProgramme(
    Programme Programme,
    Agency Agency,
    IReadOnlyList<string> AcceptedElsewhere
)
{
    /// <summary>The terms that hold.</summary>
    public ProgrammeTerms Terms => Programme.TermsWith(AcceptedElsewhere);

    /// <summary>The terms that would hold: those that HR is working on, where there are any.</summary>
    public ProgrammeTerms NextTerms => Programme.Draft ?? Terms;

    /// <summary>The programme as the planner sees it with the terms that would hold.</summary>
    public PlannableProgramme AsPlanned(ProgrammeTerms terms, DateTimeOffset launchedAt) =>
        PlannableProgramme.Of(Programme, Agency.Slug, terms, Programme.LaunchedAt ?? launchedAt);
}

/// <summary>Finds programmes for HR to launch, change, pause and end.</summary>
public sealed class KeptProgrammes(PortalDbContext database, SignedIn signedIn)
{
    /// <summary>A programme of an agency in which the account is HR; null where there is none.</summary>
    public async Task<KeptProgramme?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var programme = await database
            .Programmes.Include(one => one.Modules)
            .Include(one => one.Statements)
            .Include(one => one.Pauses)
            .AsSplitQuery()
            .SingleOrDefaultAsync(
                one => one.Id == id && mine.Contains(one.AgencyId),
                cancellationToken
            );
        if (programme is null)
        {
            return null;
        }

        var agency = await database.Agencies.SingleAsync(
            one => one.Id == programme.AgencyId,
            cancellationToken
        );
        var accepted = await database
            .OutsideAcceptances.Where(one => one.ProgrammeId == id)
            .Select(one => one.ModuleSlug)
            .ToListAsync(cancellationToken);
        return new(programme, agency, accepted);
    }
}
