using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>
/// Counts onboarding by unit, and lists who stands where. The database counts; only one number for each unit and status comes here.
/// </summary>
public sealed class OnboardingReports(PortalDbContext database, TimeProvider clock)
{
    /// <summary>How many people a page of the list shows.</summary>
    public const int PeopleOnAPage = 50;

    /// <summary>The figures of a unit and of each unit below it.</summary>
    public async Task<OnboardingReport> CountAsync(
        ReportPlace place,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var counts = await Standings(place.AgencyId, today)
            .GroupBy(row => new { row.UnitId, row.Status })
            .Select(group => new
            {
                group.Key.UnitId,
                group.Key.Status,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        var figures = place.Tree.InOrder.ToDictionary(unit => unit, _ => OnboardingFigures.None);
        foreach (var count in counts)
        {
            // Whoever's unit is closed, or has no placement any more, counts for the agency alone.
            var own = count.UnitId is { } unitId ? place.Tree.Find(unitId) : null;
            foreach (var unit in place.Tree.WithThoseAbove(own ?? place.Tree.Root))
            {
                figures[unit] = figures[unit].With(count.Status, count.Count);
            }
        }

        return new OnboardingReport(
            [
                .. place
                    .Tree.WithThoseBelow(place.Unit)
                    .Select(unit => new UnitFigures(unit, figures[unit])),
            ],
            today,
            clock.GetUtcNow()
        );
    }

    /// <summary>One page of the people of a unit and all below it, the longest due first.</summary>
    /// <param name="place">The unit.</param>
    /// <param name="statuses">Where they stand.</param>
    /// <param name="page">Which page, from 1; one too far gives the last.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<OnboardingPeople> ListAsync(
        ReportPlace place,
        IReadOnlyList<AssignmentStatus> statuses,
        int page,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var rows = Standings(place.AgencyId, today).Where(row => statuses.Contains(row.Status));
        if (!place.IsWholeAgency)
        {
            Guid?[] unitIds =
            [
                .. place.Tree.WithThoseBelow(place.Unit).Select(unit => (Guid?)unit.Id),
            ];
            rows = rows.Where(row => EF.Parameter(unitIds).Contains(row.UnitId));
        }

        var count = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PeopleOnAPage - 1) / PeopleOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var people = await rows.OrderBy(row => row.DueOn)
            .ThenBy(row => row.Id)
            .Skip((shown - 1) * PeopleOnAPage)
            .Take(PeopleOnAPage)
            .Select(row => new OnboardingPerson(
                database
                    .PersonNames.Believed()
                    .Where(name => name.PersonId == row.PersonId)
                    .OrderBy(name => name.HoldsFrom > today)
                    .ThenByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault()
                    ?? "",
                row.UnitId,
                row.OpensOn,
                row.DueOn,
                row.Status
            ))
            .ToListAsync(cancellationToken);
        return new OnboardingPeople(people, shown, pages, count);
    }

    /// <summary>
    /// Every onboarding assignment of an agency, with where it stands and one unit of its person: the one they are placed in
    /// today (the position they have had longest, if there are two), otherwise the one they will start in, otherwise their last.
    /// </summary>
    private IQueryable<Standing> Standings(Guid agencyId, DateOnly today) =>
        database
            .Assignments.Where(assignment =>
                assignment.AgencyId == agencyId
                && database.Programmes.Any(programme =>
                    programme.Id == assignment.ProgrammeId
                    && programme.Kind == ProgrammeKind.Onboarding
                )
            )
            .StandingOn(today)
            .Where(row => row.Status != AssignmentStatus.Superseded)
            .Select(row => new Standing
            {
                Id = row.Id,
                PersonId = row.PersonId,
                OpensOn = row.OpensOn,
                DueOn = row.DueOn,
                Status = row.Status,
                UnitId = database
                    .Placements.Believed()
                    .Where(placement =>
                        placement.PersonId == row.PersonId && placement.AgencyId == row.AgencyId
                    )
                    .OrderBy(placement =>
                        placement.HoldsUntil != null && placement.HoldsUntil <= today ? 2
                        : placement.HoldsFrom > today ? 1
                        : 0
                    )
                    .ThenByDescending(placement =>
                        placement.HoldsUntil <= today ? placement.HoldsUntil : null
                    )
                    .ThenBy(placement => placement.HoldsFrom)
                    .ThenBy(placement => placement.Id)
                    .Select(placement => (Guid?)placement.UnitId)
                    .FirstOrDefault(),
            });

    private sealed class Standing
    {
        public required Guid Id { get; init; }

        public required Guid PersonId { get; init; }

        public required DateOnly OpensOn { get; init; }

        public required DateOnly DueOn { get; init; }

        public required AssignmentStatus Status { get; init; }

        public required Guid? UnitId { get; init; }
    }
}
