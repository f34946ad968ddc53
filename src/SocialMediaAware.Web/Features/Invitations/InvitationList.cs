using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>Whom a list shows.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="State">How far they are.</param>
/// <param name="Words">A part of their name; empty for everybody.</param>
public sealed record InvitationSearch(Guid AgencyId, InvitationState State, string Words);

/// <summary>A page of people who have no way in yet.</summary>
public sealed record InvitationPage(
    IReadOnlyList<NotIn> People,
    int Count,
    int Page,
    int Pages,
    IReadOnlyDictionary<InvitationState, int> Counts
);

/// <summary>Lists the people of an agency who have no way in yet, by name, a page at a time.</summary>
public sealed class InvitationList(PortalDbContext database, TimeProvider clock)
{
    private const int PeopleOnAPage = 50;

    /// <summary>Reads a page.</summary>
    public async Task<InvitationPage> ReadAsync(
        InvitationSearch search,
        int page,
        CancellationToken cancellationToken
    )
    {
        var found = Found(search);
        var count = await found.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PeopleOnAPage - 1) / PeopleOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        return new InvitationPage(
            await found
                .OrderBy(one => one.FoundBy)
                .ThenBy(one => one.Id)
                .Skip((shown - 1) * PeopleOnAPage)
                .Take(PeopleOnAPage)
                .ToListAsync(cancellationToken),
            count,
            shown,
            pages,
            await CountsAsync(search.AgencyId, cancellationToken)
        );
    }

    /// <summary>How many people a search finds.</summary>
    public Task<int> CountAsync(InvitationSearch search, CancellationToken cancellationToken) =>
        Found(search).CountAsync(cancellationToken);

    /// <summary>The first people that a search finds.</summary>
    public Task<List<Guid>> FirstAsync(
        InvitationSearch search,
        int most,
        CancellationToken cancellationToken
    ) =>
        Found(search)
            .OrderBy(one => one.FoundBy)
            .ThenBy(one => one.Id)
            .Select(one => one.Id)
            .Take(most)
            .ToListAsync(cancellationToken);

    private IQueryable<NotIn> Found(InvitationSearch search)
    {
        var people = database
            .NotInYet(search.AgencyId, clock.Today())
            .In(search.State, clock.GetUtcNow());
        if (search.Words.Length == 0)
        {
            return people;
        }

        var words = SearchWords.Of(search.Words);
        return people.Where(one => one.FoundBy.Contains(words));
    }

    private async Task<Dictionary<InvitationState, int>> CountsAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var counts = new Dictionary<InvitationState, int>();
        foreach (var state in Enum.GetValues<InvitationState>())
        {
            counts[state] = await CountAsync(
                new InvitationSearch(agencyId, state, ""),
                cancellationToken
            );
        }

        return counts;
    }
}
