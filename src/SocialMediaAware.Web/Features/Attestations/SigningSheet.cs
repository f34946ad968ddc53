using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>One module on the sheet: the version that this person reads, and what they have done with it.</summary>
public sealed record SheetModule
{
    /// <summary>The version.</summary>
    public required Module Content { get; init; }

    /// <summary>The version as it is signed.</summary>
    public required SignedModule Signed { get; init; }

    /// <summary>The sections that the person did not open in any place where the identical text stands.</summary>
    public required IReadOnlyList<Section> UnopenedSections { get; init; }

    /// <summary>Whether the portal keeps this very text.</summary>
    public required bool IsKept { get; init; }

    /// <summary>Whether its quiz was passed for this version, or it has none.</summary>
    public required bool IsQuizPassed { get; init; }

    /// <summary>The attempt, where there was one.</summary>
    public required PassedAttempt? Attempt { get; init; }

    /// <summary>The version that this person signed last; null when they never did.</summary>
    public required SignedBefore? Before { get; init; }

    /// <summary>What changed since that version, section by section.</summary>
    public required IReadOnlyList<ChangedSection> Changes { get; init; }

    /// <summary>What stands for reading and practising it, learnt elsewhere; mostly null.</summary>
    public MetOutside? Outside { get; init; }

    /// <summary>The same where the person reads it all the same.</summary>
    public MetOutside? OutsideOffer { get; init; }

    /// <summary>Whether the short path is taken: its situations are those of the whole assignment.</summary>
    public required bool IsRefreshed { get; init; }
}

/// <summary>A version that the person signed earlier.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">When (UTC).</param>
/// <param name="IsSameText">Whether its text is the one that is signed now.</param>
/// <param name="IsHeld">Whether the portal still holds its text, to compare with.</param>
public sealed record SignedBefore(
    ContentVersion Version,
    DateTimeOffset At,
    bool IsSameText,
    bool IsHeld
);

/// <summary>All that a person sees before they sign, and what still stands in the way.</summary>
public sealed record SigningSheet
{
    /// <summary>The assignment.</summary>
    public required Assignment Assignment { get; init; }

    /// <summary>What the programme is called.</summary>
    public required string ProgrammeName { get; init; }

    /// <summary>What the person is called now.</summary>
    public required string PersonName { get; init; }

    /// <summary>The record, when this assignment was signed already.</summary>
    public required Guid? AttestationId { get; init; }

    /// <summary>The modules to sign, in the order they are read.</summary>
    public required IReadOnlyList<SheetModule> Modules { get; init; }

    /// <summary>The modules that a fresh signature counts for: this signature leaves them out and completes the assignment.</summary>
    public required IReadOnlyList<SignedEarlier> Counted { get; init; }

    /// <summary>The exact words.</summary>
    public required string StatementText { get; init; }

    /// <summary>What still stands in the way; empty when the person can sign.</summary>
    public required IReadOnlyList<SigningProblem> Problems { get; init; }

    /// <summary>Stands for what the page shows: <see cref="Statement.TokenOf" />.</summary>
    public string Token =>
        Statement.TokenOf(StatementText, Modules.Select(module => module.Signed));

    /// <summary>The grounds that its modules bring: what was learnt elsewhere.</summary>
    public IEnumerable<Ground> OutsideGrounds =>
        from module in Modules
        let outside = module.Outside
        where outside is not null
        select new Ground(
            GroundKind.OutsideLearning,
            $"{module.Signed.Slug} {module.Content.Version}",
            outside.CompletionId,
            outside.Hash,
            OutsideWords.Of(module.Signed.Title, outside)
        );

    /// <summary>The signature of this sheet.</summary>
    public Signature SignedBy(SigningRequest request, DateTimeOffset at)
    {
        Ground[] grounds = [.. OutsideGrounds, .. request.Grounds];
        return new()
        {
            AssignmentId = Assignment.Id,
            AgencyId = Assignment.AgencyId,
            PersonId = Assignment.PersonId,
            AccountId = request.AccountId,
            PersonName = PersonName,
            TypedName = request.TypedName.Trim(),
            StatementText = StatementText,
            Modules = [.. Modules.Select(module => module.Signed)],
            Grounds = grounds,
            QuizEvidenceHash = SigningEvidence.Hash(
                Modules.Select(module => module.Attempt).OfType<PassedAttempt>(),
                [.. grounds.Select(ground => ground.ToEvidence())]
            ),
            AuthenticationMethod = request.AuthenticationMethod,
            At = at,
        };
    }
}
