using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.EvidenceFiles;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>HR enters what somebody learnt elsewhere, with the file that shows it where there is one.</summary>
public sealed class EnteringCompletion(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Enters it.</summary>
    /// <exception cref="InvalidOperationException">The signed-in account is not HR there.</exception>
    public async Task<Guid> EnterAsync(
        Guid agencyId,
        Guid personId,
        CompletionDetails details,
        UploadedFile? file,
        CancellationToken cancellationToken
    )
    {
        if (!signedIn.Has(PortalRole.HumanResources, agencyId))
        {
            throw new InvalidOperationException("Learning from elsewhere is entered by HR.");
        }

        var now = clock.GetUtcNow();
        EvidenceFile? kept = file is { Problem: null }
            ? EvidenceFile.Take(
                agencyId,
                personId,
                file.Kind,
                file.Content,
                signedIn.AccountId,
                now
            )
            : null;
        var completion = OutsideCompletion.Enter(
            agencyId,
            personId,
            details,
            kept?.Id,
            signedIn.AccountId,
            now
        );
        if (kept is not null)
        {
            database.Add(kept);
        }

        database.Add(completion);
        audit.Add(
            AuditActions.OutsideLearningEntered,
            agencyId,
            $"/outside-learning/{completion.Id}",
            $"Entered for person {personId}"
        );
        await database.SaveChangesAsync(cancellationToken);
        return completion.Id;
    }
}
