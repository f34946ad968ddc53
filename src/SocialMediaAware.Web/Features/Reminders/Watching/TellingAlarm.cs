using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>
/// Tells the administrators and HR of an agency by mail that its mail has not gone out. Not through the outbox, which is what the
/// alarm is about. Whoever claims an alarm tells of it; should that machine stop while it does, the pages still say it.
/// </summary>
public sealed partial class TellingAlarm(
    PortalDbContext database,
    IMailDelivery delivery,
    MailSettings settings,
    PortalAddress address,
    ContentStore content,
    IStringLocalizer<WatchingTexts> texts,
    TimeProvider clock,
    ILogger<TellingAlarm> logger
)
{
    /// <summary>Tells of the alarms of a day of which nobody has been told.</summary>
    public async Task RunAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var untold = await database
            .MailAlarms.Where(alarm => alarm.Day == day && alarm.MailedAt == null)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        foreach (var alarm in untold)
        {
            if (await ClaimAsync(alarm, cancellationToken))
            {
                var told = await TellAsync(alarm, cancellationToken);
                await UpdateAsync(
                    database.MailAlarms.Where(one =>
                        one.AgencyId == alarm.AgencyId && one.Day == alarm.Day
                    ),
                    set => set.SetProperty(one => one.Mailed, told),
                    cancellationToken
                );
            }
        }
    }

    private async Task<bool> ClaimAsync(MailAlarm alarm, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return await UpdateAsync(
                database.MailAlarms.Where(one =>
                    one.AgencyId == alarm.AgencyId && one.Day == alarm.Day && one.MailedAt == null
                ),
                set => set.SetProperty(one => one.MailedAt, now),
                cancellationToken
            ) == 1;
    }

    private async Task<int> UpdateAsync(
        IQueryable<MailAlarm> alarms,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<MailAlarm>> set,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var updated = await alarms.ExecuteUpdateAsync(set, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return updated;
    }

    private async Task<int> TellAsync(MailAlarm alarm, CancellationToken cancellationToken)
    {
        if (
            !content.Library.MailTemplates.TryGetValue(
                MailTemplateKind.Alarm.Name,
                out var template
            )
        )
        {
            return 0;
        }

        var agency = await database
            .Agencies.Where(agency => agency.Id == alarm.AgencyId)
            .Select(agency => agency.Name)
            .SingleAsync(cancellationToken);
        var told = 0;
        foreach (var reader in await ReadersAsync(alarm.AgencyId, cancellationToken))
        {
            told += await TellAsync(alarm, agency, reader, template) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> TellAsync(
        MailAlarm alarm,
        string agency,
        AlarmReader reader,
        MailTemplate template
    )
    {
        var words = new Dictionary<string, string>
        {
            ["name"] = HeaderText.OnOneLine(reader.Name),
            ["agency"] = HeaderText.OnOneLine(agency),
            ["link"] = address.Root + (reader.IsHumanResources ? "/reminders" : "/settings/jobs"),
            ["day"] = alarm.Day.InWords(),
            ["count"] =
                alarm.Expected == 1
                    ? texts["OnePerson"].Value
                    : texts[
                        "ManyPeople",
                        alarm.Expected.ToString("N0", NewZealandEnglish.Culture)
                    ].Value,
        };
        var message = new MailMessage(
            MailIds.Of(
                $"alarm/{alarm.AgencyId}/{alarm.Day:yyyy-MM-dd}/{reader.AccountId}",
                settings.Domain
            ),
            new MailParty(settings.FromName, settings.From),
            new MailParty(reader.Name, reader.Address),
            clock.GetUtcNow(),
            new MailContent(
                MailContent.Cut(MailTemplate.FillText(template.Subject, words)),
                MailTemplate.FillText(template.Text, words),
                MailTemplate.FillHtml(template.Html, words, new Dictionary<string, string>())
            )
        );
        try
        {
            // What has begun is ended, also while the portal stops.
            var handOver = await delivery.HandOverAsync(message, CancellationToken.None);
            if (handOver.Outcome is MailOutcome.Delivered)
            {
                return true;
            }

            LogNotTold(logger, null, alarm.AgencyId, handOver.Problem);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNotTold(logger, problem, alarm.AgencyId, problem.GetType().Name);
        }

        return false;
    }

    private async Task<List<AlarmReader>> ReadersAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var rows = await database
            .RoleGrants.Where(grant =>
                grant.AgencyId == agencyId
                && grant.RevokedAt == null
                && (
                    grant.Role == PortalRole.HumanResources
                    || grant.Role == PortalRole.Administrator
                )
            )
            .Join(
                database.Users.Where(account =>
                    account.DisabledAt == null && account.Email != null
                ),
                grant => grant.AccountId,
                account => account.Id,
                (grant, account) =>
                    new
                    {
                        account.Id,
                        account.Email,
                        grant.Role,
                        Name = database
                            .PersonNames.HoldingOn(today)
                            .Where(name => name.PersonId == account.PersonId)
                            .Select(name => name.Name)
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Id)
                .Select(account => new AlarmReader(
                    account.Key,
                    account.First().Name ?? account.First().Email!,
                    account.First().Email!,
                    account.Any(row => row.Role == PortalRole.HumanResources)
                ))
                .DistinctBy(reader => reader.Address, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private sealed record AlarmReader(
        Guid AccountId,
        string Name,
        string Address,
        bool IsHumanResources
    );

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Somebody could not be told that the mail of agency {AgencyId} has not gone out: {Why}"
    )]
    private static partial void LogNotTold(
        ILogger logger,
        Exception? problem,
        Guid agencyId,
        string why
    );
}
