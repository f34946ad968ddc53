using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>One act in the history of a person's record.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Kind">What kind of act it was; null for what was there before acts were kept, or was done by an agency of others.</param>
/// <param name="By">Who did it; null where that is not known.</param>
/// <param name="Feed">The feed that brought it; empty for what was done by hand.</param>
/// <param name="Reason">Why; empty for auditors.</param>
/// <param name="Detail">What changed that is no fact.</param>
/// <param name="NoLonger">What turned out otherwise, in words.</param>
/// <param name="Now">What was learnt, in words.</param>
public sealed record HistoryEntry(
    DateTimeOffset At,
    PeopleChangeKind? Kind,
    string? By,
    string Feed,
    string Reason,
    string Detail,
    IReadOnlyList<string> NoLonger,
    IReadOnlyList<string> Now
);

/// <summary>Tells in words how the record of a person came about: each act, the newest first.</summary>
public sealed class PersonHistory(IStringLocalizer<PeopleTexts> texts)
{
    /// <summary>Tells it.</summary>
    /// <param name="facts">What is held.</param>
    /// <param name="isForHr">Whether HR reads it: former names, reasons and details are for HR alone.</param>
    public IReadOnlyList<HistoryEntry> Tell(PersonFacts facts, bool isForHr)
    {
        var all = facts.All().ToList();
        var learnt = all.ToLookup(fact => (fact.LearntInId, fact.LearntAt));
        var unlearnt = all.Where(fact => fact.UnlearntAt is not null)
            .ToLookup(fact => (fact.UnlearntInId, At: fact.UnlearntAt!.Value));
        return
        [
            .. learnt
                .Select(group => group.Key)
                .Union(unlearnt.Select(group => (group.Key.UnlearntInId, group.Key.At)))
                // Acts that changed no fact, such as another address.
                .Union(facts.Acts.Values.Select(act => ((Guid?)act.Id, act.At)))
                .OrderByDescending(key => key.Item2)
                .ThenByDescending(key => key.Item1)
                .Select(key => Entry(facts, key, [.. unlearnt[key]], [.. learnt[key]], isForHr))
                .OfType<HistoryEntry>(),
        ];
    }

    private HistoryEntry? Entry(
        PersonFacts facts,
        (Guid? Id, DateTimeOffset At) key,
        IReadOnlyList<IFact> unlearnt,
        IReadOnlyList<IFact> learnt,
        bool isForHr
    )
    {
        var act = key.Id is { } id ? facts.Acts.GetValueOrDefault(id) : null;
        if (!isForHr && act?.Kind is PeopleChangeKind.Leave or PeopleChangeKind.Relief)
        {
            return null;
        }

        var before = unlearnt.Select(fact => InWords(facts, fact, isForHr)).ToList();
        var after = learnt.Select(fact => InWords(facts, fact, isForHr)).ToList();
        return new HistoryEntry(
            key.At,
            act?.Kind,
            act?.By,
            act?.Feed ?? "",
            isForHr ? act?.Reason ?? "" : "",
            isForHr ? act?.Detail ?? "" : "",
            // What was said again word for word did not change.
            [.. before.Except(after, StringComparer.Ordinal)],
            [.. after.Except(before, StringComparer.Ordinal)]
        );
    }

    private string InWords(PersonFacts facts, IFact fact, bool isForHr)
    {
        if (fact is PersonName && !isForHr)
        {
            return texts["Fact-AName"];
        }

        var what = fact switch
        {
            PersonName { OfficialName: { } official } name => texts[
                "Fact-TwoNames",
                name.Name,
                official
            ],
            PersonName name => texts["Fact-Name", name.Name],
            Placement placement => texts[
                placement.IsSecondment ? "Fact-Secondment" : "Fact-Placement",
                placement.Position,
                facts.UnitName(placement.UnitId, placement.HoldsFrom),
                texts[$"Kind-{placement.Kind}"].Value,
                Rest(placement)
            ],
            Leadership leadership => texts[
                leadership.IsActing ? "Fact-ActingLeader" : "Fact-Leader",
                facts.LeaderNames.GetValueOrDefault(leadership.LeaderId, "")
            ],
            PersonFlag flag => texts[$"Flag-{flag.Flag}"],
            Leave => texts["Fact-Leave"],
            _ => texts["Fact-Exemption"],
        };
        return fact.HoldsUntil is { } until
            ? texts[
                "Fact-FromUntil",
                what.Value,
                fact.HoldsFrom.InFewWords(),
                until.AddDays(-1).InFewWords()
            ]
            : texts["Fact-From", what.Value, fact.HoldsFrom.InFewWords()];
    }

    private string Rest(Placement placement)
    {
        string?[] parts =
        [
            placement.Region,
            placement.EmployeeNumber is { } number ? texts["Fact-Number", number].Value : null,
            placement.WorkDays is WorkDays.Weekdays ? null : DaysInWords(placement.WorkDays, texts),
        ];
        var rest = string.Join(", ", parts.OfType<string>());
        return rest.Length == 0 ? "" : $", {rest}";
    }

    /// <summary>The days of the week somebody works, such as Monday, Tuesday and Friday.</summary>
    public static string DaysInWords(WorkDays days, IStringLocalizer<PeopleTexts> texts)
    {
        if (days is WorkDays.Weekdays)
        {
            return texts["Days-Weekdays"];
        }

        var names = PlacementForm.Names(days).Select(day => texts[$"Day-{day}"].Value).ToList();
        return names.Count < 2
            ? string.Concat(names)
            : texts["AndLast", string.Join(", ", names.SkipLast(1)), names[^1]];
    }
}
