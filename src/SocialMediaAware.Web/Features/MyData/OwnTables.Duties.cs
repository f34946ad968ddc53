using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>What they owe and signed.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutDuties() =>
        [
            new OwnTable<AssignmentRow>(
                "assignments",
                "duties",
                [typeof(Assignment)],
                (database, ids) =>
                    Held<Assignment>(database)
                        .Where(assignment => ids.PersonIds.Contains(assignment.PersonId))
                        .OrderByDescending(assignment => assignment.CreatedAt)
                        .ThenBy(assignment => assignment.Id)
                        .Select(assignment => new AssignmentRow(
                            database
                                .Agencies.Where(agency => agency.Id == assignment.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            Held<Programme>(database)
                                .Where(programme => programme.Id == assignment.ProgrammeId)
                                .Select(programme => programme.Name)
                                .FirstOrDefault(),
                            assignment.CycleKey,
                            assignment.PersonKind,
                            assignment
                                .Modules.OrderBy(module => module.Order)
                                .Select(module => module.ModuleSlug + " " + module.Major)
                                .ToList(),
                            assignment.OpensOn,
                            assignment.DueOn,
                            assignment.PromisedUntil,
                            assignment.CreatedAt,
                            assignment.HeldAt,
                            assignment.SignedAt,
                            assignment.DeclinedAt,
                            assignment.SupersededAt,
                            assignment.LeftAt
                        ))
            ),
            new OwnTable<AssignmentRecordRow>(
                "assignmentRecords",
                "duties",
                [typeof(AssignmentRecord)],
                (database, ids) =>
                    Held<AssignmentRecord>(database)
                        .Where(record => ids.PersonIds.Contains(record.PersonId))
                        .OrderByDescending(record => record.RecordedAt)
                        .ThenBy(record => record.Id)
                        .Select(record => new AssignmentRecordRow(
                            Held<Programme>(database)
                                .Where(programme => programme.Id == record.ProgrammeId)
                                .Select(programme => programme.Name)
                                .FirstOrDefault(),
                            record.CycleKey,
                            record.RecordedAt,
                            record.OpensOn,
                            record.DueOn,
                            record.HeldAt,
                            record.SignedAt,
                            record.DeclinedAt,
                            record.SupersededAt,
                            record.LeftAt
                        ))
            ),
            new OwnTable<SignatureRow>(
                "signatures",
                "duties",
                [typeof(Attestation)],
                (database, ids) =>
                    Held<Attestation>(database)
                        .Where(attestation => ids.PersonIds.Contains(attestation.PersonId))
                        .OrderByDescending(attestation => attestation.LedgerIndex)
                        .Select(attestation => new SignatureRow(
                            attestation.Id,
                            database
                                .Agencies.Where(agency => agency.Id == attestation.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            attestation.SignedAt,
                            attestation.PersonNameThen,
                            attestation.TypedName,
                            attestation.StatementText,
                            attestation
                                .Modules.OrderBy(module => module.Order)
                                .Select(module =>
                                    module.Title + " " + module.Major + "." + module.Minor
                                )
                                .ToList(),
                            attestation.AuthenticationMethod,
                            attestation.LedgerIndex
                        ))
            ),
        ];
}
