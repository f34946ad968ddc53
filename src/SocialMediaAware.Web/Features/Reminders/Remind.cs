using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// Decides who is written to now, and records it: the steps, the digest of the day and the mail in one transaction. Run twice, or
/// on two machines at once, it writes to nobody twice: the digest's and the steps' keys decide.
/// </summary>
public sealed partial class Remind(
    PortalDbContext database,
    ContentStore content,
    ReminderFacts facts,
    DigestWriting writing,
    MailSettings settings,
    TimeProvider clock,
    ILogger<Remind> logger
)
{
    private const int MailsInOneSave = 500;

    /// <summary>Decides and records. The caller stands outside the walls.</summary>
    /// <returns>How many mails it wrote.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var library = content.Library;
        // Content that is about something else has no templates.
        if (
            library.MailTemplates.Count == 0
            || await facts.ReadAsync(cancellationToken) is not { } input
        )
        {
            return 0;
        }

        var digests = DigestPlan.Of(
            input,
            new WorkingDayCalendar(library.Holidays),
            clock.GetUtcNow()
        );
        var agencies = await database.Agencies.ToDictionaryAsync(
            agency => agency.Id,
            agency => agency.Name,
            cancellationToken
        );
        var written = 0;
        foreach (var some in digests.Chunk(MailsInOneSave))
        {
            written += await WriteAsync(some, agencies, cancellationToken);
        }

        return written;
    }

    // One machine after the other: each leaves out whom another has written to by now. Should that fail, the keys decide.
    private async Task<int> WriteAsync(
        PlannedDigest[] digests,
        Dictionary<Guid, string> agencies,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(
                cancellationToken
            );
            await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
            var left = await WithoutThoseThereAsync(digests, cancellationToken);
            database.AddRange(left.SelectMany(digest => RowsOf(digest, agencies)));
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return left.Length;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // The next tick sees what stood in the way.
            LogSecondWorker(logger);
            return 0;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    private async Task<PlannedDigest[]> WithoutThoseThereAsync(
        PlannedDigest[] digests,
        CancellationToken cancellationToken
    )
    {
        var people = digests.Select(digest => digest.Reader.Id).ToArray();
        var earliest = digests.Min(digest => digest.Day.Date);
        var there = (
            await database
                .ReminderDigests.Where(digest =>
                    digest.LocalDate >= earliest && EF.Parameter(people).Contains(digest.PersonId)
                )
                .Select(digest => new { digest.PersonId, digest.LocalDate })
                .ToListAsync(cancellationToken)
        )
            .Select(digest => (digest.PersonId, digest.LocalDate))
            .ToHashSet();
        return [.. digests.Where(digest => !there.Contains((digest.Reader.Id, digest.Day.Date)))];
    }

    private IEnumerable<object> RowsOf(PlannedDigest digest, Dictionary<Guid, string> agencies)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var named = Named(digest).ToList();
        var agencyIds = digest
            .Items.Select(item => item.Owed)
            .Concat(named)
            .Select(owed => owed.AgencyId)
            .Distinct()
            .ToList();
        yield return OutboxMessage.Write(
            id,
            agencyIds,
            digest.Reader.Id,
            string.Create(
                CultureInfo.InvariantCulture,
                $"reminder/{digest.Reader.Id}/{digest.Day.Date:yyyy-MM-dd}"
            ),
            settings.Domain,
            new MailParty(digest.Reader.Name, digest.Reader.Address!),
            writing.Write(digest, [.. agencyIds.Select(agencyId => agencies[agencyId])]),
            digest.Items.Select(item => item.Owed).Concat(named).Select(owed => owed.AssignmentId),
            digest.Day.EndsAt,
            now
        );
        yield return ReminderDigest.Record(
            digest.Reader.Id,
            digest.Day.Date,
            id,
            digest.OverdueInTeam.Count > 0,
            digest.OverdueInAgency.Count + digest.WithoutAddress.Count > 0,
            now
        );
        foreach (var item in digest.Items)
        {
            if (item.Step is { } step)
            {
                yield return ReminderStep.Record(
                    item.Owed.AgencyId,
                    item.Owed.AssignmentId,
                    step,
                    id,
                    item.Owed.DueOn,
                    now
                );
            }

            if (item.Before is not null)
            {
                yield return ReminderChange.Record(
                    item.Owed.AgencyId,
                    item.Owed.AssignmentId,
                    id,
                    item.Owed.DueOn,
                    now
                );
            }
        }
    }

    private static IEnumerable<Owed> Named(PlannedDigest digest) =>
        new[] { digest.OverdueInTeam, digest.OverdueInAgency, digest.WithoutAddress }.SelectMany(
            people => people.Take(DigestWriting.MostNamed).Select(person => person.Owed)
        );

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Another machine was reminding at the same time: looking again at the next tick"
    )]
    private static partial void LogSecondWorker(ILogger logger);
}
