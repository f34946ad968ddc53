using SocialMediaAware.Evidence;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>What stood in the place of practice here, or who helped: a part of what a signature rests on.</summary>
public enum GroundKind
{
    /// <summary>Learning from elsewhere, for one module.</summary>
    OutsideLearning,

    /// <summary>A session in which somebody was helped to sign.</summary>
    AssistedSession,

    /// <summary>A paper that was signed by hand.</summary>
    Paper,
}

/// <summary>A ground of a signature on its way into the record.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">What it is about: a module with its version, a form's number, a session.</param>
/// <param name="ReferenceId">The record behind it: a completion, a paper form, a session.</param>
/// <param name="Hash">The hash of what stands behind it.</param>
/// <param name="Words">What the receipt says about it: a course and its day, a place.</param>
public sealed record Ground(
    GroundKind Kind,
    string Subject,
    Guid ReferenceId,
    TreeHash Hash,
    string Words
)
{
    /// <summary>The same as it goes into the hash of the evidence.</summary>
    public SigningGround ToEvidence() =>
        new(
            Kind switch
            {
                GroundKind.OutsideLearning => "outside-learning",
                GroundKind.AssistedSession => "assisted-session",
                _ => "paper",
            },
            Subject,
            Hash
        );
}

/// <summary>A ground that an attestation rests on, besides passed attempts.</summary>
public sealed class AttestationGround
{
    /// <summary>Longest subject.</summary>
    public const int SubjectLength = 120;

    /// <summary>Longest words.</summary>
    public const int WordsLength = 600;

    private AttestationGround() { }

    internal AttestationGround(Guid attestationId, int order, Ground ground)
    {
        AttestationId = attestationId;
        Order = order;
        Kind = ground.Kind;
        Subject = ground.Subject;
        ReferenceId = ground.ReferenceId;
        Hash = ground.Hash.ToArray();
        Words = ground.Words;
    }

    /// <summary>The attestation.</summary>
    public Guid AttestationId { get; private init; }

    /// <summary>Its place, from 0.</summary>
    public int Order { get; private init; }

    /// <summary>What it is.</summary>
    public GroundKind Kind { get; private init; }

    /// <summary>What it is about.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>The record behind it.</summary>
    public Guid ReferenceId { get; private init; }

    /// <summary>The hash of what stands behind it (32 bytes).</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>What the receipt says about it.</summary>
    public string Words { get; private init; } = "";
}
