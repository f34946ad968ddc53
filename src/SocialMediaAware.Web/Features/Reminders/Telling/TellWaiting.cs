using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders.Telling;

/// <summary>
/// Tells people that something waits for them: one mail of a kind a day at most, and only when something has come since the last
/// one. It is worked out from what waits, so that what came after the mail of a day is told on the next, and what was answered
/// meanwhile is not told at all.
/// </summary>
public sealed partial class TellWaiting(
    PortalDbContext database,
    IEnumerable<IWaitingThings> rooms,
    Notices notices,
    IStringLocalizer<TellingTexts> texts,
    ILogger<TellWaiting> logger
)
{
    private const string KeyBegin = "waiting/";

    /// <summary>Tells them. The caller stands outside the walls.</summary>
    /// <returns>How many mails it wrote.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingThing>();
        foreach (var room in rooms)
        {
            waiting.AddRange(await room.FindAsync(cancellationToken));
        }

        return waiting.Count == 0 ? 0 : await TellAsync(waiting, cancellationToken);
    }

    private async Task<int> TellAsync(
        IReadOnlyList<WaitingThing> waiting,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(
                cancellationToken
            );
            await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
            var told = await ToldAsync(waiting, cancellationToken);
            var news = waiting
                .Where(thing => !told.TryGetValue(KeyOf(thing), out var at) || thing.Since > at)
                .DistinctBy(KeyOf)
                .GroupBy(thing => thing.AgencyId);
            var written = 0;
            foreach (var agency in news)
            {
                var added = await notices.AddAllAsync([.. agency.Select(Told)], cancellationToken);
                written += added.Count;
            }

            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return written;
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

    // When each reader was last told of a kind: the moment from which that mail could go.
    private async Task<Dictionary<string, DateTimeOffset>> ToldAsync(
        IReadOnlyList<WaitingThing> waiting,
        CancellationToken cancellationToken
    )
    {
        var readers = waiting.Select(thing => thing.ReaderId).Distinct().ToArray();
        var mails = await database
            .OutboxMessages.Where(message =>
                EF.Parameter(readers).Contains(message.PersonId) && message.Key.StartsWith(KeyBegin)
            )
            .Select(message => new { message.Key, message.NotBefore })
            .ToListAsync(cancellationToken);
        return mails
            .GroupBy(mail => mail.Key[..mail.Key.LastIndexOf('/')])
            .ToDictionary(kind => kind.Key, kind => kind.Max(mail => mail.NotBefore));
    }

    private Notice Told(WaitingThing thing) =>
        new(thing.Kind.Template, thing.AgencyId, thing.ReaderId, KeyOf(thing), thing.Kind.Link)
        {
            IsDaily = true,
            Words = new Dictionary<string, string>
            {
                ["what"] = texts[$"Waiting-{thing.Kind.Name}"].Value,
            },
        };

    private static string KeyOf(WaitingThing thing) =>
        $"{KeyBegin}{thing.Kind.Name}/{thing.ReaderId}";

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Another machine was telling what waits at the same time: looking again at the next tick"
    )]
    private static partial void LogSecondWorker(ILogger logger);
}
