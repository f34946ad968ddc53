using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Questions;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>What they asked, and what was written to them.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutTalk() =>
        [
            new OwnTable<QuestionRow>(
                "questions",
                "talk",
                [typeof(Question)],
                (database, ids) =>
                    Held<Question>(database)
                        .Where(question => ids.PersonIds.Contains(question.PersonId))
                        .OrderByDescending(question => question.AskedAt)
                        .ThenBy(question => question.Id)
                        .Select(question => new QuestionRow(
                            question.Id,
                            database
                                .Agencies.Where(agency => agency.Id == question.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            question.ModuleSlug,
                            question.SectionId,
                            question.AskedAt,
                            question.WaitingSince
                        ))
            ),
            new OwnTable<MessageRow>(
                "questionMessages",
                "talk",
                [typeof(QuestionMessage)],
                (database, ids) =>
                    Held<Question>(database)
                        .Where(question => ids.PersonIds.Contains(question.PersonId))
                        .SelectMany(question => question.Messages)
                        .OrderByDescending(message => message.At)
                        .ThenBy(message => message.Id)
                        .Select(message => new MessageRow(
                            message.QuestionId,
                            message.IsFromAsker,
                            message.Text,
                            message.At
                        ))
            ),
            new OwnTable<CorrectionRow>(
                "corrections",
                "talk",
                [typeof(CorrectionRequest)],
                (database, ids) =>
                    Held<CorrectionRequest>(database)
                        .Where(request => ids.PersonIds.Contains(request.PersonId))
                        .OrderByDescending(request => request.AskedAt)
                        .ThenBy(request => request.Id)
                        .Select(request => new CorrectionRow(
                            database
                                .Agencies.Where(agency => agency.Id == request.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            request.Part,
                            request.Text,
                            request.AskedAt,
                            request.Outcome,
                            request.Answer,
                            request.AnsweredAt,
                            request.SeenAt,
                            request.Statement,
                            request.StatedAt
                        ))
            ),
            new OwnTable<TimeRequestRow>(
                "timeRequests",
                "talk",
                [typeof(TimeRequest)],
                (database, ids) =>
                    Held<TimeRequest>(database)
                        .Where(request => ids.PersonIds.Contains(request.PersonId))
                        .OrderByDescending(request => request.AskedAt)
                        .ThenBy(request => request.Id)
                        .Select(request => new TimeRequestRow(
                            Held<Assignment>(database)
                                .Where(assignment => assignment.Id == request.AssignmentId)
                                .Join(
                                    Held<Programme>(database),
                                    assignment => assignment.ProgrammeId,
                                    programme => programme.Id,
                                    (assignment, programme) => programme.Name
                                )
                                .FirstOrDefault(),
                            request.Until,
                            request.Reason,
                            request.AskedAt,
                            request.AnsweredAs,
                            request.GrantedUntil,
                            request.Answer,
                            request.AnsweredAt,
                            request.SeenAt,
                            request.TakenBackAt
                        ))
            ),
            new OwnTable<DisagreementRow>(
                "disagreements",
                "talk",
                [typeof(Disagreement)],
                (database, ids) =>
                    Held<Disagreement>(database)
                        .Where(said => ids.PersonIds.Contains(said.PersonId))
                        .OrderByDescending(said => said.SaidAt)
                        .ThenBy(said => said.Id)
                        .Select(said => new DisagreementRow(
                            Held<Assignment>(database)
                                .Where(assignment => assignment.Id == said.AssignmentId)
                                .Join(
                                    Held<Programme>(database),
                                    assignment => assignment.ProgrammeId,
                                    programme => programme.Id,
                                    (assignment, programme) => programme.Name
                                )
                                .FirstOrDefault(),
                            said.SaidAt,
                            said.TakenBackAt,
                            said.TalkedOn
                        ))
            ),
            new OwnTable<MailRow>(
                "mails",
                "talk",
                [typeof(OutboxMessage)],
                (database, ids) =>
                    Held<OutboxMessage>(database)
                        .Where(mail => ids.PersonIds.Contains(mail.PersonId))
                        .OrderByDescending(mail => mail.CreatedAt)
                        .ThenBy(mail => mail.Id)
                        .Select(mail => new MailRow(
                            mail.Subject,
                            mail.ToName,
                            mail.ToAddress,
                            mail.Text,
                            mail.CreatedAt,
                            mail.State,
                            mail.StateAt
                        ))
            ),
            new OwnTable<DigestRow>(
                "mailDays",
                "talk",
                [typeof(ReminderDigest)],
                (database, ids) =>
                    Held<ReminderDigest>(database)
                        .Where(digest => ids.PersonIds.Contains(digest.PersonId))
                        .OrderByDescending(digest => digest.LocalDate)
                        .ThenBy(digest => digest.PersonId)
                        .Select(digest => new DigestRow(
                            digest.LocalDate,
                            digest.HasLeaderPart,
                            digest.HasHumanResourcesPart,
                            digest.At
                        ))
            ),
            new OwnTable<ReminderRow>(
                "reminders",
                "talk",
                [typeof(ReminderStep)],
                (database, ids) =>
                    Held<ReminderStep>(database)
                        .Join(
                            Held<Assignment>(database),
                            step => step.AssignmentId,
                            assignment => assignment.Id,
                            (step, assignment) =>
                                new
                                {
                                    Step = step,
                                    Assignment = assignment,
                                    assignment.ProgrammeId,
                                }
                        )
                        .Where(reminder => ids.PersonIds.Contains(reminder.Assignment.PersonId))
                        .OrderByDescending(reminder => reminder.Step.At)
                        .ThenBy(reminder => reminder.Step.Kind)
                        .Select(reminder => new ReminderRow(
                            Held<Programme>(database)
                                .Where(programme => programme.Id == reminder.ProgrammeId)
                                .Select(programme => programme.Name)
                                .FirstOrDefault(),
                            reminder.Assignment.CycleKey,
                            reminder.Step.Kind,
                            reminder.Step.At
                        ))
            ),
        ];
}
