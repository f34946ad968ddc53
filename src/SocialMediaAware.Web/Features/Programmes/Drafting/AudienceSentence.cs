using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Says in a sentence whom a programme is for.</summary>
public sealed class AudienceSentence(IStringLocalizer<DraftingTexts> texts)
{
    /// <summary>The whole audience, such as “Employees in Finance and the units below it who are spokespeople; or volunteers.”</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="names">What its units are called.</param>
    /// <param name="askedKinds">The kinds that have words to sign, where it is for everybody; null for every kind.</param>
    public string Of(
        ProgrammeAudience audience,
        AudienceNames names,
        IReadOnlyCollection<PersonKind>? askedKinds = null
    )
    {
        if (audience.Groups.Count > 0)
        {
            return Sentence(
                string.Join(
                    texts["OrGroup"],
                    audience.Groups.Select(group => PhraseOf(group, names))
                )
            );
        }

        var isForEveryKind =
            askedKinds is null
            || askedKinds.Count == 0
            || Enum.GetValues<PersonKind>().All(askedKinds.Contains);
        return Sentence(
            isForEveryKind
                ? texts["EverybodyIn", names.Agency]
                : texts["KindsIn", Listed(askedKinds!.Order().Select(KindOf), "And"), names.Agency]
        );
    }

    /// <summary>One group of it.</summary>
    public string Of(AudienceGroup group, AudienceNames names) => Sentence(PhraseOf(group, names));

    /// <summary>What people with a task are called, after “who are”.</summary>
    public string TaskOf(string flag) => texts[$"Task-{flag}"];

    private string PhraseOf(AudienceGroup group, AudienceNames names)
    {
        var phrase =
            group.Kinds.Count == 0
                ? texts["People"]
                : Listed(group.Kinds.Order().Select(KindOf), "And");
        if (group.Units.Count > 0)
        {
            phrase = $"{phrase} {Listed(group.Units.Select(unit => UnitOf(unit, names)), "Or")}";
        }

        if (group.Flags.Count > 0)
        {
            phrase = texts["WhoAre", phrase, TasksOf(group)];
        }

        if (group.WithoutFlags.Count == 0)
        {
            return phrase;
        }

        var without = Listed(group.WithoutFlags.Select(TaskOf), "Or");
        return texts[group.Flags.Count > 0 ? "ButNot" : "WhoAreNot", phrase, without];
    }

    private string TasksOf(AudienceGroup group) =>
        group switch
        {
            { NeedsEveryFlag: false } or { Flags.Count: 1 } => Listed(
                group.Flags.Select(TaskOf),
                "Or"
            ),
            { Flags.Count: 2 } => texts["Both", TaskOf(group.Flags[0]), TaskOf(group.Flags[1])],
            _ => texts["EveryOne", Listed(group.Flags.Select(TaskOf), "And")],
        };

    private string UnitOf(AudienceUnit unit, AudienceNames names)
    {
        var name = names.Units.TryGetValue(unit.UnitId, out var known)
            ? known
            : texts["UnknownUnit"].Value;
        if (names.Gone.Contains(unit.UnitId))
        {
            name = texts["UnitThatIsGone", name];
        }

        return texts[unit.WithUnitsBelow ? "InUnitAndBelow" : "InUnit", name];
    }

    private string KindOf(PersonKind kind) => texts[$"Kinds-{kind}"];

    private string Listed(IEnumerable<string> words, string joined) =>
        words.ToArray() switch
        {
            [] => "",
            [var only] => only,
            [.. var first, var last] => texts[joined, string.Join(", ", first), last],
        };

    private string Sentence(string phrase) =>
        phrase.Length == 0
            ? phrase
            : texts["Sentence", char.ToUpper(phrase[0], NewZealandEnglish.Culture) + phrase[1..]];
}
