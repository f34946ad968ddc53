using Microsoft.Data.Sqlite;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail.Killing;

/// <summary>An outbox full of reminders, a server that takes them, and what both say afterwards.</summary>
internal static class KilledWhileMailing
{
    /// <summary>How far a mail is when something happens, as sink.py names it.</summary>
    public static readonly IReadOnlyList<string> Stages =
    [
        "CONNECT",
        "EHLO",
        "MAIL",
        "RCPT",
        "DATA",
        "TEXT",
        "DOT",
        "STORED",
        "ANSWERED",
        "RSET",
        "QUIT",
    ];

    /// <summary>The portal's settings for a listener.</summary>
    public static Dictionary<string, string> SettingsFor(SinkListener listener) =>
        new()
        {
            [$"{MailSettings.Section}:{nameof(SmtpSettings.Server)}"] = "localhost",
            [$"{MailSettings.Section}:{nameof(SmtpSettings.Port)}"] = $"{listener.Port}",
            [$"{MailSettings.Section}:{nameof(SmtpSettings.Security)}"] = nameof(SmtpSecurity.None),
            [$"{MailSettings.Section}:{nameof(SmtpSettings.PauseSeconds)}"] = "0",
            // So that goodbyes come early.
            [$"{MailSettings.Section}:{nameof(SmtpSettings.MailsPerConnection)}"] = "3",
        };

    /// <summary>Writes reminders, all of them to somebody who may be written to at any time that the test comes to.</summary>
    public static async Task WriteAsync(TestPortal portal, int count)
    {
        var agency = await portal.AgencyAsync();
        var reader = await portal.PersonAsync(agency, "Hēmi Tūwhare");
        var now = portal.Clock.GetUtcNow();
        await portal.WithDatabaseAsync(async database =>
        {
            for (var number = 0; number < count; number++)
            {
                database.Add(
                    OutboxMessage.Write(
                        Guid.CreateVersion7(now),
                        [agency.Id],
                        reader.PersonId,
                        $"killed/{number}",
                        "agency.example",
                        new MailParty(reader.Name, reader.Email),
                        new MailContent(
                            "Getting started is due today",
                            "Kia ora",
                            "<p>Kia ora</p>"
                        ),
                        [],
                        now.AddYears(2),
                        now
                    )
                );
            }

            await database.SaveChangesAsync();
        });
    }

    /// <summary>A time of day at which mail goes out, later with each round by more than a lease lasts.</summary>
    public static DateTimeOffset At(DateTimeOffset start, int round)
    {
        const int roundsInADay = 30;
        var (day, within) = Math.DivRem(round, roundsInADay);
        var (week, weekday) = Math.DivRem(day, 5);
        return start.AddDays((week * 7) + weekday).AddMinutes(within * 11);
    }

    /// <summary>
    /// What the outbox and the server must agree on: nothing arrived twice, what is called sent is there, what is there is called
    /// sent or uncertain, and every mail has one of the two names.
    /// </summary>
    /// <returns>How many are uncertain, and how many of those are there all the same.</returns>
    public static (int Uncertain, int Arrived) AssertTold(
        IReadOnlyDictionary<string, OutboxState> outbox,
        IReadOnlyList<SunkMail> taken
    )
    {
        var arrived = taken.Select(mail => mail.Id.Trim('<', '>')).ToList();
        Assert.Equal(arrived.Count, arrived.Distinct().Count());
        Assert.All(
            outbox.Values,
            state => Assert.True(state is OutboxState.Sent or OutboxState.Uncertain, $"{state}")
        );
        var there = arrived.ToHashSet();
        Assert.Equal(there.Count, there.Count(outbox.ContainsKey));
        Assert.All(
            outbox.Where(mail => mail.Value == OutboxState.Sent),
            mail => Assert.Contains(mail.Key, there)
        );
        var uncertain = outbox
            .Where(mail => mail.Value == OutboxState.Uncertain)
            .Select(mail => mail.Key)
            .ToList();
        return (uncertain.Count, uncertain.Count(there.Contains));
    }

    /// <summary>The states of all mails by their Message-ID, read without a portal.</summary>
    public static async Task<Dictionary<string, OutboxState>> OutboxAsync(string dataFolder)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(dataFolder, "portal.db")};Mode=ReadOnly;Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT mail_id, state FROM outbox_messages";
        var states = new Dictionary<string, OutboxState>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            states[reader.GetString(0)] = Enum.Parse<OutboxState>(reader.GetString(1));
        }

        return states;
    }
}
