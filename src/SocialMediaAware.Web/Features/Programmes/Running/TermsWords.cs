using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes.Drafting;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>One thing that terms say.</summary>
public sealed record TermLine(string Label, string Value);

/// <summary>One thing that terms say, and what other terms say of it.</summary>
public sealed record TermDifference(string Label, string Before, string After);

/// <summary>What terms name by id.</summary>
/// <param name="Units">The agency's units.</param>
/// <param name="Accounts">Who an account of its HR is.</param>
public sealed record TermsNames(AudienceNames Units, IReadOnlyDictionary<Guid, string> Accounts);

/// <summary>Says in words what a programme's terms are, and what differs between two.</summary>
public sealed class TermsWords(
    PortalDbContext database,
    ContentStore content,
    AudienceSentence audiences,
    ScheduleSentence schedules,
    IStringLocalizer<RunningTexts> texts,
    TimeProvider clock
)
{
    /// <summary>Reads what an agency's terms name.</summary>
    public async Task<TermsNames> NamesAsync(Agency agency, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var units = await database
            .UnitFacts.Believed()
            .Where(fact => fact.AgencyId == agency.Id)
            .OrderBy(fact => fact.HoldsFrom)
            .Select(fact => new
            {
                fact.UnitId,
                fact.Name,
                IsHere = fact.HoldsFrom <= today
                    && (fact.HoldsUntil == null || fact.HoldsUntil > today),
            })
            .ToListAsync(cancellationToken);
        var accounts = await database
            .RoleGrants.Where(grant =>
                grant.AgencyId == agency.Id && grant.Role == PortalRole.HumanResources
            )
            .Join(
                database.Users,
                grant => grant.AccountId,
                account => account.Id,
                (grant, account) =>
                    new
                    {
                        account.Id,
                        Name = database
                            .PersonNames.Believed()
                            .Where(name => name.PersonId == account.PersonId)
                            .OrderByDescending(name => name.HoldsFrom)
                            .Select(name => name.Name)
                            .FirstOrDefault()
                            ?? account.Email
                            ?? "",
                    }
            )
            .Distinct()
            .ToListAsync(cancellationToken);
        return new(
            new(
                agency.ShortName,
                units
                    .GroupBy(unit => unit.UnitId)
                    .ToDictionary(unit => unit.Key, unit => unit.Last().Name),
                units
                    .GroupBy(unit => unit.UnitId)
                    .Where(unit => unit.All(fact => !fact.IsHere))
                    .Select(unit => unit.Key)
                    .ToHashSet()
            ),
            accounts
                .GroupBy(account => account.Id)
                .ToDictionary(account => account.Key, account => account.First().Name)
        );
    }

    /// <summary>Who, what and when: what a reader wants to know first.</summary>
    public IReadOnlyList<TermLine> Tell(
        ProgrammeKind kind,
        ProgrammeTerms terms,
        TermsNames names
    ) =>
        [
            new(
                texts["Who"],
                audiences.Of(terms.Audience, names.Units, [.. terms.Statements.Keys])
            ),
            new(texts["What"], ModulesOf(terms.ModuleSlugs)),
            new(texts["When"], schedules.Of(kind, terms.Schedule)),
            new(texts["RemindersAre"], RemindersOf(terms.Reminders)),
            new(texts["Elsewhere"], ElsewhereOf(terms)),
            new(texts["Contact"], ContactOf(terms, names)),
        ];

    /// <summary>What differs, in the order in which terms are drawn up.</summary>
    public IReadOnlyList<TermDifference> Differences(
        ProgrammeKind kind,
        ProgrammeTerms before,
        ProgrammeTerms after,
        TermsNames names
    )
    {
        List<TermDifference> all =
        [
            new(texts["Name"], before.Name, after.Name),
            new(texts["Summary"], before.Summary, after.Summary),
            .. Tell(kind, before, names)
                .Zip(
                    Tell(kind, after, names),
                    (was, becomes) => new TermDifference(was.Label, was.Value, becomes.Value)
                ),
            new(texts["LateJoiners"], LateJoinersOf(kind, before), LateJoinersOf(kind, after)),
        ];
        foreach (var person in Enum.GetValues<PersonKind>())
        {
            all.Add(
                new(
                    texts[$"WordsOf-{person}"],
                    before.Statements.GetValueOrDefault(person, texts["NotAsked"]),
                    after.Statements.GetValueOrDefault(person, texts["NotAsked"])
                )
            );
        }

        return [.. all.Where(one => one.Before != one.After)];
    }

    private string ModulesOf(IEnumerable<string> slugs)
    {
        var titles = slugs
            .Select(slug => content.Library.FindPublished(slug)?.Title ?? slug)
            .ToList();
        return titles.Count == 0 ? texts["None"] : string.Join(", ", titles);
    }

    private string RemindersOf(ReminderTerms reminders)
    {
        var said = new List<string>();
        if (reminders.OnOpening)
        {
            said.Add(texts["RemindOpening"]);
        }

        if (reminders.DaysBefore is { } days)
        {
            said.Add(texts["RemindBefore", days]);
        }

        if (reminders.OnTheDay)
        {
            said.Add(texts["RemindOnTheDay"]);
        }

        if (reminders.WeeksAfter > 0)
        {
            said.Add(texts["RemindAfter", reminders.WeeksAfter]);
        }

        if (reminders.ToLeaders)
        {
            said.Add(texts["RemindLeaders"]);
        }

        if (reminders.ToHumanResourcesAfterDays is { } late)
        {
            said.Add(texts["RemindHumanResources", late]);
        }

        return said.Count == 0 ? texts["RemindNobody"] : string.Join(" ", said);
    }

    private string ElsewhereOf(ProgrammeTerms terms) =>
        terms.AcceptedElsewhere.Count == 0
            ? texts["ElsewhereNone"]
            : texts["ElsewhereFor", ModulesOf(terms.AcceptedElsewhere)];

    private string ContactOf(ProgrammeTerms terms, TermsNames names) =>
        terms.ContactAccountId is { } id
            ? names.Accounts.GetValueOrDefault(id, texts["ContactUnknown"])
            : texts["ContactFirst"];

    private string LateJoinersOf(ProgrammeKind kind, ProgrammeTerms terms) =>
        kind is ProgrammeKind.Onboarding or ProgrammeKind.PolicyChange ? ""
        : terms.Schedule.LatecomersOwe is false ? texts["LateJoinersNot"]
        : terms.Schedule.LatecomersOwe is true || kind is ProgrammeKind.Election
            ? texts["LateJoinersDo", terms.Schedule.DueInWorkingDays]
        : texts["LateJoinersUsual", terms.Schedule.DueInWorkingDays];
}
