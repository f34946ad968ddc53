using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Who owes which modules of an agency, and when.</summary>
public sealed partial class Programme : IBelongsToAgency
{
    /// <summary>Longest key.</summary>
    public const int KeyLength = 60;

    /// <summary>Longest name.</summary>
    public const int NameLength = 120;

    /// <summary>Longest summary.</summary>
    public const int SummaryLength = 400;

    private Programme() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The word for it in cycles and addresses, unique in its agency.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What kind of occasion makes its assignments.</summary>
    public ProgrammeKind Kind { get; private init; }

    /// <summary>What people read in their list.</summary>
    public string Name { get; private set; } = "";

    /// <summary>One sentence about it.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The kinds of person that owe it.</summary>
    public IReadOnlyList<PersonKind> AudienceKinds { get; private set; } = [];

    /// <summary>Who of these kinds owes it.</summary>
    public ProgrammeAudience Audience { get; private set; } = ProgrammeAudience.Everybody;

    /// <summary>When in the year it is done; null for a programme that is not yearly.</summary>
    public YearlyWindow? Window { get; private set; }

    /// <summary>In how many working days it is due: onboarding from its opening, another kind for those who join late.</summary>
    public int DueInWorkingDays { get; private set; }

    /// <summary>For how many days before the pre-election period an election's refresher is open.</summary>
    public int DaysBeforeThePeriod { get; private set; } = Round.DaysBeforeThePeriod;

    /// <summary>The day on which a one-off opens; null for another kind.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>The day on which a one-off is due; null for another kind.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Whether those who join after a round has opened owe it too; null for what is usual for its kind.</summary>
    public bool? LatecomersOwe { get; private set; }

    /// <summary>Who is reminded when.</summary>
    public ReminderTerms Reminders { get; private set; } = new();

    /// <summary>The account of the one person of HR who is told when somebody does not agree; null for the agency's first.</summary>
    public Guid? ContactAccountId { get; private set; }

    /// <summary>Terms that HR is working on; null when those that hold are all there is.</summary>
    public ProgrammeTerms? Draft { get; private set; }

    /// <summary>How often it was changed: whoever saves from an older state is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was launched (UTC); null before.</summary>
    public DateTimeOffset? LaunchedAt { get; private set; }

    /// <summary>When it was ended (UTC); null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The modules it covers, in the order they are read.</summary>
    public ICollection<ProgrammeModule> Modules { get; private init; } = [];

    /// <summary>The words that are signed, by kind of person.</summary>
    public ICollection<ProgrammeStatement> Statements { get; private init; } = [];

    /// <summary>When it stood still.</summary>
    public ICollection<ProgrammePause> Pauses { get; private init; } = [];

    /// <summary>Where it stands. Its pauses must be at hand.</summary>
    public ProgrammeStanding Standing =>
        EndedAt is not null ? ProgrammeStanding.Ended
        : LaunchedAt is null ? ProgrammeStanding.Draft
        : Pauses.Any(pause => pause.Until is null) ? ProgrammeStanding.Paused
        : ProgrammeStanding.Running;

    /// <summary>The terms that hold. Its modules and statements must be at hand.</summary>
    /// <param name="acceptedElsewhere">The modules for which learning from elsewhere is accepted, which are kept beside it.</param>
    public ProgrammeTerms TermsWith(IEnumerable<string> acceptedElsewhere) =>
        new()
        {
            Name = Name,
            Summary = Summary,
            Audience = Audience,
            ModuleSlugs =
            [
                .. Modules.OrderBy(module => module.Order).Select(module => module.ModuleSlug),
            ],
            AcceptedElsewhere = [.. acceptedElsewhere.Order(StringComparer.Ordinal)],
            Statements = Statements.ToDictionary(
                statement => statement.Kind,
                statement => statement.Text
            ),
            Schedule = new()
            {
                DueInWorkingDays = DueInWorkingDays,
                Window = Window,
                DaysBeforeThePeriod = DaysBeforeThePeriod,
                OpensOn = OpensOn,
                DueOn = DueOn,
                LatecomersOwe = LatecomersOwe,
            },
            Reminders = Reminders,
            ContactAccountId = ContactAccountId,
        };

    /// <summary>Draws up a programme. Nothing is assigned before <see cref="Launch" />.</summary>
    /// <exception cref="ArgumentException">Without a module, or without a statement for any kind of person.</exception>
    public static Programme DrawUp(
        Guid agencyId,
        string key,
        ProgrammeKind kind,
        string name,
        string summary,
        int dueInWorkingDays,
        IReadOnlyList<string> moduleSlugs,
        IReadOnlyDictionary<PersonKind, string> statements,
        DateTimeOffset at,
        YearlyWindow? window = null
    ) =>
        DrawUp(
            agencyId,
            key,
            kind,
            new ProgrammeTerms
            {
                Name = name,
                Summary = summary,
                ModuleSlugs = moduleSlugs,
                Statements = statements,
                Schedule = new() { DueInWorkingDays = dueInWorkingDays, Window = window },
            },
            at
        );

    /// <summary>Draws up a programme. Nothing is assigned before <see cref="Launch" />.</summary>
    /// <exception cref="ArgumentException">Without a module, or without a statement for any kind of person.</exception>
    public static Programme DrawUp(
        Guid agencyId,
        string key,
        ProgrammeKind kind,
        ProgrammeTerms terms,
        DateTimeOffset at
    )
    {
        var programme = new Programme
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            Key = key,
            Kind = kind,
        };
        programme.Take(terms);
        return programme;
    }

    /// <summary>Begins a programme that HR draws up step by step: it may still be without modules and words.</summary>
    public static Programme Begin(
        Guid agencyId,
        string key,
        ProgrammeKind kind,
        ProgrammeTerms draft,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            Key = key,
            Kind = kind,
            Name = draft.Name,
            Summary = draft.Summary,
            Draft = draft,
        };

    /// <summary>The words that a person of this kind signs, with a place for modules and versions.</summary>
    public string StatementFor(PersonKind kind) =>
        Statements.Single(statement => statement.Kind == kind).Text;
}
