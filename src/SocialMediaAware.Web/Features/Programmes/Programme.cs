using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Who owes which modules of an agency, and when.</summary>
public sealed class Programme : IBelongsToAgency
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

    /// <summary>Keeps terms that HR is working on. What holds stays as it is; a name that nobody has read yet follows at once.</summary>
    /// <exception cref="InvalidOperationException">The programme has ended.</exception>
    public void Propose(ProgrammeTerms draft)
    {
        if (EndedAt is not null)
        {
            throw new InvalidOperationException("What has ended is not changed any more.");
        }

        Draft = draft;
        if (LaunchedAt is null)
        {
            (Name, Summary) = (draft.Name, draft.Summary);
        }

        Revision++;
    }

    /// <summary>Drops the terms that HR was working on.</summary>
    public void DropDraft()
    {
        Draft = null;
        Revision++;
    }

    /// <summary>Has these terms hold from now on. What people have signed stays what it was.</summary>
    /// <exception cref="ArgumentException">Without a module, or without a statement for any kind of person.</exception>
    /// <exception cref="InvalidOperationException">The programme has ended.</exception>
    public void Adopt(ProgrammeTerms terms)
    {
        if (EndedAt is not null)
        {
            throw new InvalidOperationException("What has ended is not changed any more.");
        }

        Take(terms);
        Draft = null;
        Revision++;
    }

    /// <summary>Launches it, once the agency has confirmed each of its modules as its rule in force.</summary>
    /// <returns>The modules that are not confirmed yet; empty when it was launched.</returns>
    public IReadOnlyList<string> Launch(
        IReadOnlySet<string> confirmedModuleSlugs,
        DateTimeOffset at
    )
    {
        string[] missing =
        [
            .. Modules
                .Select(module => module.ModuleSlug)
                .Where(slug => !confirmedModuleSlugs.Contains(slug)),
        ];
        if (missing.Length == 0)
        {
            LaunchedAt ??= at;
            Revision++;
        }

        return missing;
    }

    /// <summary>Has it stand still from a day on. It must be running.</summary>
    /// <exception cref="InvalidOperationException">It is not running.</exception>
    public ProgrammePause Pause(DateOnly from, Guid byAccountId, DateTimeOffset at)
    {
        if (Standing is not ProgrammeStanding.Running)
        {
            throw new InvalidOperationException("Only what is running can be paused.");
        }

        var pause = new ProgrammePause(this, from, byAccountId, at);
        Pauses.Add(pause);
        Revision++;
        return pause;
    }

    /// <summary>Has it go on from a day. It must be paused.</summary>
    /// <exception cref="InvalidOperationException">It is not paused.</exception>
    public void Resume(DateOnly from)
    {
        if (Standing is not ProgrammeStanding.Paused)
        {
            throw new InvalidOperationException("Only what is paused can go on.");
        }

        Pauses.Single(pause => pause.Until is null).End(from);
        Revision++;
    }

    /// <summary>Ends it. What is open is not asked any more at the next tick; what was signed stays.</summary>
    public void End(DateTimeOffset at)
    {
        EndedAt ??= at;
        Draft = null;
        Revision++;
    }

    private void Take(ProgrammeTerms terms)
    {
        if (terms.ModuleSlugs.Count == 0 || terms.Statements.Count == 0)
        {
            throw new ArgumentException(
                "A programme needs a module, and a statement for each kind of person.",
                nameof(terms)
            );
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(terms.Schedule.DueInWorkingDays, 1);
        (Name, Summary) = (terms.Name, terms.Summary);
        (Audience, AudienceKinds) = (terms.Audience, [.. terms.Statements.Keys.Order()]);
        Window = Kind is ProgrammeKind.Yearly ? terms.Schedule.Window ?? YearlyWindow.Usual : null;
        DueInWorkingDays = terms.Schedule.DueInWorkingDays;
        DaysBeforeThePeriod = terms.Schedule.DaysBeforeThePeriod;
        (OpensOn, DueOn) =
            Kind is ProgrammeKind.OneOff ? (terms.Schedule.OpensOn, terms.Schedule.DueOn) : default;
        LatecomersOwe = terms.Schedule.LatecomersOwe;
        Reminders = terms.Reminders;
        ContactAccountId = terms.ContactAccountId;
        TakeModules(terms.ModuleSlugs);
        TakeStatements(terms.Statements);
    }

    private void TakeModules(IReadOnlyList<string> slugs)
    {
        foreach (var gone in Modules.Where(module => !slugs.Contains(module.ModuleSlug)).ToList())
        {
            Modules.Remove(gone);
        }

        foreach (var (order, slug) in slugs.Index())
        {
            if (Modules.FirstOrDefault(module => module.ModuleSlug == slug) is { } there)
            {
                there.Order = order;
            }
            else
            {
                Modules.Add(new ProgrammeModule(Id, order, slug));
            }
        }
    }

    private void TakeStatements(IReadOnlyDictionary<PersonKind, string> texts)
    {
        foreach (
            var gone in Statements.Where(statement => !texts.ContainsKey(statement.Kind)).ToList()
        )
        {
            Statements.Remove(gone);
        }

        foreach (var (kind, text) in texts)
        {
            if (Statements.FirstOrDefault(statement => statement.Kind == kind) is { } there)
            {
                there.Text = text;
            }
            else
            {
                Statements.Add(new ProgrammeStatement(Id, kind, text));
            }
        }
    }

    /// <summary>The words that a person of this kind signs, with a place for modules and versions.</summary>
    public string StatementFor(PersonKind kind) =>
        Statements.Single(statement => statement.Kind == kind).Text;
}
