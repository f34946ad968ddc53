using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>Reads which modules HR can say that learning from elsewhere stands for: those of its agencies.</summary>
public sealed class OutsideModules(
    PortalDbContext database,
    ContentStore content,
    SignedIn signedIn
)
{
    /// <summary>Reads them.</summary>
    public async Task<IReadOnlyList<OfferedModule>> ReadAsync(CancellationToken cancellationToken)
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var slugs = await database
            .Agencies.Where(agency => mine.Contains(agency.Id))
            .Select(agency => agency.Slug)
            .ToListAsync(cancellationToken);
        return OfferedModules.In(content.Library, slugs);
    }
}
