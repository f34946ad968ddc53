using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.EvidenceFiles;

/// <summary>Hands a file to HR and auditors of its agency, and writes down that they looked.</summary>
public sealed class EvidenceFileAccess(PortalDbContext database, SignedIn signedIn, AuditLog audit)
{
    /// <summary>The file; null when there is none, or none for whoever asks.</summary>
    public async Task<EvidenceFile?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        Guid[] agencies =
        [
            .. signedIn.AgenciesAs(PortalRole.HumanResources),
            .. signedIn.AgenciesAs(PortalRole.Auditor),
        ];
        var file = await database
            .EvidenceFiles.AsNoTracking()
            .SingleOrDefaultAsync(
                file => file.Id == id && agencies.Contains(file.AgencyId),
                cancellationToken
            );
        if (file is not null)
        {
            await audit.WriteAsync(
                AuditActions.PeopleViewed,
                file.AgencyId,
                $"/outside-learning/files/{id}",
                $"Evidence file of person {file.PersonId}",
                cancellationToken
            );
        }

        return file;
    }
}
