using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// Looks at mails just before they are handed over: whether everything that they speak of still stands, and whether their readers
/// may still be written to. Six queries, however many mails there are.
/// </summary>
public sealed class HandOverCheck(PortalDbContext database, OnHold onHold, TimeProvider clock)
{
    /// <summary>The mails that are no longer true, each with the reason; it names nobody's reasons.</summary>
    public async Task<IReadOnlyList<(OutboxMessage Message, string Why)>> FindUntrueAsync(
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var subjects = await SubjectsAsync(messages, cancellationToken);
        var people = messages
            .Select(message => message.PersonId)
            .Concat(subjects.Select(subject => subject.PersonId))
            .Distinct()
            .ToArray();
        var today = clock.Today();
        var away = await onHold.AwayAsync(today, people, cancellationToken);
        var exempt = await onHold.ExemptAsync(today, people, cancellationToken);
        var reminding = (
            await database
                .Programmes.RemindingOn(today)
                .Select(programme => programme.Id)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var placed = await PlacedAsync(people, cancellationToken);
        var placedAnywhere = placed.Select(place => place.PersonId).ToHashSet();
        var addresses = await AddressesAsync(messages, cancellationToken);
        var untrue = subjects
            .Where(subject =>
                !subject.IsStillOwed
                || !reminding.Contains(subject.ProgrammeId)
                || away.Contains(subject.PersonId)
                || exempt.Contains((subject.PersonId, subject.ProgrammeId))
                || !placed.Contains((subject.PersonId, subject.AgencyId))
            )
            .Select(subject => subject.MessageId)
            .ToHashSet();
        return
        [
            .. messages
                .Select(message => (Message: message, Why: WhyNot(message)))
                .Where(entry => entry.Why is not null)
                .Select(entry => (entry.Message, entry.Why!)),
        ];

        string? WhyNot(OutboxMessage message) =>
            untrue.Contains(message.Id) ? "What it says is no longer so."
            : away.Contains(message.PersonId) || !placedAnywhere.Contains(message.PersonId)
                ? "Its reader is not written to for now."
            : addresses.GetValueOrDefault(message.PersonId) != message.ToAddress
                ? "Its reader has another address now."
            : now >= message.SendBefore ? "It came too late in the day."
            : null;
    }

    private async Task<List<Subject>> SubjectsAsync(
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var ids = messages.Select(message => message.Id).ToArray();
        return await database
            .OutboxMessages.Where(message => EF.Parameter(ids).Contains(message.Id))
            .SelectMany(message => message.Subjects)
            .Join(
                database.Assignments,
                subject => subject.AssignmentId,
                assignment => assignment.Id,
                (subject, assignment) =>
                    new Subject(
                        subject.MessageId,
                        assignment.PersonId,
                        assignment.AgencyId,
                        assignment.ProgrammeId,
                        assignment.SignedAt == null
                            && assignment.DeclinedAt == null
                            && assignment.SupersededAt == null
                            && assignment.LeftAt == null
                            && assignment.HeldAt == null
                    )
            )
            .ToListAsync(cancellationToken);
    }

    private async Task<HashSet<(Guid PersonId, Guid AgencyId)>> PlacedAsync(
        Guid[] people,
        CancellationToken cancellationToken
    )
    {
        var tomorrow = clock.Today().AddDays(1);
        var rows = await database
            .Placements.HoldingOn(clock.Today())
            .Where(placement => EF.Parameter(people).Contains(placement.PersonId))
            // On their last day nobody is written to.
            .Where(placement =>
                placement.HoldsUntil != tomorrow
                || database
                    .Placements.HoldingOn(tomorrow)
                    .Any(next =>
                        next.PersonId == placement.PersonId && next.AgencyId == placement.AgencyId
                    )
            )
            .Select(placement => new { placement.PersonId, placement.AgencyId })
            .ToListAsync(cancellationToken);
        return rows.Select(row => (row.PersonId, row.AgencyId)).ToHashSet();
    }

    private Task<Dictionary<Guid, string?>> AddressesAsync(
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var readers = messages.Select(message => message.PersonId).Distinct().ToArray();
        return database
            .People.Where(person => EF.Parameter(readers).Contains(person.Id))
            .Select(person => new { person.Id, person.Email })
            .ToDictionaryAsync(person => person.Id, person => person.Email, cancellationToken);
    }

    private sealed record Subject(
        Guid MessageId,
        Guid PersonId,
        Guid AgencyId,
        Guid ProgrammeId,
        bool IsStillOwed
    );
}
