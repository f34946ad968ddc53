using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Reads packs.</summary>
public static class InformationRequestQueries
{
    /// <summary>The tables of a pack, in their order.</summary>
    public static async Task<IReadOnlyList<PackTable>> ReadTablesAsync(
        this PortalDbContext database,
        Guid requestId,
        CancellationToken cancellationToken
    )
    {
        var texts = await database
            .DrawnUpTables.Where(table => table.RequestId == requestId)
            .OrderBy(table => table.Order)
            .Select(table => table.Text)
            .ToListAsync(cancellationToken);
        return [.. texts.Select(PackTable.FromText)];
    }
}
