namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>
/// Gives made-up people what years leave behind: who said so and why, a move, a name that changed, tasks with duties of their own,
/// somebody who stands in. Nothing in it is drawn by lot.
/// </summary>
internal sealed class DemonstrationDetails(Agency agency, DateOnly today, DateTimeOffset now)
{
    private const int MovedDaysAgo = 20;
    private readonly List<object> rows = [];

    /// <summary>Adds them to the people of an agency.</summary>
    /// <param name="made">What was made up so far.</param>
    public IReadOnlyList<object> AddTo(IReadOnlyList<object> made)
    {
        var placements = made.OfType<Placement>()
            .Where(placement => placement.AgencyId == agency.Id && placement.HoldsUntil is null)
            .ToList();
        var names = made.OfType<PersonName>()
            .Where(name => name.UnlearntAt is null)
            .ToLookup(name => name.PersonId);
        // The cast is known by its names and places.
        var cast = DemonstrationCast
            .All.Select(member => member.Name)
            .ToHashSet(StringComparer.Ordinal);
        var ordinary = placements
            .Where(placement =>
                placement.Kind == PersonKind.Employee
                && placement.Position is not ("People Leader" or "Health and Safety Representative")
                && placement.HoldsFrom < today.AddDays(-60)
                && !names[placement.PersonId].Any(name => cast.Contains(name.Name))
            )
            .ToList();
        FlagAll(placements);
        Move(ordinary[2], ordinary[^3].UnitId);
        Move(ordinary[7], ordinary[^6].UnitId);
        Rename(names[ordinary[4].PersonId].Single());
        LetStandIn(made.OfType<Leadership>().Where(one => one.AgencyId == agency.Id).ToList());
        return rows;
    }

    private void FlagAll(List<Placement> placements)
    {
        var change = Act(PeopleChangeKind.Edited, null, "Who speaks for us and who leads", 60);
        rows.Add(change);
        foreach (var placement in placements.Where(one => one.HoldsFrom < today))
        {
            if (placement.Position == "People Leader")
            {
                Flag(placement, "managers", change);
            }
        }

        foreach (
            var placement in placements
                .Where(one => one.Position == "Senior Adviser" && one.HoldsFrom < today)
                .Take(2)
        )
        {
            Flag(placement, "social-media-account-holders", change);
        }
    }

    private void Flag(Placement placement, string flag, PeopleChange change) =>
        rows.Add(
            PersonFlag.Learn(
                agency.Id,
                placement.PersonId,
                flag,
                feed: null,
                placement.HoldsFrom,
                until: null,
                change
            )
        );

    private void Move(Placement placement, Guid unitId)
    {
        var change = Act(
            PeopleChangeKind.Edited,
            placement.PersonId,
            "Moved to where the work is",
            MovedDaysAgo
        );
        var day = today.AddDays(-MovedDaysAgo);
        rows.Add(change);
        if (Data.FactEdits.EndOn(placement, day, change) is { } left)
        {
            rows.Add(left);
        }

        rows.Add(placement.InAnotherUnit(unitId, day, change));
    }

    private void Rename(PersonName name)
    {
        var change = Act(
            PeopleChangeKind.Edited,
            name.PersonId,
            "Asked to be called by another name",
            MovedDaysAgo
        );
        var day = today.AddDays(-MovedDaysAgo);
        rows.Add(change);
        if (Data.FactEdits.EndOn(name, day, change) is { } left)
        {
            rows.Add(left);
        }

        var parts = name.Name.Split(' ');
        rows.Add(
            PersonName.Learn(
                name.PersonId,
                $"{parts[0]} Mānuka-{parts[^1]}",
                day,
                change.At,
                officialName: null,
                change
            )
        );
    }

    // A leader of leaders is away for a fortnight; one of those below stands in.
    private void LetStandIn(List<Leadership> led)
    {
        var leaders = led.Select(one => one.LeaderId).ToHashSet();
        var above = led.First(one => leaders.Contains(one.PersonId));
        var change = Act(
            PeopleChangeKind.Leaders,
            above.LeaderId,
            "Stands in while the leader is away",
            daysAgo: 2
        );
        rows.Add(change);
        rows.Add(
            StandIn.Learn(
                agency.Id,
                above.LeaderId,
                above.PersonId,
                StandInKind.Acting,
                today.AddDays(-1),
                today.AddDays(13),
                change
            )
        );
    }

    private PeopleChange Act(PeopleChangeKind kind, Guid? personId, string reason, int daysAgo) =>
        PeopleChange.Record(
            agency.Id,
            kind,
            personId,
            byAccountId: null,
            reason,
            now.AddDays(-daysAgo)
        );
}
