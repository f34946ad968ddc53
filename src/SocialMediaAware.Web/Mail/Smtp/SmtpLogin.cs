using System.Text;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>Signs the portal in on the mail server (RFC 4954): with a token by XOAUTH2, with a password by PLAIN or else LOGIN.</summary>
internal static class SmtpLogin
{
    private const string What = "the login";
    private const int LetIn = 235;

    /// <summary>Signs in.</summary>
    /// <exception cref="SmtpException">The server does not let the portal in, or offers no way that the portal knows.</exception>
    public static async Task RunAsync(
        SmtpSession session,
        SmtpSettings settings,
        SmtpSecret secret,
        CancellationToken cancellationToken
    )
    {
        // The settings are checked at the start; this is the last door before the password leaves.
        if (!session.Wire.IsEncrypted)
        {
            throw new SmtpException(
                "The connection to the mail server is not encrypted, so the portal did not sign in.",
                isOurs: true
            );
        }

        var user = settings.User!;
        var offered = session.Offers.Logins;
        var reply =
            secret.IsToken && offered.Contains("XOAUTH2")
                ? await SayAsync(session, "XOAUTH2", secret.Bearer(user), cancellationToken)
            : !secret.IsToken && offered.Contains("PLAIN")
                ? await SayAsync(session, "PLAIN", secret.Plain(user), cancellationToken)
            : !secret.IsToken && offered.Contains("LOGIN")
                ? await LoginAsync(session, user, secret.Value, cancellationToken)
            : throw new SmtpException(
                $"The mail server offers no login with a {(secret.IsToken ? "token (XOAUTH2)" : "password (PLAIN or LOGIN)")}. It offers: {Listed(offered)}.",
                isOurs: true
            );
        if (reply.Code != LetIn)
        {
            throw session.Refusal(What, reply, isOurs: !reply.IsForNow);
        }
    }

    private static async Task<SmtpReply> SayAsync(
        SmtpSession session,
        string way,
        byte[] said,
        CancellationToken cancellationToken
    )
    {
        var reply = await session.AskAsync(
            $"AUTH {way} {Convert.ToBase64String(said)}",
            What,
            cancellationToken
        );
        // A refused token is explained in a question; the empty answer to it brings the refusal itself.
        return reply.IsGoOn ? await session.AskAsync("", What, cancellationToken) : reply;
    }

    private static async Task<SmtpReply> LoginAsync(
        SmtpSession session,
        string user,
        string password,
        CancellationToken cancellationToken
    )
    {
        var reply = await session.AskAsync("AUTH LOGIN", What, cancellationToken);
        foreach (var answer in new[] { user, password })
        {
            if (!reply.IsGoOn)
            {
                break;
            }

            reply = await session.AskAsync(
                Convert.ToBase64String(Encoding.UTF8.GetBytes(answer)),
                What,
                cancellationToken
            );
        }

        return reply;
    }

    private static string Listed(IReadOnlySet<string> offered) =>
        offered.Count == 0
            ? "none"
            : HeaderText.Cut(
                HeaderText.OnOneLine(string.Join(", ", offered.Order(StringComparer.Ordinal))),
                100
            );
}
