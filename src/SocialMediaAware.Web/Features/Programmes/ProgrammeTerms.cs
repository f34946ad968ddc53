using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>All of a programme that HR decides: who, what, when. A draft of a change is such terms, kept beside those that hold.</summary>
public sealed record ProgrammeTerms
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What people read in their list.</summary>
    public string Name { get; init; } = "";

    /// <summary>One sentence about it.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Whom it is for.</summary>
    public ProgrammeAudience Audience { get; init; } = ProgrammeAudience.Everybody;

    /// <summary>The modules it covers, in the order they are read.</summary>
    public IReadOnlyList<string> ModuleSlugs { get; init; } = [];

    /// <summary>Of these modules, those for which learning from elsewhere is accepted.</summary>
    public IReadOnlyList<string> AcceptedElsewhere { get; init; } = [];

    /// <summary>The words that are signed, by kind of person. A kind without words is not asked.</summary>
    public IReadOnlyDictionary<PersonKind, string> Statements { get; init; } =
        new Dictionary<PersonKind, string>();

    /// <summary>When its rounds open and are due.</summary>
    public ProgrammeSchedule Schedule { get; init; } = new();

    /// <summary>Who is reminded when.</summary>
    public ReminderTerms Reminders { get; init; } = new();

    /// <summary>The account of the one person of HR who is told when somebody does not agree; null for the agency's first.</summary>
    public Guid? ContactAccountId { get; init; }

    /// <summary>The terms as text, to be kept; the same terms are the same text.</summary>
    public string ToText() =>
        JsonSerializer.Serialize(
            this with
            {
                Statements = new SortedDictionary<PersonKind, string>(
                    Statements.ToDictionary(entry => entry.Key, entry => entry.Value)
                ),
            },
            Json
        );

    /// <summary>Reads <see cref="ToText" />.</summary>
    /// <exception cref="JsonException">It is no such text.</exception>
    public static ProgrammeTerms FromText(string text) =>
        JsonSerializer.Deserialize<ProgrammeTerms>(text, Json)
        ?? throw new JsonException("These are no terms of a programme.");

    internal static string TextOf(ProgrammeAudience audience) =>
        JsonSerializer.Serialize(audience, Json);

    internal static ProgrammeAudience AudienceOf(string text) =>
        JsonSerializer.Deserialize<ProgrammeAudience>(text, Json) ?? ProgrammeAudience.Everybody;

    internal static string TextOf(ReminderTerms reminders) =>
        JsonSerializer.Serialize(reminders, Json);

    internal static ReminderTerms RemindersOf(string text) =>
        JsonSerializer.Deserialize<ReminderTerms>(text, Json) ?? new();
}

/// <summary>When a programme's rounds open and are due. Each kind of programme uses its own part.</summary>
public sealed record ProgrammeSchedule
{
    /// <summary>Most working days that somebody can be given.</summary>
    public const int MostWorkingDays = 120;

    /// <summary>Most days that an election's refresher opens before the pre-election period.</summary>
    public const int MostDaysBeforeThePeriod = 90;

    /// <summary>
    /// In how many working days it is due: onboarding and a changed rule from the opening, another kind for those who join late.
    /// </summary>
    public int DueInWorkingDays { get; init; } = 10;

    /// <summary>The part of each year in which a yearly programme is done; null for another kind.</summary>
    public YearlyWindow? Window { get; init; }

    /// <summary>For how many days before the pre-election period an election's refresher is open.</summary>
    public int DaysBeforeThePeriod { get; init; } = Round.DaysBeforeThePeriod;

    /// <summary>The day on which a one-off opens; null for another kind.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>The day on which a one-off is due; null for another kind.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether those who join after a round has opened owe it too; null for what is usual for its kind.</summary>
    public bool? LatecomersOwe { get; init; }
}

/// <summary>Who is reminded when of a programme's assignments.</summary>
public sealed record ReminderTerms
{
    /// <summary>Most weekly reminders after the due date.</summary>
    public const int MostWeeksAfter = 4;

    /// <summary>Most days that a reminder comes before the due date.</summary>
    public const int MostDaysBefore = 60;

    /// <summary>Whether the person is told that it opened.</summary>
    public bool OnOpening { get; init; } = true;

    /// <summary>How many days before the due date they are reminded; null for not at all.</summary>
    public int? DaysBefore { get; init; } = 7;

    /// <summary>Whether they are reminded on the day it is due.</summary>
    public bool OnTheDay { get; init; } = true;

    /// <summary>For how many weeks after it they are reminded weekly, from 0 to <see cref="MostWeeksAfter" />.</summary>
    public int WeeksAfter { get; init; } = MostWeeksAfter;

    /// <summary>Whether leaders are told weekly who of theirs is overdue.</summary>
    public bool ToLeaders { get; init; } = true;

    /// <summary>After how many days overdue HR is told; null for not at all.</summary>
    public int? ToHumanResourcesAfterDays { get; init; } = 14;

    /// <summary>Whether leaders are told on a day of what was due on another.</summary>
    public bool ConcernLeadersOn(DateOnly day, DateOnly dueOn) => ToLeaders && day > dueOn;

    /// <summary>Whether HR is told on a day of what was due on another.</summary>
    public bool ConcernHumanResourcesOn(DateOnly day, DateOnly dueOn) =>
        day > dueOn && day.DayNumber - dueOn.DayNumber >= ToHumanResourcesAfterDays;
}
