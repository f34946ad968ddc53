using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>What was learnt elsewhere, and signed with help.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutEvidence() =>
        [
            new OwnTable<OutsideRow>(
                "outsideLearning",
                "learning",
                [typeof(OutsideCompletion)],
                (database, ids) =>
                    Held<OutsideCompletion>(database)
                        .Where(completion => ids.PersonIds.Contains(completion.PersonId))
                        .OrderByDescending(completion => completion.EnteredAt)
                        .ThenBy(completion => completion.Id)
                        .Select(completion => new OutsideRow(
                            database
                                .Agencies.Where(agency => agency.Id == completion.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            completion.Course,
                            completion.Provider,
                            completion.CompletedOn,
                            completion
                                .Modules.OrderBy(module => module.ModuleSlug)
                                .Select(module => module.ModuleSlug + " " + module.Major)
                                .ToList(),
                            completion.Seen,
                            completion.EnteredAt,
                            completion.TakenBackAt,
                            completion.TakenBackReason
                        ))
            ),
            new OwnTable<WholeWayRow>(
                "wholeWays",
                "learning",
                [typeof(WholeWay)],
                (database, ids) =>
                    Held<WholeWay>(database)
                        .Join(
                            Held<Assignment>(database),
                            way => way.AssignmentId,
                            assignment => assignment.Id,
                            (way, assignment) =>
                                new
                                {
                                    way.ModuleSlug,
                                    way.ChosenAt,
                                    assignment.PersonId,
                                    assignment.ProgrammeId,
                                }
                        )
                        .Where(way => ids.PersonIds.Contains(way.PersonId))
                        .OrderByDescending(way => way.ChosenAt)
                        .ThenBy(way => way.ModuleSlug)
                        .Select(way => new WholeWayRow(
                            Held<Programme>(database)
                                .Where(programme => programme.Id == way.ProgrammeId)
                                .Select(programme => programme.Name)
                                .FirstOrDefault(),
                            way.ModuleSlug,
                            way.ChosenAt
                        ))
            ),
            new OwnTable<EvidenceFileRow>(
                "evidenceFiles",
                "learning",
                [typeof(EvidenceFile)],
                (database, ids) =>
                    Held<EvidenceFile>(database)
                        .Where(file => ids.PersonIds.Contains(file.PersonId))
                        .OrderByDescending(file => file.AddedAt)
                        .ThenBy(file => file.Id)
                        .Select(file => new EvidenceFileRow(
                            database
                                .Agencies.Where(agency => agency.Id == file.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            file.Kind,
                            file.Size,
                            file.AddedAt
                        ))
            ),
            new OwnTable<AssistedRow>(
                "assistedSessions",
                "duties",
                [typeof(AssistedParticipant)],
                (database, ids) =>
                    Held<AssistedSession>(database)
                        .SelectMany(
                            session => session.Participants,
                            (session, participant) =>
                                new
                                {
                                    session.AgencyId,
                                    session.Title,
                                    session.Place,
                                    session.Day,
                                    participant.PersonId,
                                    participant.AddedAt,
                                    participant.CodeGivenAt,
                                    participant.CodeUsedAt,
                                }
                        )
                        .Where(visit => ids.PersonIds.Contains(visit.PersonId))
                        .OrderByDescending(visit => visit.AddedAt)
                        .ThenBy(visit => visit.Title)
                        .Select(visit => new AssistedRow(
                            database
                                .Agencies.Where(agency => agency.Id == visit.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            visit.Title,
                            visit.Place,
                            visit.Day,
                            visit.AddedAt,
                            visit.CodeGivenAt,
                            visit.CodeUsedAt
                        ))
            ),
            new OwnTable<VisitRow>(
                "assistedVisits",
                "duties",
                [typeof(AssistedVisit)],
                (database, ids) =>
                    Held<AssistedVisit>(database)
                        .Where(visit => ids.PersonIds.Contains(visit.PersonId))
                        .OrderByDescending(visit => visit.BegunAt)
                        .ThenBy(visit => visit.SignInSessionId)
                        .Select(visit => new VisitRow(
                            database
                                .Agencies.Where(agency => agency.Id == visit.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            visit.BegunAt,
                            visit.LastSeenAt
                        ))
            ),
            new OwnTable<PaperRow>(
                "paperForms",
                "duties",
                [typeof(PaperForm)],
                (database, ids) =>
                    Held<PaperForm>(database)
                        .Where(form => ids.PersonIds.Contains(form.PersonId))
                        .OrderByDescending(form => form.MadeAt)
                        .ThenBy(form => form.Id)
                        .Select(form => new PaperRow(
                            database
                                .Agencies.Where(agency => agency.Id == form.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            form.Number,
                            form.PersonName,
                            form.StatementText,
                            form.Modules.OrderBy(module => module.Order)
                                .Select(module =>
                                    module.Title + " " + module.Major + "." + module.Minor
                                )
                                .ToList(),
                            form.MadeAt,
                            form.SignedOn,
                            form.Witness,
                            form.RecordedAt
                        ))
            ),
        ];
}
