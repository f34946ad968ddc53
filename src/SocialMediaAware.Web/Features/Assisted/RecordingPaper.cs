using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>How handing in a scan ended.</summary>
public enum PaperVerdict
{
    /// <summary>The signature is in the record.</summary>
    Recorded,

    /// <summary>A version that must be signed came out since the form was printed.</summary>
    Void,

    /// <summary>It is signed already, or not asked any more.</summary>
    Cannot,

    /// <summary>The portal is stopping, or its database cannot be reached.</summary>
    Unavailable,
}

/// <summary>
/// Records a signature made by hand. What stands on the form is what was signed, if it still is what is asked; the entry in the
/// ledger is of now, and rests on the scan and the day that stands on the paper.
/// </summary>
public sealed class RecordingPaper(
    PortalDbContext database,
    SigningSheets sheets,
    LedgerWriter writer,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Records it, once however often it is handed in.</summary>
    public async Task<PaperVerdict> RecordAsync(
        PaperForm form,
        DateOnly signedOn,
        string witness,
        UploadedFile scan,
        CancellationToken cancellationToken
    )
    {
        if (form.RecordedAt is not null)
        {
            return PaperVerdict.Recorded;
        }

        var sheet = await sheets.ReadAsync(form.PersonId, form.AssignmentId, cancellationToken);
        if (sheet is null || !PaperForms.CanBeOnPaper(sheet))
        {
            return PaperVerdict.Cannot;
        }

        if (!form.IsStillFor(sheet))
        {
            return PaperVerdict.Void;
        }

        var now = clock.GetUtcNow();
        var file = EvidenceFile.Take(
            form.AgencyId,
            form.PersonId,
            scan.Kind,
            scan.Content,
            signedIn.AccountId,
            now
        );
        // The scan is kept first: a signature in the record always has its paper.
        database.Add(file);
        await database.SaveChangesAsync(cancellationToken);
        var signature = SignatureOf(form, signedOn, witness, file, now);
        var outcome = await writer.RecordAsync(signature, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            return refusal == SigningRefusal.Unavailable
                ? PaperVerdict.Unavailable
                : PaperVerdict.Cannot;
        }

        // Somebody may have been quicker: then the record rests on another paper, or on none.
        var hash = signature.Grounds[0].Hash.ToArray();
        var isOurs = await database
            .Set<AttestationGround>()
            .AnyAsync(
                ground => ground.AttestationId == outcome.AttestationId && ground.Hash == hash,
                cancellationToken
            );
        if (!isOurs)
        {
            return PaperVerdict.Cannot;
        }

        form.Record(signedOn, witness, file.Id, signedIn.AccountId, now);
        audit.Add(
            AuditActions.SigningAssisted,
            form.AgencyId,
            $"/attestations/{outcome.AttestationId}",
            $"Form {form.Number} recorded, signed on {signedOn:yyyy-MM-dd}, witness {witness}"
        );
        await database.SaveChangesAsync(cancellationToken);
        return PaperVerdict.Recorded;
    }

    private Signature SignatureOf(
        PaperForm form,
        DateOnly signedOn,
        string witness,
        EvidenceFile file,
        DateTimeOffset now
    )
    {
        var ground = new Ground(
            GroundKind.Paper,
            form.Number,
            form.Id,
            form.HashWith(signedOn, witness, file.Sha256),
            $"Form {form.Number}, signed by hand on {signedOn.InFewWords()}, seen by {witness}"
        );
        return new Signature
        {
            AssignmentId = form.AssignmentId,
            AgencyId = form.AgencyId,
            PersonId = form.PersonId,
            AccountId = signedIn.AccountId,
            PersonName = form.PersonName,
            TypedName = form.PersonName,
            StatementText = form.StatementText,
            Modules =
            [
                .. form.Modules.OrderBy(module => module.Order).Select(module => module.ToSigned()),
            ],
            Grounds = [ground],
            QuizEvidenceHash = SigningEvidence.Hash([], [ground.ToEvidence()]),
            AuthenticationMethod = PaperForm.Method,
            At = now,
        };
    }
}
