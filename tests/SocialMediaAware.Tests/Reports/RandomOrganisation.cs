using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Reports;

/// <summary>
/// An agency to which something happens every day, by chance: units are made, renamed and moved, people start, move and leave, and
/// their assignments sign, decline, wait, go on, end and come back. What each assignment was is also noted here, by the test itself.
/// </summary>
internal sealed partial class RandomOrganisation(
    TestPortal portal,
    Agency agency,
    Programme programme,
    int seed
)
{
    private static readonly TimeZoneInfo NewZealand = TimeZoneInfo.FindSystemTimeZoneById(
        "Pacific/Auckland"
    );

    private readonly Random random = new(seed);
    private readonly List<Unit> units = [];
    private readonly List<CastMember> people = [];
    private readonly List<Guid> assignmentIds = [];
    private int names;

    /// <summary>What each assignment was, from when on.</summary>
    public List<NotedState> Notes { get; } = [];

    /// <summary>Lets some things happen on a day, each at its own time, the first and last moments of the day among them.</summary>
    public async Task LiveThroughAsync(DateOnly day)
    {
        var moments = Enumerable
            .Range(0, random.Next(2, 6))
            .Select(_ =>
                random.Next(4) switch
                {
                    0 => TimeSpan.Zero,
                    1 => TimeSpan.FromDays(1) - TimeSpan.FromMicroseconds(1),
                    _ => TimeSpan.FromMinutes(random.Next(1, 1439)),
                }
            )
            .Order();
        foreach (var moment in moments)
        {
            MoveTo(day, moment);
            await HappenAsync(day);
        }
    }

    /// <summary>Moves the portal's clock to a time of a New Zealand day.</summary>
    public void MoveTo(DateOnly day, TimeSpan time)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        var instant = new DateTimeOffset(local, NewZealand.GetUtcOffset(local));
        portal.Clock.Move(instant.ToUniversalTime() - portal.Clock.GetUtcNow());
    }

    private Task HappenAsync(DateOnly day) =>
        random.Next(15) switch
        {
            0 => AddUnitAsync(),
            1 => ChangeUnitAsync(day),
            2 or 3 or 4 => StartAsync(day),
            5 => MovePersonAsync(day),
            6 => TakeLeaveAsync(day),
            7 => ExemptAsync(day),
            8 => CorrectReliefAsync(),
            _ => ChangeAssignmentAsync(day),
        };

    private async Task AddUnitAsync() =>
        units.Add(
            await portal.UnitAsync(
                agency,
                NextName("Unit"),
                units.Count > 0 && random.Next(2) == 0 ? Any(units) : null
            )
        );

    // A unit may end up below itself: then its way up does not reach the agency.
    private Task ChangeUnitAsync(DateOnly day) =>
        units.Count == 0
            ? AddUnitAsync()
            : portal.WithDatabaseAsync(async database =>
            {
                var unit = Any(units);
                var now = portal.Clock.GetUtcNow();
                var old = await database
                    .UnitFacts.Believed()
                    .SingleAsync(fact => fact.UnitId == unit.Id);
                old.Unlearn(now);
                var above = random.Next(2) == 0 ? old.ParentUnitId : Any(units).Id;
                database.Add(
                    UnitFact.Learn(
                        unit,
                        NextName("Unit"),
                        above,
                        random.Next(3) == 0 ? day.AddDays(random.Next(-3, 4)) : old.HoldsFrom,
                        now
                    )
                );
                await database.SaveChangesAsync();
            });

    private async Task StartAsync(DateOnly day)
    {
        var person = await portal.PersonAsync(
            agency,
            NextName("Person"),
            unit: units.Count == 0 ? null : Any(units),
            from: day.AddDays(random.Next(-4, 5))
        );
        people.Add(person);
        var assignment = await portal.AssignmentAsync(
            person,
            programme,
            opensOn: day.AddDays(random.Next(-3, 4)),
            dueOn: day.AddDays(random.Next(4, 9))
        );
        assignmentIds.Add(assignment.Id);
        Notes.Add(NotedState.Of(assignment, portal.Clock.GetUtcNow(), person.Name));
    }

    private Task MovePersonAsync(DateOnly day) =>
        people.Count == 0 || units.Count == 0
            ? Task.CompletedTask
            : portal.WithDatabaseAsync(async database =>
            {
                var person = Any(people);
                var now = portal.Clock.GetUtcNow();
                var old = await database
                    .Placements.Believed()
                    .Where(placement => placement.PersonId == person.PersonId)
                    .OrderByDescending(placement => placement.Id)
                    .FirstAsync();
                var on = day.AddDays(random.Next(-2, 4));
                old.Unlearn(now);
                database.Add(Place(person, old.UnitId, old.HoldsFrom, on, now));
                if (random.Next(3) > 0)
                {
                    database.Add(Place(person, Any(units).Id, on, null, now.AddTicks(10)));
                }

                await database.SaveChangesAsync();
            });

    private Placement Place(
        CastMember person,
        Guid unitId,
        DateOnly from,
        DateOnly? until,
        DateTimeOffset at
    ) =>
        Placement.Learn(
            person.PersonId,
            units.Find(unit => unit.Id == unitId) ?? Unit.RootOf(agency.Id),
            PersonKind.Employee,
            "Adviser",
            null,
            null,
            null,
            from,
            until,
            at
        );

    private Task ChangeAssignmentAsync(DateOnly day) =>
        assignmentIds.Count == 0
            ? Task.CompletedTask
            : portal.WithDatabaseAsync(async database =>
            {
                var id = Any(assignmentIds);
                var now = portal.Clock.GetUtcNow();
                var assignment = await database.Assignments.SingleAsync(one => one.Id == id);
                Change(assignment, day, now);
                await database.SaveChangesAsync();
                Notes.Add(
                    NotedState.Of(
                        assignment,
                        now,
                        Notes.First(note => note.AssignmentId == id).PersonName
                    )
                );
            });

    private void Change(Assignment assignment, DateOnly day, DateTimeOffset now)
    {
        switch (random.Next(10))
        {
            case 0 or 1:
                assignment.Sign(now);
                break;
            case 2:
                assignment.Decline(now);
                break;
            case 3:
                assignment.TakeBackDecline();
                break;
            case 4 or 5:
                assignment.Hold(now);
                break;
            case 6:
                assignment.Resume(day.AddDays(random.Next(1, 6)));
                break;
            case 7:
                assignment.Leave(now);
                break;
            case 8:
                assignment.Supersede(now);
                break;
            default:
                assignment.ComeBack();
                assignment.MoveTo(day.AddDays(random.Next(-2, 3)), day.AddDays(random.Next(3, 7)));
                break;
        }
    }

    private T Any<T>(List<T> all) => all[random.Next(all.Count)];

    private string NextName(string kind) => $"{kind} {++names:000}";
}

/// <summary>What an assignment was from an instant on.</summary>
internal sealed record NotedState(
    DateTimeOffset At,
    Guid AssignmentId,
    Guid PersonId,
    string PersonName,
    DateOnly OpensOn,
    DateOnly DueOn,
    bool IsSigned,
    bool HasLeft,
    bool IsSuperseded,
    bool IsDeclined,
    bool IsHeld
)
{
    public static NotedState Of(Assignment assignment, DateTimeOffset at, string personName) =>
        new(
            at,
            assignment.Id,
            assignment.PersonId,
            personName,
            assignment.OpensOn,
            assignment.DueOn,
            assignment.SignedAt is not null,
            assignment.LeftAt is not null,
            assignment.SupersededAt is not null,
            assignment.DeclinedAt is not null,
            assignment.HeldAt is not null
        );
}
