namespace SocialMediaAware.Web.Features.People.Leaders;

/// <summary>How somebody counts as a leader of a person.</summary>
public enum LeaderPart
{
    /// <summary>They lead them.</summary>
    Leads,

    /// <summary>They lead in a leader's place for a time.</summary>
    Acts,

    /// <summary>They see who owes what on a leader's behalf, and enter nothing.</summary>
    Assists,
}

/// <summary>Somebody who counts as a leader.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Part">How.</param>
/// <param name="ForLeaderId">In whose place, or on whose behalf; themself for a leader.</param>
public sealed record CountsAsLeader(Guid PersonId, LeaderPart Part, Guid ForLeaderId);

/// <summary>Somebody who stands in for a leader or assists one on the day, and is here.</summary>
public sealed record StandingIn(Guid LeaderId, Guid StandInId, StandInKind Kind);

/// <summary>What is known of an agency's leaders on a day.</summary>
/// <param name="Gone">Leaders who have left, died or have no placement.</param>
/// <param name="Away">Leaders and stand-ins on leave of more than five days.</param>
/// <param name="LeadersOfAbsent">Who leads those who are gone or away; of those who are gone, who led them last.</param>
/// <param name="StandIns">Who stands in for whom.</param>
public sealed record LeadersOnDay(
    IReadOnlySet<Guid> Gone,
    IReadOnlySet<Guid> Away,
    ILookup<Guid, Guid> LeadersOfAbsent,
    IReadOnlyCollection<StandingIn> StandIns
);

/// <summary>
/// Who leads whom in an agency on a day. A leader counts, and whoever acts for them and assists them. Where a leader is gone, or away
/// with nobody acting, the next one up counts too. It knows no clock and no database; a chain that goes round in a circle ends.
/// </summary>
/// <param name="facts">What is known on the day.</param>
public sealed class LeaderChain(LeadersOnDay facts)
{
    private readonly ILookup<Guid, StandingIn> standIns = facts.StandIns.ToLookup(one =>
        one.LeaderId
    );

    /// <summary>Everybody who counts as a leader of a person.</summary>
    /// <param name="personId">The person; nobody leads themself.</param>
    /// <param name="directLeaderIds">Who leads them, by the facts.</param>
    public IReadOnlyList<CountsAsLeader> LeadersOf(
        Guid personId,
        IEnumerable<Guid> directLeaderIds
    ) =>
        [
            .. directLeaderIds
                .SelectMany(leaderId => Through(leaderId, personId))
                .Distinct()
                .OrderBy(one => one.Part)
                .ThenBy(one => one.PersonId)
                .ThenBy(one => one.ForLeaderId),
        ];

    /// <summary>Through which leaders somebody counts: who is led by one of them is theirs.</summary>
    /// <param name="personId">Who asks.</param>
    public LedThrough PeopleOf(Guid personId)
    {
        var candidates = facts
            .StandIns.Where(one => one.StandInId == personId)
            .Select(one => one.LeaderId)
            .Append(personId)
            .Concat(facts.Gone)
            .Concat(facts.Away)
            .Distinct()
            .ToList();
        return new(
            candidates
                .Select(leaderId => (leaderId, Part: PartOf(personId, leaderId, null)))
                .Where(one => one.Part is not null)
                .ToDictionary(one => one.leaderId, one => one.Part!.Value),
            // Whoever acts for their own leader is not their own leader: then the next one up is theirs.
            candidates
                .SelectMany(leaderId =>
                    Through(leaderId, exceptPersonId: null)
                        .Where(one => one.Part == LeaderPart.Acts)
                        .Select(one => one.PersonId)
                        .Distinct()
                        .Select(actingId =>
                            (leaderId, actingId, Part: PartOf(personId, leaderId, actingId))
                        )
                )
                .Where(one => one.Part is not null)
                .ToDictionary(one => (one.leaderId, one.actingId), one => one.Part!.Value)
        );
    }

    // Who leads and assists as well, leads.
    private LeaderPart? PartOf(Guid personId, Guid leaderId, Guid? exceptPersonId) =>
        Through(leaderId, exceptPersonId)
            .Where(one => one.PersonId == personId)
            .Select(one => (LeaderPart?)one.Part)
            .Min();

    private List<CountsAsLeader> Through(Guid leaderId, Guid? exceptPersonId)
    {
        var found = new List<CountsAsLeader>();
        Climb(leaderId, exceptPersonId, [], found);
        return found;
    }

    private void Climb(
        Guid leaderId,
        Guid? exceptPersonId,
        HashSet<Guid> seen,
        List<CountsAsLeader> found
    )
    {
        if (!seen.Add(leaderId))
        {
            return;
        }

        var isGone = facts.Gone.Contains(leaderId);
        if (!isGone && leaderId != exceptPersonId)
        {
            found.Add(new(leaderId, LeaderPart.Leads, leaderId));
        }

        var acting = standIns[leaderId]
            .Where(one => one.Kind == StandInKind.Acting && one.StandInId != exceptPersonId)
            .ToList();
        found.AddRange(
            acting.Select(one => new CountsAsLeader(one.StandInId, LeaderPart.Acts, leaderId))
        );
        // Nobody assists a leader who is gone.
        found.AddRange(
            standIns[leaderId]
                .Where(one =>
                    !isGone && one.Kind == StandInKind.Assistant && one.StandInId != exceptPersonId
                )
                .Select(one => new CountsAsLeader(one.StandInId, LeaderPart.Assists, leaderId))
        );
        var somebodyActs = acting.Exists(one => !facts.Away.Contains(one.StandInId));
        if (!somebodyActs && (isGone || facts.Away.Contains(leaderId)))
        {
            foreach (var nextUp in facts.LeadersOfAbsent[leaderId])
            {
                Climb(nextUp, exceptPersonId, seen, found);
            }
        }
    }
}

/// <summary>Through whom somebody leads.</summary>
/// <param name="Leaders">Leaders whose people are theirs, each with how.</param>
/// <param name="Acting">People who act for their own leader, by that leader and them: how they lead these.</param>
public sealed record LedThrough(
    IReadOnlyDictionary<Guid, LeaderPart> Leaders,
    IReadOnlyDictionary<(Guid LeaderId, Guid PersonId), LeaderPart> Acting
)
{
    /// <summary>How they lead a person who is led by these; null when they do not.</summary>
    public LeaderPart? PartFor(Guid personId, IEnumerable<Guid> directLeaderIds) =>
        directLeaderIds.Select(leaderId => PartFor(personId, leaderId)).Min();

    private LeaderPart? PartFor(Guid personId, Guid leaderId) =>
        Acting.TryGetValue((leaderId, personId), out var acting) ? acting
        : Leaders.TryGetValue(leaderId, out var leads) ? leads
        : null;
}
