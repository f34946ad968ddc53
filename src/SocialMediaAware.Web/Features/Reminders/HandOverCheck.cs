using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>A mail that does not go.</summary>
/// <param name="Message">The mail.</param>
/// <param name="Why">Why not. It names nobody's reasons.</param>
/// <param name="IsFailure">Whether it should have gone and could not, so that somebody has to look at it.</param>
public sealed record MailNotToGo(OutboxMessage Message, string Why, bool IsFailure = false);

/// <summary>
/// Looks at mails just before they are handed over: whether everything that they speak of still stands, and whether their readers
/// may still be written to. A few queries, however many mails there are.
/// </summary>
public sealed class HandOverCheck(PortalDbContext database, OnHold onHold, TimeProvider clock)
{
    private const string NoLongerSo = "What it says is no longer so.";
    private const string NotWrittenTo = "Its reader is not written to for now.";
    private const string AnotherAddress = "Its reader has another address now.";
    private const string AddressRefused = "A mail server refused its reader’s address.";
    private const string TooLate = "It came too late in the day.";
    private const string LinkGone = "Its link was used, has run out, or was replaced by another.";

    /// <summary>The mails that do not go, each with the reason.</summary>
    public async Task<IReadOnlyList<MailNotToGo>> FindUntrueAsync(
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var readers = await ReadersAsync(messages, cancellationToken);
        var untrue = await UntrueRemindersAsync(messages, cancellationToken);
        var links = await LinksThatWorkAsync(messages, now, cancellationToken);
        return [.. messages.Select(WhyNot).OfType<MailNotToGo>()];

        MailNotToGo? WhyNot(OutboxMessage message)
        {
            var reader = readers[message.PersonId];
            var why = message.Kind switch
            {
                MailKind.Reminder => untrue.Contains(message.Id) ? NoLongerSo
                : reader.IsAway || !reader.IsHereTomorrow ? NotWrittenTo
                : null,
                MailKind.Notice => reader.AgencyIds.Contains(message.AgencyId)
                    ? null
                    : NotWrittenTo,
                _ => !links.Contains(LinkOf(message)) ? LinkGone
                : reader.AgencyIds.Count == 0 ? NotWrittenTo
                : null,
            };
            why ??=
                reader.HasDied ? NotWrittenTo
                : reader.Address != message.ToAddress ? AnotherAddress
                : reader.IsRefused && message.Kind != MailKind.Security ? AddressRefused
                : null;
            return why is not null ? new(message, why)
                : now < message.SendBefore ? null
                : message.Kind == MailKind.Reminder ? new(message, TooLate)
                : new(message, GivenUp(message), IsFailure: true);
        }
    }

    private static string GivenUp(OutboxMessage message) =>
        message.Problem.Length == 0
            ? "It could not be handed over in time."
            : $"It could not be handed over in time. The last time: {message.Problem}";

    // The key of such a mail says which link it carries.
    private static Guid LinkOf(OutboxMessage message) =>
        Guid.TryParse(message.Key[(message.Key.IndexOf('/') + 1)..], out var id) ? id : Guid.Empty;

    private async Task<HashSet<Guid>> LinksThatWorkAsync(
        IReadOnlyList<OutboxMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ids = messages
            .Where(message => message.Kind == MailKind.Security)
            .Select(LinkOf)
            .ToArray();
        return ids.Length == 0
            ? []
            :
            [
                .. await database
                    .OneTimeLinks.Where(link =>
                        EF.Parameter(ids).Contains(link.Id)
                        && link.UsedAt == null
                        && link.ExpiresAt > now
                    )
                    .Select(link => link.Id)
                    .ToListAsync(cancellationToken),
            ];
    }

    // Reminders that speak of something that is signed, put off or on hold, or of somebody who is away or gone.
    private async Task<HashSet<Guid>> UntrueRemindersAsync(
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var subjects = await SubjectsAsync(messages, cancellationToken);
        if (subjects.Count == 0)
        {
            return [];
        }

        var today = clock.Today();
        var people = subjects.Select(subject => subject.PersonId).Distinct().ToArray();
        var away = await onHold.AwayAsync(today, people, cancellationToken);
        var exempt = await onHold.ExemptAsync(today, people, cancellationToken);
        var placed = (await PlacedAsync(people, cancellationToken))
            .Where(place => place.IsTomorrowToo)
            .Select(place => (place.PersonId, place.AgencyId))
            .ToHashSet();
        var reminding = (
            await database
                .Programmes.RemindingOn(today)
                .Select(programme => programme.Id)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        return
        [
            .. subjects
                .Where(subject =>
                    !subject.IsStillOwed
                    || !reminding.Contains(subject.ProgrammeId)
                    || away.Contains(subject.PersonId)
                    || exempt.Contains((subject.PersonId, subject.ProgrammeId))
                    || !placed.Contains((subject.PersonId, subject.AgencyId))
                )
                .Select(subject => subject.MessageId),
        ];
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

    private async Task<Dictionary<Guid, Reader>> ReadersAsync(
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var ids = messages.Select(message => message.PersonId).Distinct().ToArray();
        var away = await onHold.AwayAsync(clock.Today(), ids, cancellationToken);
        var placed = (await PlacedAsync(ids, cancellationToken)).ToLookup(place => place.PersonId);
        var people = await database
            .People.Where(person => EF.Parameter(ids).Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.Email,
                person.DiedOn,
                IsRefused = database.RefusedAddresses.Any(refused =>
                    refused.PersonId == person.Id
                    && refused.Address == person.Email
                    && refused.ClearedAt == null
                ),
            })
            .ToListAsync(cancellationToken);
        return people.ToDictionary(
            person => person.Id,
            person => new Reader(
                person.Email,
                person.DiedOn is not null,
                person.IsRefused,
                away.Contains(person.Id),
                placed[person.Id].Any(place => place.IsTomorrowToo),
                placed[person.Id].Select(place => place.AgencyId).ToHashSet()
            )
        );
    }

    private Task<List<Place>> PlacedAsync(Guid[] people, CancellationToken cancellationToken)
    {
        var tomorrow = clock.Today().AddDays(1);
        return database
            .Placements.HoldingOn(clock.Today())
            .Where(placement => EF.Parameter(people).Contains(placement.PersonId))
            .Select(placement => new Place(
                placement.PersonId,
                placement.AgencyId,
                // On their last day nobody is reminded.
                placement.HoldsUntil != tomorrow
                    || database
                        .Placements.HoldingOn(tomorrow)
                        .Any(next =>
                            next.PersonId == placement.PersonId
                            && next.AgencyId == placement.AgencyId
                        )
            ))
            .ToListAsync(cancellationToken);
    }

    private sealed record Place(Guid PersonId, Guid AgencyId, bool IsTomorrowToo);

    private sealed record Reader(
        string? Address,
        bool HasDied,
        bool IsRefused,
        bool IsAway,
        bool IsHereTomorrow,
        IReadOnlySet<Guid> AgencyIds
    );

    private sealed record Subject(
        Guid MessageId,
        Guid PersonId,
        Guid AgencyId,
        Guid ProgrammeId,
        bool IsStillOwed
    );
}
