using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>Somebody who does not agree, as HR sees it.</summary>
public sealed record DisagreementLine
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>In which agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The agency's short name.</summary>
    public required string Agency { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What they are called.</summary>
    public required string Person { get; init; }

    /// <summary>What they do not agree with.</summary>
    public required string Programme { get; init; }

    /// <summary>Which round of it.</summary>
    public required string CycleKey { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>When they changed their mind (UTC).</summary>
    public required DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>When they signed after all (UTC).</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>The day on which somebody talked about it with them.</summary>
    public required DateOnly? TalkedOn { get; init; }
}

/// <summary>One page of those who do not agree.</summary>
/// <param name="Lines">What it shows.</param>
/// <param name="Open">How many, on all pages, nobody has talked with who still do not agree.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
public sealed record DisagreementPage(
    IReadOnlyList<DisagreementLine> Lines,
    int Open,
    int Count,
    int Page,
    int Pages
);

/// <summary>Lists who does not agree, in the agencies in which the reader is HR.</summary>
public sealed class DisagreementList(
    PortalDbContext database,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>How many a page shows.</summary>
    public const int LinesOnAPage = 30;

    /// <summary>One page: those whom nobody has talked with first, the longest waiting first.</summary>
    public async Task<DisagreementPage> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var mine = Mine();
        var count = await mine.CountAsync(cancellationToken);
        var open = await mine.CountAsync(
            said => said.TakenBackAt == null && said.TalkedOn == null,
            cancellationToken
        );
        var pages = Math.Max(1, (count + LinesOnAPage - 1) / LinesOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var lines = await Lines(
                mine.OrderBy(said => said.TakenBackAt != null || said.TalkedOn != null)
                    .ThenBy(said => said.SaidAt)
                    .ThenBy(said => said.Id)
                    .Skip((shown - 1) * LinesOnAPage)
                    .Take(LinesOnAPage)
            )
            .ToListAsync(cancellationToken);
        return new(lines, open, count, shown, pages);
    }

    /// <summary>One of them; null for another agency's.</summary>
    public Task<DisagreementLine?> FindAsync(
        Guid disagreementId,
        CancellationToken cancellationToken
    ) =>
        Lines(Mine().Where(said => said.Id == disagreementId))
            .SingleOrDefaultAsync(cancellationToken);

    // Nobody who died is on any list.
    private IQueryable<Disagreement> Mine()
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        return database.Disagreements.Where(said =>
            agencyIds.Contains(said.AgencyId)
            && database.People.Any(person =>
                person.Id == said.PersonId && person.DiedOn == null && person.MergedIntoId == null
            )
        );
    }

    private IQueryable<DisagreementLine> Lines(IQueryable<Disagreement> disagreements)
    {
        var today = clock.Today();
        return disagreements.Join(
            database.Assignments,
            said => said.AssignmentId,
            assignment => assignment.Id,
            (said, assignment) =>
                new DisagreementLine
                {
                    Id = said.Id,
                    AgencyId = said.AgencyId,
                    Agency = database
                        .Agencies.Where(agency => agency.Id == said.AgencyId)
                        .Select(agency => agency.ShortName)
                        .Single(),
                    PersonId = said.PersonId,
                    Person =
                        database
                            .PersonNames.HoldingOn(today)
                            .Where(name => name.PersonId == said.PersonId)
                            .OrderByDescending(name => name.HoldsFrom)
                            .Select(name => name.Name)
                            .FirstOrDefault()
                        ?? "",
                    Programme = database
                        .Programmes.Where(programme => programme.Id == assignment.ProgrammeId)
                        .Select(programme => programme.Name)
                        .Single(),
                    CycleKey = assignment.CycleKey,
                    SaidAt = said.SaidAt,
                    TakenBackAt = said.TakenBackAt,
                    SignedAt = assignment.SignedAt,
                    TalkedOn = said.TalkedOn,
                }
        );
    }
}
