namespace SocialMediaAware.Web.Features.Audit;

/// <summary>
/// Something that happened and must stay known: sign-ins, refusals, changes of roles, views of people. The database refuses to
/// change or delete one. No address of a network is kept.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Longest action.</summary>
    public const int ActionLength = 60;

    /// <summary>Longest subject.</summary>
    public const int SubjectLength = 200;

    /// <summary>Longest detail.</summary>
    public const int DetailLength = 1000;

    private AuditEntry() { }

    /// <summary>Its id, in the order of time.</summary>
    public Guid Id { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>The account that did it; null when nobody was signed in.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>The agency it touched; null for the whole portal.</summary>
    public Guid? AgencyId { get; private init; }

    /// <summary>What was done, such as <c>signed-in</c>: see <see cref="AuditActions" />.</summary>
    public string Action { get; private init; } = "";

    /// <summary>What it was done to: an address of a page, an id.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>What else matters; never an answer, a question or a secret.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>Records an entry. What is too long is cut, because losing the entry would be worse.</summary>
    public static AuditEntry Record(
        string action,
        Guid? accountId,
        Guid? agencyId,
        string subject,
        string detail,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            At = at,
            AccountId = accountId,
            AgencyId = agencyId,
            Action = action,
            Subject = Cut(subject, SubjectLength),
            Detail = Cut(detail, DetailLength),
        };

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..length];
}

/// <summary>The actions that the audit log knows.</summary>
public static class AuditActions
{
    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A sign-in was refused.</summary>
    public const string SignInRefused = "sign-in-refused";

    /// <summary>An account was locked after failures.</summary>
    public const string LockedOut = "locked-out";

    /// <summary>Somebody signed out.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>A session was ended by the portal: it lasted too long, the password changed, the account was shut.</summary>
    public const string SessionEnded = "session-ended";

    /// <summary>The first administrator was made with the one-time link.</summary>
    public const string FirstAdministratorMade = "first-administrator-made";

    /// <summary>A page was refused.</summary>
    public const string Refused = "refused";

    /// <summary>A role was given.</summary>
    public const string RoleGranted = "role-granted";

    /// <summary>A role was revoked.</summary>
    public const string RoleRevoked = "role-revoked";

    /// <summary>A password was changed.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>A link to choose a password was made: by an invitation, on request, or on the command line.</summary>
    public const string PasswordLinkMade = "password-link-made";

    /// <summary>A list or page about people was seen.</summary>
    public const string PeopleViewed = "people-viewed";

    /// <summary>A report was downloaded as a file.</summary>
    public const string ReportExported = "report-exported";

    /// <summary>Somebody was chosen to get an agency's figures each month, or let go.</summary>
    public const string MonthlyReadersChanged = "monthly-readers-changed";

    /// <summary>An assignment was signed.</summary>
    public const string Signed = "signed";

    /// <summary>An election was added.</summary>
    public const string ElectionAdded = "election-added";

    /// <summary>A polling day was moved.</summary>
    public const string PollingDayMoved = "polling-day-moved";

    /// <summary>A new government was recorded.</summary>
    public const string GovernmentRecorded = "government-recorded";

    /// <summary>An agency said whether an election counts for it.</summary>
    public const string ElectionChosen = "election-chosen";

    /// <summary>An agency confirmed a module as its rule in force.</summary>
    public const string RuleConfirmed = "rule-confirmed";

    /// <summary>What is held on a person was changed.</summary>
    public const string PersonChanged = "person-changed";

    /// <summary>People were imported from a file, or such an import was refused.</summary>
    public const string PeopleImported = "people-imported";

    /// <summary>Units were renamed, moved, merged or split.</summary>
    public const string UnitsChanged = "units-changed";

    /// <summary>Somebody downloaded what is held on them, or asked for a correction, or was answered.</summary>
    public const string OwnDataAsked = "own-data-asked";

    /// <summary>Learning from elsewhere was entered or taken back.</summary>
    public const string OutsideLearningEntered = "outside-learning-entered";

    /// <summary>An assisted session was opened or closed, or a paper was recorded.</summary>
    public const string SigningAssisted = "signing-assisted";

    /// <summary>A programme was begun, or terms that HR is working on were saved or thrown away.</summary>
    public const string ProgrammeDrafted = "programme-drafted";

    /// <summary>A programme was launched, changed, paused, taken up again or ended.</summary>
    public const string ProgrammeRun = "programme-run";

    /// <summary>All mail of an agency was kept back.</summary>
    public const string MailHeld = "mail-held";

    /// <summary>An agency's mail was let go again.</summary>
    public const string MailReleased = "mail-released";

    /// <summary>Mails were sent again.</summary>
    public const string MailSentAgain = "mail-sent-again";

    /// <summary>An address that a server had refused was said to be right.</summary>
    public const string AddressCleared = "address-cleared";

    /// <summary>A pack for a request for official information was drawn up.</summary>
    public const string InformationPackDrawnUp = "information-pack-drawn-up";

    /// <summary>Figures of such a pack were withheld or shown.</summary>
    public const string InformationPackDecided = "information-pack-decided";

    /// <summary>Such a pack was released.</summary>
    public const string InformationPackReleased = "information-pack-released";

    /// <summary>A released pack was downloaded.</summary>
    public const string InformationPackDownloaded = "information-pack-downloaded";

    /// <summary>All of them, in the order in which people look for them.</summary>
    public static IReadOnlyList<string> All =>
        [
            SignedIn,
            SignInRefused,
            LockedOut,
            SignedOut,
            SessionEnded,
            PasswordChanged,
            PasswordLinkMade,
            Refused,
            PeopleViewed,
            ReportExported,
            MonthlyReadersChanged,
            RoleGranted,
            RoleRevoked,
            FirstAdministratorMade,
            Signed,
            ElectionAdded,
            PollingDayMoved,
            GovernmentRecorded,
            ElectionChosen,
            RuleConfirmed,
            PersonChanged,
            PeopleImported,
            UnitsChanged,
            OwnDataAsked,
            OutsideLearningEntered,
            SigningAssisted,
            ProgrammeDrafted,
            ProgrammeRun,
            MailHeld,
            MailReleased,
            MailSentAgain,
            AddressCleared,
            InformationPackDrawnUp,
            InformationPackDecided,
            InformationPackReleased,
            InformationPackDownloaded,
        ];
}
