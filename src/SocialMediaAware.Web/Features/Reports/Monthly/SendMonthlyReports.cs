using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>
/// Writes the monthly figures to those who were chosen: from the first working day of the month on, one mail a person, agency and
/// month. A tick that was missed is made good within the month. Whoever may not see the reports any more gets none, and whoever is
/// chosen later begins with the next month.
/// </summary>
public sealed partial class SendMonthlyReports(
    PortalDbContext database,
    MonthlyFigures figures,
    Notices notices,
    ContentStore content,
    TimeProvider clock,
    ILogger<SendMonthlyReports> logger
)
{
    /// <summary>Writes them. The caller stands outside the walls.</summary>
    /// <returns>How many mails it wrote.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var month = new DateOnly(today.Year, today.Month, 1);
        var first = FirstWorkingDay(month);
        if (today < first)
        {
            return 0;
        }

        var until = first.AddDays(1).StartInNewZealand();
        var readers = await database
            .Set<MonthlyReader>()
            .Where(reader =>
                reader.AddedAt < until
                && !database
                    .Set<MonthlyMail>()
                    .Any(mail =>
                        mail.AgencyId == reader.AgencyId
                        && mail.AccountId == reader.AccountId
                        && mail.Month == month
                    )
            )
            .ToListAsync(cancellationToken);
        var written = 0;
        foreach (var some in readers.GroupBy(reader => reader.AgencyId))
        {
            written += await WriteAsync(some.Key, [.. some], month, cancellationToken);
        }

        return written;
    }

    private DateOnly FirstWorkingDay(DateOnly month)
    {
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var day = month;
        while (!calendar.IsWorkingDay(day, new WorkPattern(Region: null)))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private async Task<int> WriteAsync(
        Guid agencyId,
        List<MonthlyReader> readers,
        DateOnly month,
        CancellationToken cancellationToken
    )
    {
        var accountIds = readers.Select(reader => reader.AccountId).Distinct().ToArray();
        var accounts = await database
            .SeeingReportsOf(agencyId)
            .Where(account => EF.Parameter(accountIds).Contains(account.Id))
            .ToDictionaryAsync(
                account => account.PersonId!.Value,
                account => account.Id,
                cancellationToken
            );
        if (accounts.Count == 0)
        {
            return 0;
        }

        var agency = await database
            .Agencies.Where(one => one.Id == agencyId)
            .Select(one => new MonthlyChoice(one.Id, one.ShortName))
            .SingleAsync(cancellationToken);
        var yesterday = clock.Today().AddDays(-1);
        var said = await figures.ReadAsync(agency, yesterday, cancellationToken);
        var chosen = readers.ToLookup(reader => reader.AccountId, reader => reader.ProgrammeId);
        var mails = accounts
            .Select(one => Mail(agencyId, one.Key, one.Value, month, yesterday, Words(one.Value)))
            .Where(mail => mail.Words["figures"].Length > 0)
            .ToList();
        try
        {
            var added = await notices.AddAllAsync(mails, cancellationToken);
            database.AddRange(
                added.Select(mail =>
                    MonthlyMail.Write(agencyId, accounts[mail.PersonId], month, clock.GetUtcNow())
                )
            );
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

        string Words(Guid accountId) =>
            string.Join(
                ' ',
                said.Where(one =>
                        chosen[accountId].Contains(Guid.Empty)
                        || chosen[accountId].Contains(one.ProgrammeId)
                    )
                    .Select(one => one.Words)
            );
    }

    private static Notice Mail(
        Guid agencyId,
        Guid personId,
        Guid accountId,
        DateOnly month,
        DateOnly day,
        string words
    ) =>
        new(
            MailTemplateKind.MonthlyReport,
            agencyId,
            personId,
            string.Create(
                CultureInfo.InvariantCulture,
                $"monthly/{agencyId}/{accountId}/{month:yyyy-MM}"
            ),
            "/reports"
        )
        {
            Words = new Dictionary<string, string>
            {
                ["month"] = month.MonthInWords(),
                ["day"] = day.InWords(),
                ["figures"] = words,
            },
        };

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Another machine was writing monthly figures at the same time: looking again at the next tick"
    )]
    private static partial void LogSecondWorker(ILogger logger);
}
