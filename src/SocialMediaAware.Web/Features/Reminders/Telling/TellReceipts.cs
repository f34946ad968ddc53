using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders.Telling;

/// <summary>
/// Tells who signed where their receipt is, after the signature is in the record: so no mail that cannot be written keeps anybody
/// from signing, and nobody waits for one. It is told once, by its key. Nothing is told of what was signed before the portal did
/// this, or more than three days ago.
/// </summary>
public sealed partial class TellReceipts(
    PortalDbContext database,
    Notices notices,
    TimeProvider clock,
    ILogger<TellReceipts> logger
)
{
    private const int MailsInOneSave = 500;
    private static readonly TimeSpan LongestAgo = TimeSpan.FromDays(3);

    // Signatures that were being recorded while the last run looked, and clocks that differ.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>Tells them. The caller stands outside the walls.</summary>
    /// <returns>How many mails it wrote.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (await SinceAsync(cancellationToken) is not { } since)
        {
            return 0;
        }

        var untold = await UntoldAsync(since, cancellationToken);
        var written = 0;
        foreach (var agency in untold.GroupBy(signed => signed.AgencyId))
        {
            foreach (var some in agency.Chunk(MailsInOneSave))
            {
                written += await WriteAsync(some, cancellationToken);
            }
        }

        return written;
    }

    // The runs of this job say since when the portal tells, and how far it has looked.
    private async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken)
    {
        var runs = database.JobRuns.Where(run => run.Job == nameof(TellReceiptsJob));
        var first = await runs.MinAsync(run => (DateTimeOffset?)run.StartedAt, cancellationToken);
        if (first is not { } since)
        {
            return null;
        }

        var done = await runs.Where(run => run.EndedAt != null && run.ErrorKind == null)
            .MaxAsync(run => (DateTimeOffset?)run.StartedAt, cancellationToken);
        DateTimeOffset[] bounds =
        [
            since,
            clock.GetUtcNow() - LongestAgo,
            done is { } looked ? looked - Overlap : since,
        ];
        return bounds.Max();
    }

    private async Task<List<Signed>> UntoldAsync(
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var signed = await database
            .Attestations.Where(attestation => attestation.SignedAt >= since)
            .Join(
                database.Assignments,
                attestation => attestation.AssignmentId,
                assignment => assignment.Id,
                (attestation, assignment) => new { attestation, assignment.ProgrammeId }
            )
            .Join(
                database.Programmes,
                one => one.ProgrammeId,
                programme => programme.Id,
                (one, programme) =>
                    new Signed(
                        one.attestation.Id,
                        one.attestation.AgencyId,
                        one.attestation.PersonId,
                        programme.Name,
                        one.attestation.SignedAt
                    )
            )
            .ToListAsync(cancellationToken);
        var keys = signed.Select(KeyOf).ToArray();
        var told = (
            await database
                .OutboxMessages.Where(message => EF.Parameter(keys).Contains(message.Key))
                .Select(message => message.Key)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        return [.. signed.Where(one => !told.Contains(KeyOf(one)))];
    }

    private async Task<int> WriteAsync(Signed[] signed, CancellationToken cancellationToken)
    {
        try
        {
            var added = await notices.AddAllAsync([.. signed.Select(Receipt)], cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            return added.Count;
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

    // Who signs is at work and waits for it; what could not be told at once is told at a decent hour.
    private Notice Receipt(Signed signed) =>
        new(
            MailTemplateKind.Receipt,
            signed.AgencyId,
            signed.PersonId,
            KeyOf(signed),
            $"/attestations/{signed.AttestationId}"
        )
        {
            InHours = clock.GetUtcNow() - signed.At > Overlap,
            Words = new Dictionary<string, string>
            {
                ["programme"] = signed.Programme,
                ["date"] = signed.At.NewZealandDate().InWords(),
            },
        };

    private static string KeyOf(Signed signed) => $"receipt/{signed.AttestationId}";

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Another machine was telling of receipts at the same time: looking again at the next tick"
    )]
    private static partial void LogSecondWorker(ILogger logger);

    private sealed record Signed(
        Guid AttestationId,
        Guid AgencyId,
        Guid PersonId,
        string Programme,
        DateTimeOffset At
    );
}
