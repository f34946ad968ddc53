using System.Globalization;
using System.Text.RegularExpressions;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>Looks at the settings of the mail server when the portal starts, so that nobody learns of a slip from mail that is missing.</summary>
public static partial class SmtpSettingsCheck
{
    private const double LongestSeconds = 600;

    /// <summary>Reads the settings and checks them.</summary>
    /// <exception cref="PortalStartException">One cannot be right; the sentence names it and says what to do.</exception>
    public static SmtpSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(MailSettings.Section);
        SmtpSettings settings;
        try
        {
            settings = section.Get<SmtpSettings>() ?? new SmtpSettings();
        }
        catch (InvalidOperationException)
        {
            throw Wrong(
                WhatCannotBeRead(section),
                "is not of the kind that is needed. Set it to a number, or to true or false for CheckRevocation."
            );
        }

        CheckSecurity(settings);
        if (settings.IsSet)
        {
            CheckServer(settings);
            CheckLogin(settings);
            CheckTimes(settings);
            SmtpAuthorities.Read(settings);
        }
        else if (settings.SignsIn || settings.Port is not null)
        {
            throw Wrong(
                nameof(settings.Server),
                "is missing, although others name an account or a port. Set it to the name of your mail server, or remove the others."
            );
        }

        return settings;
    }

    private static void CheckSecurity(SmtpSettings settings)
    {
        if (
            !string.IsNullOrWhiteSpace(settings.Security)
            && !Enum.GetNames<SmtpSecurity>()
                .Contains(settings.Security, StringComparer.OrdinalIgnoreCase)
        )
        {
            throw Wrong(
                nameof(settings.Security),
                $"is none that the portal knows. Set it to one of {string.Join(", ", Enum.GetNames<SmtpSecurity>())}."
            );
        }
    }

    private static void CheckServer(SmtpSettings settings)
    {
        if (Uri.CheckHostName(settings.Server) == UriHostNameType.Unknown)
        {
            throw Wrong(
                nameof(settings.Server),
                "is no host name. Set it to the name alone, such as mail.agency.govt.nz; the port is a setting of its own."
            );
        }

        if (settings.PortInUse is < 1 or > ushort.MaxValue)
        {
            throw Wrong(
                nameof(settings.Port),
                "is no port. Set it to a number from 1 to 65535, or leave it out."
            );
        }

        if (!string.IsNullOrEmpty(settings.Hello) && !HelloName().IsMatch(settings.Hello))
        {
            throw Wrong(
                nameof(settings.Hello),
                "is no host name. Set it to this machine's full name, or leave it out."
            );
        }

        if (settings.MailsPerConnection < 1)
        {
            throw Wrong(nameof(settings.MailsPerConnection), "is below one. Set it to 1 or more.");
        }
    }

    private static void CheckLogin(SmtpSettings settings)
    {
        string?[] secrets = [settings.Password, settings.PasswordFile, settings.TokenFile];
        var given = secrets.Count(secret => !string.IsNullOrEmpty(secret));
        if (given > 1)
        {
            throw Wrong(
                nameof(settings.Password),
                "stands beside PasswordFile or TokenFile. Keep one of the three."
            );
        }

        if (settings.SignsIn != (given == 1))
        {
            throw settings.SignsIn
                ? Wrong(
                    nameof(settings.User),
                    "has no password. Set PasswordFile, Password or TokenFile as well, or leave User out if the server wants none."
                )
                : Wrong(
                    nameof(settings.User),
                    "is missing, although a password or token is set. Set it to the account that the portal signs in with."
                );
        }

        if (!settings.SignsIn)
        {
            return;
        }

        if (settings.Protection is SmtpSecurity.None or SmtpSecurity.StartTlsIfOffered)
        {
            throw Wrong(
                nameof(settings.Security),
                $"is {settings.Protection}, which may send the password in the clear. Set it to StartTls or ImplicitTls, or remove the account."
            );
        }

        if (settings.User!.Any(char.IsControl))
        {
            throw Wrong(nameof(settings.User), "holds a control character. Write it anew.");
        }

        SmtpSecret.Check(settings);
    }

    private static void CheckTimes(SmtpSettings settings)
    {
        (string Name, double Seconds)[] times =
        [
            (nameof(settings.TimeoutSeconds), settings.TimeoutSeconds),
            (nameof(settings.TimeoutAfterMailSeconds), settings.TimeoutAfterMailSeconds),
            (nameof(settings.IdleSeconds), settings.IdleSeconds),
            (nameof(settings.PauseSeconds), settings.PauseSeconds),
        ];
        foreach (var (name, seconds) in times)
        {
            // Only a pause may be none at all.
            var isLongEnough =
                seconds > 0 || (name == nameof(settings.PauseSeconds) && seconds == 0);
            if (!isLongEnough || seconds > LongestSeconds)
            {
                throw Wrong(
                    name,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"is no time to wait. Set it to a number of seconds above 0, at most {LongestSeconds}, or leave it out."
                    )
                );
            }
        }
    }

    // The framework's own message would quote the value.
    private static string WhatCannotBeRead(IConfigurationSection section) =>
        section
            .GetChildren()
            .FirstOrDefault(child =>
                child.Key.Equals(
                    nameof(SmtpSettings.CheckRevocation),
                    StringComparison.OrdinalIgnoreCase
                )
                    ? !bool.TryParse(child.Value, out _)
                    : NumberNames.Contains(child.Key)
                        && !double.TryParse(child.Value, CultureInfo.InvariantCulture, out _)
            )
            ?.Key
        ?? nameof(SmtpSettings.Port);

    private static readonly HashSet<string> NumberNames = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(SmtpSettings.Port),
        nameof(SmtpSettings.MailsPerConnection),
        nameof(SmtpSettings.TimeoutSeconds),
        nameof(SmtpSettings.TimeoutAfterMailSeconds),
        nameof(SmtpSettings.IdleSeconds),
        nameof(SmtpSettings.PauseSeconds),
    };

    internal static PortalStartException Wrong(string name, string sentence) =>
        new($"The setting {MailSettings.Section}:{name} {sentence}");

    [GeneratedRegex(
        @"\A([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:.]+\])\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    internal static partial Regex HelloName();
}
