using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>Somebody whose data are asked for: all ids under which they are held.</summary>
/// <param name="PersonIds">The person, and those who turned out to be the same.</param>
/// <param name="AccountIds">Their accounts.</param>
/// <param name="Subjects">What the audit log calls them.</param>
public sealed record OwnIds(Guid[] PersonIds, Guid[] AccountIds, string[] Subjects);

/// <summary>A table of what is held on somebody. Its rows are the same on the page and in the file.</summary>
public interface IOwnTable
{
    /// <summary>Its name in addresses and in the file.</summary>
    string Key { get; }

    /// <summary>The part of the page in which it stands.</summary>
    string Group { get; }

    /// <summary>The entities that it tells of.</summary>
    IReadOnlyList<Type> Entities { get; }

    /// <summary>The type of its rows: a record whose properties are the columns.</summary>
    Type Row { get; }

    /// <summary>How many rows there are.</summary>
    Task<int> CountAsync(PortalDbContext database, OwnIds ids, CancellationToken cancellationToken);

    /// <summary>Some of the rows, the newest first.</summary>
    Task<IReadOnlyList<object>> ReadAsync(
        PortalDbContext database,
        OwnIds ids,
        int skip,
        int take,
        CancellationToken cancellationToken
    );
}

/// <inheritdoc />
/// <param name="key">Its name in addresses and in the file.</param>
/// <param name="group">The part of the page in which it stands.</param>
/// <param name="entities">The entities that it tells of.</param>
/// <param name="rows">Its rows, the newest first.</param>
internal sealed class OwnTable<TRow>(
    string key,
    string group,
    IReadOnlyList<Type> entities,
    Func<PortalDbContext, OwnIds, IQueryable<TRow>> rows
) : IOwnTable
    where TRow : class
{
    public string Key => key;

    public string Group => group;

    public IReadOnlyList<Type> Entities => entities;

    public Type Row => typeof(TRow);

    public Task<int> CountAsync(
        PortalDbContext database,
        OwnIds ids,
        CancellationToken cancellationToken
    ) => rows(database, ids).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<object>> ReadAsync(
        PortalDbContext database,
        OwnIds ids,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) => await rows(database, ids).Skip(skip).Take(take).ToListAsync(cancellationToken);
}
