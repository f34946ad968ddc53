using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>Something that a member of a team owes. What holds it is never told.</summary>
public sealed record TeamCommitment(string Programme, AssignmentStatus Status, DateOnly DueOn);

/// <summary>A member of a team with what they owe.</summary>
/// <param name="Member">Who.</param>
/// <param name="Owes">What.</param>
/// <param name="LeaderName">The leader for whom the reader sees to it; null for the reader's own people.</param>
public sealed record TeamLine(
    TeamMember Member,
    IReadOnlyList<TeamCommitment> Owes,
    string? LeaderName
);

/// <summary>One page of a team.</summary>
/// <param name="Lines">Its people.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="People">How many people the team has.</param>
/// <param name="InNeed">How many of them need attention.</param>
public sealed record TeamPage(
    IReadOnlyList<TeamLine> Lines,
    int Page,
    int Pages,
    int People,
    int InNeed
);

/// <summary>Lists a team with who owes what.</summary>
public sealed class TeamPages(
    PortalDbContext database,
    MyTeam team,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>How many people a page shows.</summary>
    public const int PeopleOnAPage = 25;

    private const int PeopleAtOnce = 500;

    /// <summary>What is due within so many days needs attention, and what is overdue.</summary>
    public const int DaysAhead = 7;

    /// <summary>One page: the reader's own people first, then leader by leader, each by name.</summary>
    /// <param name="onlyInNeed">Only those who need attention.</param>
    /// <param name="page">Which page, from 1; one too far gives the last.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<TeamPage> ReadAsync(
        bool onlyInNeed,
        int page,
        CancellationToken cancellationToken
    )
    {
        var (members, inNeed, leaders, listed) = await ListAsync(onlyInNeed, cancellationToken);
        var pages = Math.Max(1, (listed.Count + PeopleOnAPage - 1) / PeopleOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var some = listed.Skip((shown - 1) * PeopleOnAPage).Take(PeopleOnAPage).ToList();
        var owed = await OwedAsync(some, cancellationToken);
        return new(
            Lines(some, owed, leaders),
            shown,
            pages,
            members.Count,
            members.Count(member => inNeed.Contains((member.PersonId, member.AgencyId)))
        );
    }

    /// <summary>All of them, in the same order, some at a time.</summary>
    /// <param name="onlyInNeed">Only those who need attention.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<TeamLine> StreamAsync(
        bool onlyInNeed,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (_, _, leaders, listed) = await ListAsync(onlyInNeed, cancellationToken);
        foreach (var some in listed.Chunk(PeopleAtOnce))
        {
            var owed = await OwedAsync(some, cancellationToken);
            foreach (var line in Lines(some, owed, leaders))
            {
                yield return line;
            }
        }
    }

    private static TeamLine[] Lines(
        IReadOnlyList<TeamMember> members,
        ILookup<(Guid, Guid), TeamCommitment> owed,
        Dictionary<Guid, string> leaders
    ) =>
        [
            .. members.Select(member => new TeamLine(
                member,
                [.. owed[(member.PersonId, member.AgencyId)]],
                leaders.GetValueOrDefault(member.LeaderId)
            )),
        ];

    private async Task<(
        IReadOnlyList<TeamMember> Members,
        HashSet<(Guid PersonId, Guid AgencyId)> InNeed,
        Dictionary<Guid, string> Leaders,
        List<TeamMember> Listed
    )> ListAsync(bool onlyInNeed, CancellationToken cancellationToken)
    {
        var members = await team.ListAsync(cancellationToken);
        var inNeed = await InNeedAsync(members, cancellationToken);
        var leaders = await LeaderNamesAsync(members, cancellationToken);
        var names = StringComparer.Create(NewZealandEnglish.Culture, ignoreCase: true);
        var listed = members
            .Where(member => !onlyInNeed || inNeed.Contains((member.PersonId, member.AgencyId)))
            .OrderBy(member => leaders.ContainsKey(member.LeaderId))
            .ThenBy(member => leaders.GetValueOrDefault(member.LeaderId), names)
            .ThenBy(member => member.LeaderId)
            .ThenBy(member => member.Name, names)
            .ThenBy(member => member.PersonId)
            .ToList();
        return (members, inNeed, leaders, listed);
    }

    private async Task<HashSet<(Guid PersonId, Guid AgencyId)>> InNeedAsync(
        IReadOnlyList<TeamMember> members,
        CancellationToken cancellationToken
    )
    {
        var (today, soon) = (clock.Today(), clock.Today().AddDays(DaysAhead));
        var people = members.Select(member => member.PersonId).Distinct().ToArray();
        var rows = await database
            .Assignments.Where(assignment =>
                EF.Parameter(people).Contains(assignment.PersonId) && assignment.DueOn <= soon
            )
            .StandingOn(today)
            .Where(standing =>
                standing.Status == AssignmentStatus.Overdue
                || standing.Status == AssignmentStatus.Open
            )
            .Select(standing => new { standing.PersonId, standing.AgencyId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return rows.Select(row => (row.PersonId, row.AgencyId)).ToHashSet();
    }

    private async Task<Dictionary<Guid, string>> LeaderNamesAsync(
        IReadOnlyList<TeamMember> members,
        CancellationToken cancellationToken
    )
    {
        var leaders = members
            .Select(member => member.LeaderId)
            .Where(leaderId => leaderId != signedIn.PersonId)
            .Distinct()
            .ToArray();
        var rows = await database
            .PersonNames.HoldingOn(clock.Today())
            .Where(name => EF.Parameter(leaders).Contains(name.PersonId))
            .OrderBy(name => name.HoldsFrom)
            .Select(name => new { name.PersonId, name.Name })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.PersonId)
            .ToDictionary(some => some.Key, some => some.Last().Name);
    }

    // What somebody signed, or said that they do not agree with, is not the leader's to see to.
    private async Task<ILookup<(Guid, Guid), TeamCommitment>> OwedAsync(
        IReadOnlyList<TeamMember> members,
        CancellationToken cancellationToken
    )
    {
        var people = members.Select(member => member.PersonId).Distinct().ToArray();
        var rows = await database
            .Assignments.Where(assignment => EF.Parameter(people).Contains(assignment.PersonId))
            .StandingOn(clock.Today())
            .Where(standing =>
                standing.Status == AssignmentStatus.Overdue
                || standing.Status == AssignmentStatus.Open
                || standing.Status == AssignmentStatus.OnHold
                || standing.Status == AssignmentStatus.NotDue
            )
            .Join(
                database.Assignments,
                standing => standing.Id,
                assignment => assignment.Id,
                (standing, assignment) => new { standing, assignment.ProgrammeId }
            )
            .Join(
                database.Programmes,
                row => row.ProgrammeId,
                programme => programme.Id,
                (row, programme) =>
                    new
                    {
                        row.standing.PersonId,
                        row.standing.AgencyId,
                        row.standing.Status,
                        row.standing.DueOn,
                        programme.Name,
                    }
            )
            .OrderBy(row => row.DueOn)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => (row.PersonId, row.AgencyId),
            row => new TeamCommitment(row.Name, row.Status, row.DueOn)
        );
    }
}
