using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>A receipt with what the page shows beside it.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Verdict">What came of checking it just now.</param>
/// <param name="ProgrammeName">What was signed for.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="RestsOn">What it rests on besides practice here, in words: learning from elsewhere, a session, a paper.</param>
public sealed record CheckedReceipt(
    Receipt Receipt,
    ReceiptVerdict Verdict,
    string ProgrammeName,
    Guid AgencyId,
    Guid PersonId,
    IReadOnlyList<string> RestsOn
);

/// <summary>Makes receipts: from the record, with a proof up to the ledger's newest checkpoint.</summary>
public sealed class Receipts(PortalDbContext database, LedgerKey key, TimeProvider clock)
{
    /// <summary>Makes the receipt of an attestation and checks it. The caller has seen to it that the asker may have it.</summary>
    /// <returns>Null when there is no such attestation.</returns>
    public async Task<CheckedReceipt?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var attestation = await database
            .Attestations.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .AsNoTracking()
            .Include(attestation => attestation.Modules)
            .SingleOrDefaultAsync(attestation => attestation.Id == id, cancellationToken);
        if (attestation is null)
        {
            return null;
        }

        var today = clock.Today();
        var names = await database
            .Assignments.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(assignment => assignment.Id == attestation.AssignmentId)
            .Select(assignment => new
            {
                Programme = database
                    .Programmes.IgnoreQueryFilters(Walls)
                    .Where(programme => programme.Id == assignment.ProgrammeId)
                    .Select(programme => programme.Name)
                    .First(),
                Agency = database
                    .Agencies.Where(agency => agency.Id == assignment.AgencyId)
                    .Select(agency => agency.Name)
                    .First(),
                Person = database
                    .PersonNames.HoldingOn(today)
                    .Where(name =>
                        name.PersonId
                        == database
                            .People.Where(person => person.Id == assignment.PersonId)
                            .Select(person => person.MergedIntoId ?? person.Id)
                            .First()
                    )
                    .OrderByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
            })
            .SingleAsync(cancellationToken);
        var receipt = await MakeAsync(
            attestation,
            names.Person ?? attestation.PersonNameThen,
            names.Agency,
            cancellationToken
        );
        return new CheckedReceipt(
            receipt,
            receipt.Check(key.VerificationKey),
            names.Programme,
            attestation.AgencyId,
            attestation.PersonId,
            await database
                .Set<AttestationGround>()
                .Where(ground => ground.AttestationId == id)
                .OrderBy(ground => ground.Order)
                .Select(ground => ground.Words)
                .ToListAsync(cancellationToken)
        );
    }

    private static readonly string[] Walls = [PortalDbContext.AgencyWall];

    private async Task<Receipt> MakeAsync(
        Attestation attestation,
        string personName,
        string agencyName,
        CancellationToken cancellationToken
    )
    {
        // The head first: whatever is appended after this is not part of its tree.
        var head = await database.LedgerHeads.AsNoTracking().SingleAsync(cancellationToken);
        var leaf = await database
            .LedgerEntries.Where(entry => entry.Index == attestation.LedgerIndex)
            .Select(entry => entry.Leaf)
            .SingleAsync(cancellationToken);
        return new Receipt
        {
            Attestation = Describe(attestation, personName, agencyName),
            Leaf = leaf,
            Index = attestation.LedgerIndex,
            Size = head.Size,
            InclusionProof = await ProveAsync(
                attestation.LedgerIndex,
                head.Size,
                cancellationToken
            ),
            Checkpoint = head.Checkpoint,
        };
    }

    private async Task<IReadOnlyList<TreeHash>> ProveAsync(
        long index,
        long size,
        CancellationToken cancellationToken
    )
    {
        var needed = InclusionProof.NodesNeeded(index, size);
        long[] entries = [.. needed.Where(place => place.Level == 0).Select(place => place.Index)];
        long[] places = [.. needed.Where(place => place.Level > 0).Select(LedgerNode.PlaceOf)];
        var leaves = await database
            .LedgerEntries.Where(entry => entries.Contains(entry.Index))
            .Select(entry => new { entry.Index, entry.LeafHash })
            .ToListAsync(cancellationToken);
        var nodes = await database
            .LedgerNodes.AsNoTracking()
            .Where(node => places.Contains(node.Place))
            .ToListAsync(cancellationToken);
        var hashes = leaves.ToDictionary(
            leaf => new TreePosition(0, leaf.Index),
            leaf => TreeHash.FromBytes(leaf.LeafHash)
        );
        foreach (var node in nodes)
        {
            hashes.Add(new TreePosition(node.Level, node.Index), TreeHash.FromBytes(node.Hash));
        }

        return InclusionProof.Build(index, size, hashes);
    }

    private static ReceiptAttestation Describe(
        Attestation attestation,
        string personName,
        string agencyName
    ) =>
        new()
        {
            PersonName = personName,
            TypedName = attestation.TypedName,
            PersonId = attestation.PersonId,
            Salt = attestation.Salt,
            AgencyName = agencyName,
            Modules =
            [
                .. attestation
                    .Modules.OrderBy(module => module.Order)
                    .Select(module => new ReceiptModule(
                        module.ModuleSlug,
                        module.Title,
                        module.Major,
                        module.Minor,
                        TreeHash.FromBytes(module.ContentHash)
                    )),
            ],
            Statement = attestation.StatementText,
            SignedAt = UtcInstant.RoundedDown(attestation.SignedAt),
            AuthenticationMethod = attestation.AuthenticationMethod,
            QuizEvidenceHash = TreeHash.FromBytes(attestation.QuizEvidenceHash),
        };
}
