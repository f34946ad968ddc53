using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>What kind of occasion makes a programme's assignments.</summary>
public enum ProgrammeKind
{
    /// <summary>When someone starts.</summary>
    Onboarding,

    /// <summary>Once a year, in a window of the calendar.</summary>
    Yearly,

    /// <summary>Before an election.</summary>
    Election,

    /// <summary>When a rule changed materially.</summary>
    PolicyChange,

    /// <summary>Once.</summary>
    OneOff,
}

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

    /// <summary>When in the year it is done; null for a programme that is not yearly.</summary>
    public YearlyWindow? Window { get; private set; }

    /// <summary>In how many working days it is due: onboarding from its opening, another kind for those who join late.</summary>
    public int DueInWorkingDays { get; private set; }

    /// <summary>When it was launched (UTC); null before.</summary>
    public DateTimeOffset? LaunchedAt { get; private set; }

    /// <summary>When it was ended (UTC); null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The modules it covers, in the order they are read.</summary>
    public ICollection<ProgrammeModule> Modules { get; private init; } = [];

    /// <summary>The words that are signed, by kind of person.</summary>
    public ICollection<ProgrammeStatement> Statements { get; private init; } = [];

    /// <summary>Draws up a programme. Nothing is assigned before <see cref="Launch" />.</summary>
    /// <exception cref="ArgumentException">Without a module, a kind of person, or a statement for each kind.</exception>
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
    )
    {
        if (moduleSlugs.Count == 0 || statements.Count == 0)
        {
            throw new ArgumentException(
                "A programme needs a module, and a statement for each kind of person.",
                nameof(moduleSlugs)
            );
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(dueInWorkingDays, 1);
        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            AgencyId = agencyId,
            Key = key,
            Kind = kind,
            Name = name,
            Summary = summary,
            AudienceKinds = [.. statements.Keys.Order()],
            Window = kind == ProgrammeKind.Yearly ? window ?? YearlyWindow.Usual : null,
            DueInWorkingDays = dueInWorkingDays,
            Modules =
            [
                .. moduleSlugs.Select((slug, order) => new ProgrammeModule(id, order, slug)),
            ],
            Statements =
            [
                .. statements.Select(entry => new ProgrammeStatement(id, entry.Key, entry.Value)),
            ],
        };
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
        }

        return missing;
    }

    /// <summary>The words that a person of this kind signs, with a place for modules and versions.</summary>
    public string StatementFor(PersonKind kind) =>
        Statements.Single(statement => statement.Kind == kind).Text;
}

/// <summary>A module that a programme covers.</summary>
public sealed class ProgrammeModule
{
    internal ProgrammeModule(Guid programmeId, int order, string moduleSlug) =>
        (ProgrammeId, Order, ModuleSlug) = (programmeId, order, moduleSlug);

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>Its place, from 0.</summary>
    public int Order { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; }
}

/// <summary>The words that one kind of person signs.</summary>
public sealed class ProgrammeStatement
{
    /// <summary>Longest statement.</summary>
    public const int TextLength = 4000;

    /// <summary>Where the modules and versions go in the words.</summary>
    public const string ModulesPlace = "{modules}";

    internal ProgrammeStatement(Guid programmeId, PersonKind kind, string text) =>
        (ProgrammeId, Kind, Text) = (programmeId, kind, text);

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>For whom.</summary>
    public PersonKind Kind { get; private init; }

    /// <summary>The words.</summary>
    public string Text { get; private init; }
}

/// <summary>An agency has said: this module is our rule in force.</summary>
public sealed class RuleConfirmation : IBelongsToAgency
{
    /// <summary>Longest account of who was consulted.</summary>
    public const int ConsultedLength = 1000;

    private RuleConfirmation() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The major version that was confirmed.</summary>
    public int Major { get; private init; }

    /// <summary>Who was consulted, unions among them.</summary>
    public string Consulted { get; private init; } = "";

    /// <summary>The account that confirmed; null for the demonstration.</summary>
    public Guid? ConfirmedByAccountId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ConfirmedAt { get; private init; }

    /// <summary>Confirms a module.</summary>
    public static RuleConfirmation Confirm(
        Guid agencyId,
        string moduleSlug,
        int major,
        string consulted,
        Guid? byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            ModuleSlug = moduleSlug,
            Major = major,
            Consulted = consulted,
            ConfirmedByAccountId = byAccountId,
            ConfirmedAt = at,
        };
}
