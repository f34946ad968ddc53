using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>A due date that would move, with names.</summary>
public sealed record MovedSample(string Person, string Programme, DateOnly Before, DateOnly After);

/// <summary>How many due dates would move, and the first of them.</summary>
public sealed record MovedDates(int Count, IReadOnlyList<MovedSample> Samples);

/// <summary>Shows what an extension would move.</summary>
public sealed class ExtensionSamples(
    PortalDbContext database,
    ExtensionPreview preview,
    TimeProvider clock
)
{
    /// <summary>So many are shown by name.</summary>
    public const int Most = 10;

    /// <summary>What it would move.</summary>
    /// <param name="extension">The extension, not saved.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<MovedDates> ReadAsync(
        Extension extension,
        CancellationToken cancellationToken
    )
    {
        var moved = await preview.FindAsync(extension, cancellationToken);
        var some = moved.Take(Most).ToList();
        var people = some.Select(one => one.PersonId).Distinct().ToArray();
        var names = (
            await database
                .PersonNames.HoldingOn(clock.Today())
                .Where(name => EF.Parameter(people).Contains(name.PersonId))
                .OrderBy(name => name.HoldsFrom)
                .Select(name => new { name.PersonId, name.Name })
                .ToListAsync(cancellationToken)
        ).ToLookup(name => name.PersonId, name => name.Name);
        var programmes = await database
            .Programmes.Where(programme => programme.AgencyId == extension.AgencyId)
            .Select(programme => new { programme.Id, programme.Name })
            .ToDictionaryAsync(
                programme => programme.Id,
                programme => programme.Name,
                cancellationToken
            );
        return new(
            moved.Count,
            [
                .. some.Select(one => new MovedSample(
                    names[one.PersonId].LastOrDefault() ?? "",
                    programmes[one.ProgrammeId],
                    one.Before,
                    one.After
                )),
            ]
        );
    }
}
