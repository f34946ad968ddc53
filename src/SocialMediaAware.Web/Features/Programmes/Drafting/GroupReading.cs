using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>A unit that can be ticked.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Name">What it is called; for one that is not there today, also that.</param>
/// <param name="Depth">How far below the agency it is.</param>
/// <param name="HasUnitsBelow">Whether there are units below it.</param>
/// <param name="IsTicked">Whether it is ticked.</param>
/// <param name="WithBelow">Whether the units below it are too, or would be.</param>
public sealed record UnitTickLine(
    Guid Id,
    string Name,
    int Depth,
    bool HasUnitsBelow,
    bool IsTicked,
    bool WithBelow
);

/// <summary>What a group can be made of: the agency's units today, and those of the group that are gone.</summary>
public sealed class GroupChoices(
    UnitTree tree,
    AudienceGroup there,
    AudienceNames names,
    AudienceSentence sentence,
    IStringLocalizer<DraftingTexts> texts
)
{
    /// <summary>What the units are called.</summary>
    public AudienceNames Names => names;

    /// <summary>The units that can be chosen.</summary>
    public IReadOnlyList<Guid> UnitIds =>
        [.. tree.InOrder.Select(unit => unit.Id), .. Gone.Select(unit => unit.UnitId)];

    private IEnumerable<AudienceUnit> Gone =>
        there.Units.Where(unit => tree.Find(unit.UnitId) is null);

    /// <summary>The kinds of person.</summary>
    public TickField KindTicks(GroupForm form) =>
        new(
            nameof(GroupForm.Kinds),
            texts["GroupKinds"],
            texts["GroupKindsHint"],
            [
                .. Enum.GetValues<PersonKind>()
                    .Select(kind => new Tick(
                        kind.ToString(),
                        texts[$"Kind-{kind}"],
                        form.Kinds?.Contains(kind.ToString()) is true
                    )),
            ]
        );

    /// <summary>The tasks that are asked for.</summary>
    public TickField TaskTicks(GroupForm form) =>
        Tasks(nameof(GroupForm.Flags), "GroupTasks", form.Flags);

    /// <summary>The tasks that nobody of the group has.</summary>
    public TickField WithoutTicks(GroupForm form) =>
        Tasks(nameof(GroupForm.Without), "GroupWithout", form.Without);

    /// <summary>The units, those that are gone last. The units below come with one unless the form says otherwise.</summary>
    public IReadOnlyList<UnitTickLine> UnitLines(GroupForm form)
    {
        var above = tree.InOrder.Select(unit => unit.ParentId).OfType<Guid>().ToHashSet();
        return
        [
            .. tree.InOrder.Select(unit =>
                LineOf(form, unit.Id, unit.Name, unit.Depth, above.Contains(unit.Id))
            ),
            .. Gone.Select(unit =>
                LineOf(
                    form,
                    unit.UnitId,
                    texts[
                        "UnitThatIsGone",
                        names.Units.GetValueOrDefault(unit.UnitId) ?? texts["UnknownUnit"].Value
                    ],
                    0,
                    true
                )
            ),
        ];
    }

    private static UnitTickLine LineOf(
        GroupForm form,
        Guid id,
        string name,
        int depth,
        bool hasBelow
    )
    {
        var isTicked = form.Units?.Contains(id.ToString()) is true;
        var withBelow = form.Below?.Contains(id.ToString()) is true;
        return new(id, name, depth, hasBelow, isTicked, withBelow || !isTicked);
    }

    private TickField Tasks(string name, string key, string[]? ticked) =>
        new(
            name,
            texts[key],
            texts[$"{key}Hint"],
            [
                .. AudienceFlags.All.Select(flag => new Tick(
                    flag,
                    Capital(sentence.TaskOf(flag)),
                    ticked?.Contains(flag) is true
                )),
            ]
        );

    private static string Capital(string words) =>
        char.ToUpper(words[0], NewZealandEnglish.Culture) + words[1..];
}

/// <summary>Reads what a group can be made of, and how many people it has.</summary>
public sealed class GroupReading(
    AudienceUnits units,
    AudienceCount count,
    AudienceSentence sentence,
    IStringLocalizer<DraftingTexts> texts
)
{
    /// <summary>What a group can be made of.</summary>
    public async Task<GroupChoices> ChoicesAsync(
        Agency agency,
        AudienceGroup there,
        CancellationToken cancellationToken
    )
    {
        var tree = await units.TreeAsync(agency.Id, cancellationToken);
        var gone = await units.NamesAsync(
            agency.ShortName,
            [new() { Groups = [there] }],
            cancellationToken
        );
        var names = tree.InOrder.ToDictionary(unit => unit.Id, unit => unit.Name);
        foreach (var (id, name) in gone.Units)
        {
            names.TryAdd(id, name);
        }

        return new(tree, there, gone with { Units = names }, sentence, texts);
    }

    /// <summary>Whom a group has, and how many people that is today.</summary>
    public async Task<(string Sentence, int People)> CountAsync(
        Agency agency,
        AudienceGroup group,
        AudienceNames names,
        CancellationToken cancellationToken
    )
    {
        var audience = new ProgrammeAudience { Groups = [group] };
        var tally = await count.CountAsync(agency.Id, audience, null, cancellationToken);
        var saysNothing = GroupForm.Of(group) is { Kinds: [], Units: [], Flags: [], Without: [] };
        return (
            sentence.Of(saysNothing ? ProgrammeAudience.Everybody : audience, names),
            tally.People
        );
    }
}
