using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Questions that assignments and mails answer for reminders.</summary>
public static class ReminderQueries
{
    /// <summary>What nobody has signed, declined, left or put on hold: it may be reminded of.</summary>
    public static IQueryable<Assignment> StillOwed(this IQueryable<Assignment> assignments) =>
        assignments.Where(assignment =>
            assignment.SignedAt == null
            && assignment.DeclinedAt == null
            && assignment.SupersededAt == null
            && assignment.LeftAt == null
            && assignment.HeldAt == null
        );

    /// <summary>Programmes that remind people on a day: those that have not ended and do not stand still.</summary>
    public static IQueryable<Programme> RemindingOn(
        this IQueryable<Programme> programmes,
        DateOnly day
    ) =>
        programmes.Where(programme =>
            programme.EndedAt == null
            && !programme.Pauses.Any(pause =>
                pause.From <= day && (pause.Until == null || pause.Until > day)
            )
        );

    /// <summary>Mails that wait for their time.</summary>
    public static IQueryable<OutboxMessage> Waiting(
        this IQueryable<OutboxMessage> messages,
        DateTimeOffset now
    ) =>
        messages.Where(message => message.State == OutboxState.Pending && message.NotBefore <= now);

    /// <summary>
    /// Leaves out mails of agencies whose mail HR keeps back; also those that speak of such an agency among others. Links to get in
    /// are not kept back.
    /// </summary>
    public static IQueryable<OutboxMessage> NotKeptBack(
        this IQueryable<OutboxMessage> messages,
        Guid[] heldAgencies,
        IQueryable<Assignment> assignments
    ) =>
        heldAgencies.Length == 0
            ? messages
            : messages.Where(message =>
                message.Kind == MailKind.Security
                || !(
                    heldAgencies.Contains(message.AgencyId)
                    || (
                        message.IsAcrossAgencies
                        && message.Subjects.Any(subject =>
                            assignments.Any(assignment =>
                                assignment.Id == subject.AssignmentId
                                && heldAgencies.Contains(assignment.AgencyId)
                            )
                        )
                    )
                )
            );

    /// <summary>The agencies whose mail is kept back now.</summary>
    public static IQueryable<Guid> HeldAgencies(this IQueryable<MailHold> holds) =>
        holds.Where(hold => hold.ReleasedAt == null).Select(hold => hold.AgencyId);

    /// <summary>Mails that wait, and those that a worker has taken and not begun.</summary>
    public static IQueryable<OutboxMessage> NotBegun(this IQueryable<OutboxMessage> messages) =>
        messages.Where(message =>
            message.State == OutboxState.Pending || message.State == OutboxState.Leased
        );

    /// <summary>
    /// Mails that can be sent again: handed over, or not, or perhaps. Not links to get in, of which a new one is made; and not a
    /// reminder whose address was refused, because what it said is decided anew once the address is right.
    /// </summary>
    public static IQueryable<OutboxMessage> CanGoAgain(
        this IQueryable<OutboxMessage> messages,
        PortalDbContext database
    ) =>
        messages.Where(message =>
            (
                message.State == OutboxState.Failed
                || message.State == OutboxState.Uncertain
                || message.State == OutboxState.Sent
            )
            && message.Kind != MailKind.Security
            && !message.Text.Contains(OutboxMessage.SecretPlace)
            && (
                message.Kind != MailKind.Reminder
                || database.ReminderDigests.Any(digest => digest.MessageId == message.Id)
            )
        );

    /// <summary>That the address which somebody has now was refused, and HR has not said otherwise.</summary>
    public static IQueryable<RefusedAddress> Standing(
        this IQueryable<RefusedAddress> addresses,
        Person person
    )
    {
        var (id, address) = (person.Id, person.Email);
        return addresses.Where(refused =>
            refused.PersonId == id && refused.Address == address && refused.ClearedAt == null
        );
    }

    /// <summary>Mails whose worker has gone.</summary>
    public static IQueryable<OutboxMessage> LeftBehind(
        this IQueryable<OutboxMessage> messages,
        DateTimeOffset now
    ) =>
        messages.Where(message =>
            (message.State == OutboxState.Leased || message.State == OutboxState.HandingOff)
            && message.LeasedUntil < now
        );

    /// <summary>
    /// Mails that may be handed over at this very moment: not too late, their reader is there under that address, and nobody whom
    /// they speak of has signed, left or died. <see cref="HandOverCheck" /> asks all of this too, and says which it is.
    /// </summary>
    public static IQueryable<OutboxMessage> StillSo(
        this IQueryable<OutboxMessage> messages,
        PortalDbContext database,
        DateTimeOffset now
    )
    {
        var placed = database.Placements.HoldingOn(now.NewZealandDate());
        var owed = database.Assignments.StillOwed();
        return messages.Where(message =>
            message.SendBefore > now
            && database.People.Any(person =>
                person.Id == message.PersonId
                && person.DiedOn == null
                && person.Email == message.ToAddress
            )
            && placed.Any(placement => placement.PersonId == message.PersonId)
            && !message.Subjects.Any(subject =>
                !owed.Any(assignment =>
                    assignment.Id == subject.AssignmentId
                    && placed.Any(placement =>
                        placement.PersonId == assignment.PersonId
                        && placement.AgencyId == assignment.AgencyId
                    )
                )
            )
        );
    }

    /// <summary>Mails that a worker's run has taken and not begun.</summary>
    public static IQueryable<OutboxMessage> LeasedBy(
        this IQueryable<OutboxMessage> messages,
        Guid leaseId
    ) =>
        messages.Where(message =>
            message.State == OutboxState.Leased && message.LeaseId == leaseId
        );

    /// <summary>Mails that a person reads, and those that speak of what they owe.</summary>
    public static IQueryable<OutboxMessage> About(
        this IQueryable<OutboxMessage> messages,
        Guid personId,
        IQueryable<Assignment> assignments
    ) =>
        messages.Where(message =>
            message.PersonId == personId
            || message.Subjects.Any(subject =>
                assignments.Any(assignment =>
                    assignment.Id == subject.AssignmentId && assignment.PersonId == personId
                )
            )
        );

    // Who asks, and that somebody asked: a question goes to the integrity adviser and nobody else.
    private static readonly string[] Confidential =
    [
        MailTemplateKind.QuestionAnswered.Name,
        MailTemplateKind.WaitingForAdviser.Name,
    ];

    /// <summary>
    /// Mails that HR and auditors may see, list and count. That somebody asked a question, or has an answer, is between them and the
    /// integrity advisers.
    /// </summary>
    public static IQueryable<OutboxMessage> ShownToHumanResources(
        this IQueryable<OutboxMessage> messages
    ) => messages.Where(message => !Confidential.Contains(message.Template));

    /// <summary>People whom mail reaches: they have an address, and no server refused it for good.</summary>
    public static IQueryable<Person> Reachable(
        this IQueryable<Person> people,
        PortalDbContext database
    ) =>
        people.Where(person =>
            person.DiedOn == null
            && person.Email != null
            && person.Email.Trim() != ""
            && !database.RefusedAddresses.Any(refused =>
                refused.PersonId == person.Id
                && refused.Address == person.Email
                && refused.ClearedAt == null
            )
        );

    /// <summary>
    /// The due dates that people were told last of assignments whose due date is another one now, by assignment. What was told is in
    /// the newest step or change; a step from before dates were kept told none.
    /// </summary>
    public static async Task<Dictionary<Guid, DateOnly>> ToldOtherwiseAsync(
        this PortalDbContext database,
        IQueryable<Assignment> assignments,
        CancellationToken cancellationToken
    )
    {
        var inSteps = database
            .ReminderSteps.Where(step =>
                step.DueOn != null
                && !database.ReminderSteps.Any(later =>
                    later.AssignmentId == step.AssignmentId && later.At > step.At
                )
                && !database.ReminderChanges.Any(later =>
                    later.AssignmentId == step.AssignmentId && later.At > step.At
                )
            )
            .Join(
                assignments,
                step => step.AssignmentId,
                assignment => assignment.Id,
                (step, assignment) =>
                    new
                    {
                        assignment.Id,
                        Told = step.DueOn!.Value,
                        assignment.DueOn,
                    }
            )
            .Where(one => one.Told != one.DueOn);
        var inChanges = database
            .ReminderChanges.Where(change =>
                !database.ReminderSteps.Any(later =>
                    later.AssignmentId == change.AssignmentId && later.At > change.At
                )
                && !database.ReminderChanges.Any(later =>
                    later.AssignmentId == change.AssignmentId && later.At > change.At
                )
            )
            .Join(
                assignments,
                change => change.AssignmentId,
                assignment => assignment.Id,
                (change, assignment) =>
                    new
                    {
                        assignment.Id,
                        Told = change.DueOn,
                        assignment.DueOn,
                    }
            )
            .Where(one => one.Told != one.DueOn);
        var rows = await inSteps.ToListAsync(cancellationToken);
        rows.AddRange(await inChanges.ToListAsync(cancellationToken));
        return rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Told);
    }

    /// <summary>Mails of agencies.</summary>
    public static IQueryable<OutboxMessage> In(
        this IQueryable<OutboxMessage> messages,
        Guid[] agencyIds
    ) => messages.Where(message => agencyIds.Contains(message.AgencyId));
}
