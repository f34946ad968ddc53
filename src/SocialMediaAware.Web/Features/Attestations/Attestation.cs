using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>
/// The record that a person signed a statement over modules, for one assignment. It is never changed or deleted: the database
/// refuses it. Next year's is another, also over unchanged versions.
/// </summary>
public sealed class Attestation : IBelongsToAgency
{
    /// <summary>Longest name that can be typed.</summary>
    public const int TypedNameLength = PersonName.NameLength + 50;

    /// <summary>Longest statement: the programme's words with the modules in them, and the modules' own lines.</summary>
    public const int StatementLength = 20_000;

    /// <summary>Longest name of a way to prove who one is.</summary>
    public const int AuthenticationMethodLength = AttestationLeaf.MaximumMethodLength;

    // Not part of the record: who signed it is sealed in it, under whichever of their two ids.
    private Guid? turnedOutToBe;

    private Attestation() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assignment that it ends; no other attestation has the same.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Who signed.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>What the person was called when they signed.</summary>
    public string PersonNameThen { get; private init; } = "";

    /// <summary>The name as they typed it.</summary>
    public string TypedName { get; private init; } = "";

    /// <summary>The exact words that were signed.</summary>
    public string StatementText { get; private init; } = "";

    /// <summary>Opens the ledger's commitment to the person (32 bytes). Whoever destroys it makes the ledger's entry anonymous.</summary>
    public byte[] Salt { get; private init; } = [];

    /// <summary>The hash of all that the signature rests on (32 bytes): <see cref="SigningEvidence" />.</summary>
    public byte[] QuizEvidenceHash { get; private init; } = [];

    /// <summary>How the portal knew the person, such as <c>password</c>.</summary>
    public string AuthenticationMethod { get; private init; } = "";

    /// <summary>When it was signed (UTC, whole microseconds).</summary>
    public DateTimeOffset SignedAt { get; private init; }

    /// <summary>The number of its entry in the ledger, from 0.</summary>
    public long LedgerIndex { get; private init; }

    /// <summary>The module versions that it covers, in the order they are read.</summary>
    public ICollection<AttestationModule> Modules { get; private init; } = [];

    /// <summary>What else it rests on, besides passed attempts.</summary>
    public ICollection<AttestationGround> Grounds { get; private init; } = [];

    /// <summary>Signs: makes the record that takes the given place in the ledger.</summary>
    /// <param name="signature">What was signed, by whom and when.</param>
    /// <param name="salt">32 random bytes, for this record alone.</param>
    /// <param name="ledgerIndex">The next free number in the ledger, from 0.</param>
    public static Attestation Sign(Signature signature, byte[] salt, long ledgerIndex)
    {
        var at = signature.At.ToMicroseconds();
        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            AgencyId = signature.AgencyId,
            AssignmentId = signature.AssignmentId,
            PersonId = signature.PersonId,
            PersonNameThen = signature.PersonName,
            TypedName = signature.TypedName,
            StatementText = signature.StatementText,
            Salt = salt,
            QuizEvidenceHash = signature.QuizEvidenceHash.ToArray(),
            AuthenticationMethod = signature.AuthenticationMethod,
            SignedAt = at,
            LedgerIndex = ledgerIndex,
            Modules =
            [
                .. signature.Modules.Select(
                    (module, order) => new AttestationModule(id, order, module)
                ),
            ],
            Grounds =
            [
                .. signature.Grounds.Select(
                    (ground, order) => new AttestationGround(id, order, ground)
                ),
            ],
        };
    }

    /// <summary>What the ledger keeps of it: hashes and commitments, nothing that names the person.</summary>
    /// <exception cref="EvidenceFormatException">A value cannot be held by a leaf; the message says which.</exception>
    public AttestationLeaf ToLeaf() =>
        new(
            PersonCommitment.Of(Salt, PersonId, TypedName),
            [.. Modules.OrderBy(module => module.Order).Select(module => module.ToLeafModule())],
            StatementHash.Of(StatementText),
            TreeHash.FromBytes(QuizEvidenceHash),
            UtcInstant.RoundedDown(SignedAt),
            AuthenticationMethod
        );

    /// <summary>The person whose it is now: whoever signed it, or whom they turned out to be.</summary>
    public Guid SignerId => turnedOutToBe ?? PersonId;

    /// <summary>Whoever signed it turned out to be a person that is held under another id: it counts for that one.</summary>
    public void CountAs(Guid personId) => turnedOutToBe = personId;

    /// <summary>
    /// Whether it counts for one module of an assignment of the same person: it covers the major version that is asked for or a
    /// newer one, and the assignment opens in the 90 days after it, or was open when it was signed.
    /// </summary>
    public bool CountsFor(Assignment assignment, AssignmentModule module)
    {
        var signedOn = SignedAt.NewZealandDate();
        return assignment.PersonId == SignerId
            && assignment.OpensOn <= signedOn.AddDays(Assignment.FreshnessDays)
            && !EndedBefore(assignment)
            && Modules.Any(signed =>
                signed.ModuleSlug == module.ModuleSlug && signed.Major >= module.Major
            );
    }

    /// <summary>Whether it counts for every module of an assignment.</summary>
    public bool CountsFor(Assignment assignment) =>
        assignment.Modules.All(module => CountsFor(assignment, module));

    /// <summary>Whether these attestations together count for every module of an assignment.</summary>
    public static bool CountFor(
        Assignment assignment,
        IReadOnlyCollection<Attestation> attestations
    ) =>
        assignment.Modules.All(module =>
            attestations.Any(attestation => attestation.CountsFor(assignment, module))
        );

    // An assignment that had ended before this was signed was not open then.
    private bool EndedBefore(Assignment assignment) =>
        assignment.DeclinedAt <= SignedAt
        || assignment.SupersededAt <= SignedAt
        || assignment.LeftAt <= SignedAt;
}

/// <summary>One module version that an attestation covers.</summary>
public sealed class AttestationModule
{
    /// <summary>Longest title that is kept.</summary>
    public const int TitleLength = 200;

    private AttestationModule() { }

    internal AttestationModule(Guid attestationId, int order, SignedModule module)
    {
        AttestationId = attestationId;
        Order = order;
        ModuleSlug = module.Slug;
        Title = module.Title;
        Major = module.Major;
        Minor = module.Minor;
        ContentHash = module.ContentHash.ToArray();
    }

    /// <summary>The attestation.</summary>
    public Guid AttestationId { get; private init; }

    /// <summary>Its place, from 0.</summary>
    public int Order { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>What it was called.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The version's number before the point.</summary>
    public int Major { get; private init; }

    /// <summary>The version's number after the point.</summary>
    public int Minor { get; private init; }

    /// <summary>The hash of its text (32 bytes), as the portal keeps it in <c>PublishedModuleText</c>.</summary>
    public byte[] ContentHash { get; private init; } = [];

    internal LeafModule ToLeafModule() =>
        new(ModuleSlug, Major, Minor, TreeHash.FromBytes(ContentHash));
}

/// <summary>A module version as it is signed.</summary>
public sealed record SignedModule(
    string Slug,
    string Title,
    int Major,
    int Minor,
    TreeHash ContentHash
);

/// <summary>A signature on its way into the record: everything that was checked when the person signed. It never changes.</summary>
public sealed record Signature
{
    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The assignment's agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Who signs.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The account they signed in with.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What they are called now.</summary>
    public required string PersonName { get; init; }

    /// <summary>The name as they typed it.</summary>
    public required string TypedName { get; init; }

    /// <summary>The exact words.</summary>
    public required string StatementText { get; init; }

    /// <summary>The module versions, in the order they are read.</summary>
    public required IReadOnlyList<SignedModule> Modules { get; init; }

    /// <summary>What it rests on besides passed attempts.</summary>
    public IReadOnlyList<Ground> Grounds { get; init; } = [];

    /// <summary>The hash of all that it rests on.</summary>
    public required TreeHash QuizEvidenceHash { get; init; }

    /// <summary>How the portal knows the person.</summary>
    public required string AuthenticationMethod { get; init; }

    /// <summary>When they signed (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
