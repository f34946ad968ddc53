using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>Reads and writes searches as addresses hold them, for the agencies in which the account is HR.</summary>
public sealed class InvitationSearches(PortalDbContext database, SignedIn signedIn)
{
    /// <summary>The agencies, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AgenciesAsync(
        CancellationToken cancellationToken
    )
    {
        var ids = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        var agencies = await database
            .Agencies.Where(agency => ids.Contains(agency.Id))
            .OrderBy(agency => agency.Name)
            .Select(agency => new { agency.Id, agency.Name })
            .ToListAsync(cancellationToken);
        return [.. agencies.Select(agency => (agency.Id, agency.Name))];
    }

    /// <summary>What an address asks for; null for an agency that is not among these.</summary>
    public InvitationSearch? Read(
        IReadOnlyList<(Guid Id, string Name)> agencies,
        string? agency,
        string? state,
        string? words
    )
    {
        var chosen = string.IsNullOrEmpty(agency)
            ? agencies.Take(1)
            : agencies.Where(one => one.Id.ToString() == agency);
        var text = words?.Trim() ?? "";
        return chosen.ToList() is [var (id, _)]
            ? new InvitationSearch(
                id,
                Enum.TryParse<InvitationState>(state, out var known) && Enum.IsDefined(known)
                    ? known
                    : InvitationState.NotInvited,
                text.Length <= PersonName.NameLength ? text : text[..PersonName.NameLength]
            )
            : null;
    }

    /// <summary>The address of a search on a page of the portal.</summary>
    public string AddressOf(string path, InvitationSearch search, int page = 1)
    {
        var query = new QueryBuilder
        {
            { "agency", search.AgencyId.ToString() },
            { "state", search.State.ToString() },
        };
        if (search.Words.Length > 0)
        {
            query.Add("q", search.Words);
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return path + query;
    }
}
