using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>What an election would do in an agency if it counted, or counted no longer.</summary>
/// <param name="Programmes">The election refreshers that run there; none where nothing would be asked of anybody.</param>
/// <param name="People">How many people would be asked for a refresher.</param>
/// <param name="OpensOn">The day on which it opens for the first of them; null when nobody is asked.</param>
/// <param name="FirstDueOn">The first day on which it is due for somebody; null when nobody is asked.</param>
/// <param name="LastDueOn">The last such day.</param>
/// <param name="Withdrawn">How many open assignments are withdrawn.</param>
/// <param name="Signed">How many are signed, and stay.</param>
public sealed record RefresherPreview(
    IReadOnlyList<string> Programmes,
    int People,
    DateOnly? OpensOn,
    DateOnly? FirstDueOn,
    DateOnly? LastDueOn,
    int Withdrawn,
    int Signed
);

/// <summary>Says what an election would do in an agency, before it does: the planner is asked, and nothing is changed.</summary>
public sealed class RefresherPreviews(
    PortalDbContext database,
    PlanFacts facts,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>What would follow, by agency. Read within the caller's walls.</summary>
    /// <param name="agencyIds">The agencies.</param>
    /// <param name="election">The election with the regions whose people it would concern.</param>
    /// <param name="isOn">Whether it would count.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyDictionary<Guid, RefresherPreview>> ReadAsync(
        IReadOnlyCollection<Guid> agencyIds,
        PlannedElection election,
        bool isOn,
        CancellationToken cancellationToken
    )
    {
        var running = (await facts.ReadAsync(clock.Today(), null, cancellationToken))
            .Where(one =>
                one.Programme.Kind == ProgrammeKind.Election
                && one.Programme.EndedAt is null
                && one.Programme.ModuleSlugs.All(slug =>
                    content.Library.FindPublished(slug) is not null
                )
            )
            .ToLookup(one => one.Programme.AgencyId);
        var signed = await SignedAsync(agencyIds, election, cancellationToken);
        var names = await NamesAsync(
            [.. running.SelectMany(some => some).Select(one => one.Programme.Id)],
            cancellationToken
        );
        return agencyIds.ToDictionary(
            agencyId => agencyId,
            agencyId => Preview([.. running[agencyId]], election, isOn, signed, names)
        );
    }

    private RefresherPreview Preview(
        IReadOnlyList<ProgrammeFacts> running,
        PlannedElection election,
        bool isOn,
        HashSet<(Guid ProgrammeId, Guid PersonId)> signed,
        Dictionary<Guid, string> names
    )
    {
        var plans = running.Select(one => Plan(one, election, isOn)).ToList();
        var asked = plans
            .SelectMany(plan => plan.Asked)
            .Where(made => !signed.Contains((made.ProgrammeId, made.Made.PersonId)))
            .Select(made => made.Made)
            .ToList();
        var programmes = running.Select(one => one.Programme.Id).ToHashSet();
        return new(
            [.. programmes.Select(id => names[id]).Order(StringComparer.Ordinal)],
            asked.Select(made => made.PersonId).Distinct().Count(),
            asked.Count == 0 ? null : asked.Min(made => made.OpensOn),
            asked.Count == 0 ? null : asked.Min(made => made.DueOn),
            asked.Count == 0 ? null : asked.Max(made => made.DueOn),
            plans.Sum(plan => plan.Withdrawn),
            signed.Count(one => programmes.Contains(one.ProgrammeId))
        );
    }

    // Who would be asked is looked at on the day on which it opens; what is withdrawn, today.
    private (List<(Guid ProgrammeId, AssignmentToMake Made)> Asked, int Withdrawn) Plan(
        ProgrammeFacts one,
        PlannedElection election,
        bool isOn
    )
    {
        var (programme, rounds, input) = one;
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var round = Round.OfElection(election, programme.Schedule.DaysBeforeThePeriod);
        var others = rounds.Where(other => other.CycleKey != round.CycleKey).ToList();
        IReadOnlyList<Round> after = isOn ? [.. others, round] : others;
        var today = clock.Today();
        var opening = isOn && round.OpensOn > today ? round.OpensOn : today;
        var mine = input
            .Assignments.Where(assignment => assignment.CycleKey == round.CycleKey)
            .Select(assignment => assignment.Id)
            .ToHashSet();
        return (
            [
                .. programme
                    .Plan(after, input, calendar, opening)
                    .Make.Where(made => made.CycleKey == round.CycleKey)
                    .Select(made => (programme.Id, made)),
            ],
            programme.Plan(after, input, calendar, today).Supersede.Count(mine.Contains)
        );
    }

    private async Task<HashSet<(Guid ProgrammeId, Guid PersonId)>> SignedAsync(
        IReadOnlyCollection<Guid> agencyIds,
        PlannedElection election,
        CancellationToken cancellationToken
    )
    {
        var cycle = ElectionEvent.CycleKeyOf(election.Key);
        var rows = await database
            .Assignments.Where(assignment =>
                agencyIds.Contains(assignment.AgencyId)
                && assignment.CycleKey == cycle
                && assignment.SignedAt != null
            )
            .Select(assignment => new { assignment.ProgrammeId, assignment.PersonId })
            .ToListAsync(cancellationToken);
        return rows.Select(row => (row.ProgrammeId, row.PersonId)).ToHashSet();
    }

    private Task<Dictionary<Guid, string>> NamesAsync(
        Guid[] programmeIds,
        CancellationToken cancellationToken
    ) =>
        database
            .Programmes.Where(programme => programmeIds.Contains(programme.Id))
            .Select(programme => new { programme.Id, programme.Name })
            .ToDictionaryAsync(
                programme => programme.Id,
                programme => programme.Name,
                cancellationToken
            );
}
