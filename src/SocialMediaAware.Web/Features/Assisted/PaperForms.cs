using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>A form with what its pages show.</summary>
public sealed record PaperFormView(
    PaperForm Form,
    string ProgrammeName,
    string AgencyName,
    Guid? AttestationId
);

/// <summary>Makes forms to sign by hand, and finds them, for HR of the agency.</summary>
public sealed class PaperForms(
    PortalDbContext database,
    SigningSheets sheets,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    private static readonly SigningRefusal[] ReadAndPractised =
    [
        SigningRefusal.SectionsNotOpened,
        SigningRefusal.QuizNotPassed,
        SigningRefusal.RefresherNotPassed,
    ];

    /// <summary>The sheet of an assignment in HR's agencies; null when there is none.</summary>
    public async Task<SigningSheet?> FindSheetAsync(
        Guid assignmentId,
        CancellationToken cancellationToken
    )
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var personId = await database
            .Assignments.Where(assignment =>
                assignment.Id == assignmentId && mine.Contains(assignment.AgencyId)
            )
            .Select(assignment => (Guid?)assignment.PersonId)
            .SingleOrDefaultAsync(cancellationToken);
        return personId is null
            ? null
            : await sheets.ReadAsync(personId.Value, assignmentId, cancellationToken);
    }

    /// <summary>
    /// Whether a sheet can be signed on paper: what is read and practised on paper leaves no trace here, everything else must hold.
    /// </summary>
    public static bool CanBeOnPaper(SigningSheet sheet) =>
        sheet.AttestationId is null
        && sheet.Modules.Count > 0
        && sheet.Problems.All(problem => ReadAndPractised.Contains(problem.Reason));

    /// <summary>Makes a form.</summary>
    public async Task<Guid> MakeAsync(SigningSheet sheet, CancellationToken cancellationToken)
    {
        var form = PaperForm.Make(
            sheet,
            PaperForm.NewNumber(),
            signedIn.AccountId,
            clock.GetUtcNow()
        );
        database.Add(form);
        audit.Add(
            AuditActions.SigningAssisted,
            form.AgencyId,
            $"/assisted/paper/forms/{form.Id}",
            $"Form {form.Number} made for person {form.PersonId}"
        );
        await database.SaveChangesAsync(cancellationToken);
        return form.Id;
    }

    /// <summary>A form; null when there is none in HR's agencies.</summary>
    public async Task<PaperFormView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var form = await database
            .PaperForms.Include(form => form.Modules)
            .SingleOrDefaultAsync(
                form => form.Id == id && mine.Contains(form.AgencyId),
                cancellationToken
            );
        if (form is null)
        {
            return null;
        }

        var names = await (
            from assignment in database.Assignments
            where assignment.Id == form.AssignmentId
            join programme in database.Programmes on assignment.ProgrammeId equals programme.Id
            join agency in database.Agencies on assignment.AgencyId equals agency.Id
            select new
            {
                Programme = programme.Name,
                Agency = agency.Name,
                Attestation = database
                    .Attestations.Where(attestation =>
                        attestation.AssignmentId == form.AssignmentId
                    )
                    .Select(attestation => (Guid?)attestation.Id)
                    .FirstOrDefault(),
            }
        ).SingleAsync(cancellationToken);
        return new PaperFormView(form, names.Programme, names.Agency, names.Attestation);
    }

    /// <summary>The form of a number, in whichever way it was typed; null when there is none in HR's agencies.</summary>
    public Task<Guid?> FindByNumberAsync(string? typed, CancellationToken cancellationToken)
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var number = (typed ?? "").Trim().ToUpperInvariant();
        return database
            .PaperForms.Where(form => form.Number == number && mine.Contains(form.AgencyId))
            .Select(form => (Guid?)form.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
