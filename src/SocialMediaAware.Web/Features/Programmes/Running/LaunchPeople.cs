using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes.Drafting;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Whom a preview speaks of.</summary>
/// <param name="Owed">What would be owed.</param>
/// <param name="Fresh">What would count as signed at once.</param>
/// <param name="LeftOut">Who would not be asked.</param>
/// <param name="Readers">Whom mail reaches.</param>
public sealed record LaunchedPeople(
    IReadOnlyList<OutlookDuty> Owed,
    IReadOnlySet<OutlookDuty> Fresh,
    IReadOnlyList<OutlookLeftOut> LeftOut,
    IReadOnlyDictionary<Guid, ForecastReader> Readers
);

/// <summary>The people of a preview, counted, and some of them by name.</summary>
public sealed record LaunchPeopleSeen(
    IReadOnlyList<LaunchUnit> Units,
    IReadOnlyList<LaunchSample> Samples,
    IReadOnlyList<LaunchGroup> Apart,
    IReadOnlyList<LaunchGroup> LeftOut
);

/// <summary>Counts the people of a preview, and names some. Why somebody is on hold is never said.</summary>
public sealed class LaunchPeople(PortalDbContext database, AudienceUnits units, TimeProvider clock)
{
    /// <summary>Reads names and units, and counts.</summary>
    public async Task<LaunchPeopleSeen> ReadAsync(
        Agency agency,
        LaunchedPeople people,
        CancellationToken cancellationToken
    )
    {
        var tree = await units.TreeAsync(agency.Id, cancellationToken);
        var samples = people
            .Owed.Where(duty => !duty.IsHeld)
            .OrderBy(duty => duty.OpensOn)
            .ThenBy(duty => duty.DueOn)
            .ThenBy(duty => duty.PersonId)
            .Take(LaunchPreview.MostNamed)
            .ToList();
        var apart = Groups(ApartFrom(people));
        var leftOut = Groups(people.LeftOut.Select(one => (one.Reason.ToString(), one.PersonId)));
        var names = await NamesAsync(
            [
                .. samples.Select(duty => duty.PersonId),
                .. apart.Concat(leftOut).SelectMany(group => group.Some),
            ],
            cancellationToken
        );
        return new(
            UnitsOf(people.Owed, tree),
            [
                .. samples.Select(duty => new LaunchSample(
                    names[duty.PersonId],
                    tree.Find(duty.UnitId)?.Name ?? tree.Root.Name,
                    duty.OpensOn,
                    duty.DueOn
                )),
            ],
            [.. apart.Select(ToGroup)],
            [.. leftOut.Select(ToGroup)]
        );

        LaunchGroup ToGroup((string Kind, int Count, IReadOnlyList<Guid> Some) group) =>
            new(
                group.Kind,
                group.Count,
                [.. group.Some.Select(id => names[id]).Order(NewZealandEnglish.Alphabet)]
            );
    }

    private static IEnumerable<(string Kind, Guid PersonId)> ApartFrom(LaunchedPeople people) =>
        people
            .Fresh.Select(duty => ("SignedLately", duty.PersonId))
            .Concat(
                people.Owed.Where(duty => duty.IsHeld).Select(duty => ("OnHold", duty.PersonId))
            )
            .Concat(
                people
                    .Owed.Where(duty =>
                        people.Readers.GetValueOrDefault(duty.PersonId) is { HasAddress: false }
                    )
                    .Select(duty => ("WithoutAddress", duty.PersonId))
            );

    private static List<(string Kind, int Count, IReadOnlyList<Guid> Some)> Groups(
        IEnumerable<(string Kind, Guid PersonId)> people
    ) =>
        [
            .. people
                .Distinct()
                .GroupBy(one => one.Kind, one => one.PersonId)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                    (
                        group.Key,
                        group.Count(),
                        (IReadOnlyList<Guid>)[.. group.Order().Take(LaunchPreview.MostNamed)]
                    )
                ),
        ];

    private List<LaunchUnit> UnitsOf(IReadOnlyList<OutlookDuty> owed, UnitTree tree)
    {
        var today = clock.Today();
        var counts = owed.GroupBy(duty => (tree.Find(duty.UnitId) ?? tree.Root).Id)
            .ToDictionary(
                unit => unit.Key,
                unit =>
                    (
                        Today: unit.Count(duty => duty.OpensOn <= today),
                        Later: unit.Count(duty => duty.OpensOn > today)
                    )
            );
        return
        [
            .. tree
                .InOrder.Where(unit => counts.ContainsKey(unit.Id))
                .Select(unit => new LaunchUnit(
                    unit.Name,
                    unit.Depth,
                    counts[unit.Id].Today,
                    counts[unit.Id].Later
                )),
        ];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(
        HashSet<Guid> personIds,
        CancellationToken cancellationToken
    )
    {
        var ids = personIds.ToArray();
        var names = await database
            .PersonNames.Believed()
            .Where(name => EF.Parameter(ids).Contains(name.PersonId))
            .OrderBy(name => name.HoldsFrom)
            .Select(name => new { name.PersonId, name.Name })
            .ToListAsync(cancellationToken);
        var found = names.ToLookup(name => name.PersonId, name => name.Name);
        return ids.ToDictionary(id => id, id => found[id].LastOrDefault() ?? "");
    }
}
