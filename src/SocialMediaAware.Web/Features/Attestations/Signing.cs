using SocialMediaAware.Web.Features.Assisted;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>What a person hands in to sign an assignment.</summary>
public sealed record SigningRequest
{
    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>Who signs.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The account they signed in with.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>How they proved who they are.</summary>
    public required string AuthenticationMethod { get; init; }

    /// <summary>What it rests on besides what the person did here: a session in which they were helped.</summary>
    public IReadOnlyList<Ground> Grounds { get; init; } = [];

    /// <summary>What the page showed them: <see cref="SigningSheet.Token" />.</summary>
    public required string ShownToken { get; init; }

    /// <summary>Whether they ticked the declaration.</summary>
    public required bool IsDeclared { get; init; }

    /// <summary>The name they typed.</summary>
    public required string TypedName { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="AttestationId">The record; null when it was refused.</param>
/// <param name="Sheet">The sheet as it is now; null when this person has no such assignment.</param>
/// <param name="Problems">Why it was refused.</param>
public sealed record SigningResult(
    Guid? AttestationId,
    SigningSheet? Sheet,
    IReadOnlyList<SigningProblem> Problems
);

/// <summary>Signs an assignment: one signature over all its modules, recorded once however often it is handed in.</summary>
public sealed class Signing(
    SigningSheets sheets,
    LedgerWriter writer,
    AssistedVisits visits,
    TimeProvider clock
)
{
    /// <summary>Checks everything that a signature needs, and has it recorded.</summary>
    public async Task<SigningResult> SignAsync(
        SigningRequest request,
        CancellationToken cancellationToken
    )
    {
        var sheet = await sheets.ReadAsync(
            request.PersonId,
            request.AssignmentId,
            cancellationToken
        );
        if (sheet is null)
        {
            return new(null, null, [new(SigningRefusal.NotYours)]);
        }

        if (sheet.AttestationId is not null)
        {
            return new(sheet.AttestationId, sheet, []);
        }

        SigningProblem[] problems =
            sheet.Problems.Count > 0 ? [.. sheet.Problems] : [.. ProblemsOf(request, sheet)];
        if (problems.Length > 0)
        {
            return new(null, sheet, problems);
        }

        if (request.AuthenticationMethod == AssistedSession.Method)
        {
            // A signature made with help names the session, or is not made.
            if (await visits.FindGroundAsync(request.PersonId, cancellationToken) is not { } held)
            {
                return new(null, sheet, [new(SigningRefusal.Unavailable)]);
            }

            request = request with { Grounds = [held] };
        }

        var outcome = await writer.RecordAsync(
            sheet.SignedBy(request, clock.GetUtcNow()),
            cancellationToken
        );
        return outcome.Refusal is { } refusal
            ? new(null, sheet, [new(refusal)])
            : new(outcome.AttestationId, sheet, []);
    }

    private static IEnumerable<SigningProblem> ProblemsOf(
        SigningRequest request,
        SigningSheet sheet
    )
    {
        if (request.ShownToken != sheet.Token)
        {
            yield return new(SigningRefusal.TextChanged);
        }

        if (!request.IsDeclared)
        {
            yield return new(SigningRefusal.NotDeclared);
        }

        if (string.IsNullOrWhiteSpace(request.TypedName))
        {
            yield return new(SigningRefusal.NameMissing);
        }
        else if (
            request.TypedName.Length > Attestation.TypedNameLength
            || !TypedName.IsNameOf(request.TypedName, sheet.PersonName)
        )
        {
            yield return new(SigningRefusal.NameDiffers, null, sheet.PersonName);
        }
    }
}
