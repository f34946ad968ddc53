using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>What came of handing in a signature.</summary>
/// <param name="AttestationId">The record: the new one, or the one that the assignment has already.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record SignatureOutcome(Guid? AttestationId, SigningRefusal? Refusal)
{
    internal static SignatureOutcome Recorded(Guid attestationId) => new(attestationId, null);

    internal static SignatureOutcome Refused(SigningRefusal refusal) => new(null, refusal);
}

/// <summary>
/// Records several people's signatures in one transaction: attestations, ledger entries, the signed head, and what the signatures
/// mean for these people's assignments. All of it is kept, or nothing.
/// </summary>
public sealed class SharedCommit(
    PortalDbContext database,
    DatabaseSettings settings,
    LedgerKey key,
    TimeProvider clock
)
{
    /// <summary>Records what can be recorded.</summary>
    /// <returns>The outcome of each signature, in the order they were given.</returns>
    public async Task<IReadOnlyList<SignatureOutcome>> RecordAsync(
        IReadOnlyList<Signature> signatures,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var head = await LockHeadAsync(cancellationToken);
        var desk = await ReadAsync(signatures, cancellationToken);
        var tree = head.Tree();
        SignatureOutcome[] outcomes =
        [
            .. signatures.Select(signature => Record(signature, desk, tree)),
        ];
        if (tree.Size > head.Size)
        {
            head.MoveTo(tree, key.Signer);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcomes;
    }

    // SQLite's transaction is the only writer from its start. On PostgreSQL this row is what replicas queue for.
    private async Task<LedgerHead> LockHeadAsync(CancellationToken cancellationToken)
    {
        var heads = settings.IsPostgres
            ? database.LedgerHeads.FromSql($"SELECT * FROM ledger_heads FOR UPDATE")
            : database.LedgerHeads;
        return (await heads.ToListAsync(cancellationToken)).Single();
    }

    private async Task<Desk> ReadAsync(
        IReadOnlyList<Signature> signatures,
        CancellationToken cancellationToken
    )
    {
        Guid[] assignmentIds =
        [
            .. signatures.Select(signature => signature.AssignmentId).Distinct(),
        ];
        Guid[] personIds = [.. signatures.Select(signature => signature.PersonId).Distinct()];
        if (settings.IsPostgres)
        {
            // A planner or a decline at the same moment waits, or is seen by what is read next.
            await database
                .Assignments.FromSql(
                    $"SELECT * FROM assignments WHERE person_id = ANY({personIds}) ORDER BY id FOR UPDATE"
                )
                .AsNoTracking()
                .Select(assignment => assignment.Id)
                .ToListAsync(cancellationToken);
        }

        var assignments = await database
            .Assignments.Include(assignment => assignment.Modules)
            .Where(assignment =>
                assignmentIds.Contains(assignment.Id)
                || (
                    personIds.Contains(assignment.PersonId)
                    && assignment.SignedAt == null
                    && assignment.DeclinedAt == null
                    && assignment.SupersededAt == null
                    && assignment.LeftAt == null
                )
            )
            .ToListAsync(cancellationToken);
        var attestations = await database.Attestations.ReadOfAsync(
            personIds,
            database.People,
            cancellationToken
        );
        return new Desk(assignments, attestations);
    }

    private SignatureOutcome Record(Signature signature, Desk desk, CompactRange tree)
    {
        if (desk.AttestationOf(signature.AssignmentId) is { } earlier)
        {
            return earlier.PersonId == signature.PersonId
                ? SignatureOutcome.Recorded(earlier.Id)
                : SignatureOutcome.Refused(SigningRefusal.NotYours);
        }

        var assignment = desk.Assignment(signature.AssignmentId);
        if (assignment is null || assignment.PersonId != signature.PersonId)
        {
            return SignatureOutcome.Refused(SigningRefusal.NotYours);
        }

        if (!assignment.CanBeDoneOn(clock.Today()))
        {
            return SignatureOutcome.Refused(SigningRefusals.Of(assignment, clock.Today()));
        }

        if (!desk.CoversAllOf(assignment, signature))
        {
            return SignatureOutcome.Refused(SigningRefusal.TextChanged);
        }

        var attestation = Attestation.Sign(signature, PersonCommitment.NewSalt(), tree.Size);
        Append(attestation, tree);
        desk.Take(attestation);
        database.AuditEntries.Add(
            AuditEntry.Record(
                AuditActions.Signed,
                signature.AccountId,
                signature.AgencyId,
                $"/attestations/{attestation.Id}",
                $"Assignment {assignment.Id}, number {attestation.LedgerIndex} in the ledger",
                attestation.SignedAt
            )
        );
        return SignatureOutcome.Recorded(attestation.Id);
    }

    private void Append(Attestation attestation, CompactRange tree)
    {
        var entry = LedgerEntry.At(attestation.LedgerIndex, attestation.ToLeaf().Encode());
        var nodes = tree.Append(TreeHash.FromBytes(entry.LeafHash));
        database.LedgerEntries.Add(entry);
        database.LedgerNodes.AddRange(nodes.Select(LedgerNode.Of));
        database.Attestations.Add(attestation);
    }

    /// <summary>What lies on the desk while a batch is recorded: these people's open assignments and all that they signed.</summary>
    private sealed class Desk(List<Assignment> assignments, List<Attestation> attestations)
    {
        public Assignment? Assignment(Guid id) =>
            assignments.FirstOrDefault(assignment => assignment.Id == id);

        public Attestation? AttestationOf(Guid assignmentId) =>
            attestations.FirstOrDefault(attestation => attestation.AssignmentId == assignmentId);

        /// <summary>
        /// Whether a signature is over everything that is asked, with what counts already: the programme may ask for another module
        /// since the page was shown.
        /// </summary>
        public bool CoversAllOf(Assignment assignment, Signature signature) =>
            assignment.Modules.All(module =>
                signature.Modules.Any(signed => signed.Slug == module.ModuleSlug)
                || attestations.Exists(other => other.CountsFor(assignment, module))
            );

        /// <summary>Ends the assignment, and every other one of that person for which this signature completes what is asked.</summary>
        public void Take(Attestation attestation)
        {
            attestations.Add(attestation);
            Attestation[] theirs =
            [
                .. attestations.Where(other => other.SignerId == attestation.PersonId),
            ];
            foreach (
                var assignment in assignments.Where(assignment =>
                    assignment.PersonId == attestation.PersonId
                    && !assignment.IsEnded
                    && (
                        assignment.Id == attestation.AssignmentId
                        || Attestation.CountFor(assignment, theirs)
                    )
                )
            )
            {
                assignment.Sign(attestation.SignedAt);
            }
        }
    }
}
