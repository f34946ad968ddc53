using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>The answers to one step, in sentences.</summary>
public sealed record SummaryRow(DraftStep Step, IReadOnlyList<string> Lines);

/// <summary>All that is known about a draft, to be checked before it is launched or changed.</summary>
/// <param name="Rows">The answers, step by step.</param>
/// <param name="Findings">What is not fair about it.</param>
public sealed record DraftCheck(
    IReadOnlyList<SummaryRow> Rows,
    IReadOnlyList<FairnessFinding> Findings
);

/// <summary>Says a draft in sentences, and finds what is not fair about it.</summary>
public sealed class DraftSummary(
    AudienceUnits units,
    AudienceCount count,
    ModuleOffers offers,
    ScheduleReading scheduleReading,
    ContactChoices contacts,
    AudienceSentence audienceSentence,
    ScheduleSentence scheduleSentence,
    IStringLocalizer<DraftingTexts> texts
)
{
    /// <summary>Reads all of it.</summary>
    public async Task<DraftCheck> ReadAsync(
        ProgrammeDraft draft,
        CancellationToken cancellationToken
    )
    {
        var (terms, kind) = (draft.Terms, draft.Programme.Kind);
        var names = await units.NamesAsync(
            draft.Agency.ShortName,
            [terms.Audience],
            cancellationToken
        );
        var tally = await count.CountAsync(
            draft.Agency.Id,
            terms.Audience,
            draft.AskedKinds,
            cancellationToken
        );
        var modules = await offers.ReadChosenAsync(draft, cancellationToken);
        var rounds = await scheduleReading.RoundsAsync(
            draft.Programme,
            terms.Schedule,
            cancellationToken
        );
        string[] dates =
        [
            scheduleSentence.Of(kind, terms.Schedule),
            .. scheduleReading.InWords(kind, rounds),
            .. LatecomersIn(kind, terms.Schedule),
        ];
        var contact = await ContactAsync(draft, cancellationToken);
        return new(
            [
                new(DraftStep.Name, [terms.Name, terms.Summary]),
                new(DraftStep.Audience, AudienceIn(terms, names, tally)),
                new(DraftStep.Modules, [.. modules.Select(module => module.Title)]),
                new(DraftStep.Statement, StatementsIn(draft)),
                new(DraftStep.When, dates),
                new(DraftStep.Reminders, RemindersIn(terms.Reminders)),
                new(DraftStep.Elsewhere, ElsewhereIn(terms, modules)),
                new(DraftStep.Contact, [contact]),
            ],
            FairnessChecks.Of(
                new(
                    kind,
                    modules,
                    rounds,
                    tally,
                    draft.AskedKinds,
                    [.. terms.Audience.Groups.Select(group => audienceSentence.Of(group, names))],
                    [
                        .. names.Gone.Select(id =>
                            names.Units.GetValueOrDefault(id) ?? texts["UnknownUnit"].Value
                        ),
                    ]
                )
            )
        );
    }

    private string[] AudienceIn(ProgrammeTerms terms, AudienceNames names, AudienceTally tally) =>
        [
            audienceSentence.Of(terms.Audience, names),
            tally.People switch
            {
                0 => texts["CountNone"],
                1 => texts["CountOne"],
                var many => texts["CountMany", many],
            },
        ];

    private string[] StatementsIn(ProgrammeDraft draft) =>
        [
            .. draft.PossibleKinds.Select(kind =>
                draft.Terms.Statements.TryGetValue(kind, out var words)
                    ? texts["SummaryStatement", texts[$"Kind-{kind}"].Value, words].Value
                    : texts["StatementNotAsked", texts[$"Kind-{kind}"].Value].Value
            ),
        ];

    private IEnumerable<string> LatecomersIn(ProgrammeKind kind, ProgrammeSchedule schedule)
    {
        if (kind is ProgrammeKind.Yearly or ProgrammeKind.OneOff)
        {
            yield return schedule.LatecomersOwe switch
            {
                true => texts["SummaryLatecomers", schedule.DueInWorkingDays],
                null when kind is ProgrammeKind.Yearly => texts[
                    "SummaryLatecomersUsual",
                    schedule.DueInWorkingDays
                ],
                _ => texts["SummaryNoLatecomers"],
            };
        }
        else if (kind is ProgrammeKind.Election)
        {
            yield return texts["SummaryLatecomers", schedule.DueInWorkingDays];
        }
    }

    private string[] RemindersIn(ReminderTerms reminders)
    {
        string[] lines =
        [
            .. Said(reminders.OnOpening, "SummaryOnOpening"),
            .. Said(reminders.DaysBefore is not null, "SummaryBefore", reminders.DaysBefore),
            .. Said(reminders.OnTheDay, "SummaryOnTheDay"),
            .. Said(reminders.WeeksAfter > 0, "SummaryAfter", reminders.WeeksAfter),
            .. Said(reminders.ToLeaders, "SummaryLeaders"),
            .. Said(
                reminders.ToHumanResourcesAfterDays is not null,
                "SummaryHumanResources",
                reminders.ToHumanResourcesAfterDays
            ),
        ];
        return lines.Length == 0 ? [texts["SummaryNoReminders"]] : lines;
    }

    private IEnumerable<string> Said(bool isSo, string key, int? number = null)
    {
        if (isSo)
        {
            yield return number is { } some ? texts[key, some] : texts[key];
        }
    }

    private string[] ElsewhereIn(ProgrammeTerms terms, IReadOnlyList<ModuleOffer> modules)
    {
        string[] accepted =
        [
            .. modules
                .Where(module => terms.AcceptedElsewhere.Contains(module.Slug))
                .Select(module => module.Title),
        ];
        return accepted.Length == 0 ? [texts["SummaryNoElsewhere"]] : accepted;
    }

    private async Task<string> ContactAsync(
        ProgrammeDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (draft.Terms.ContactAccountId is not { } accountId)
        {
            return texts["ContactFirst", draft.Agency.ShortName];
        }

        var choices = await contacts.ReadAsync(draft.Agency.Id, cancellationToken);
        return choices.FirstOrDefault(choice => choice.AccountId == accountId)?.Name
            ?? texts["ContactGone"];
    }
}
