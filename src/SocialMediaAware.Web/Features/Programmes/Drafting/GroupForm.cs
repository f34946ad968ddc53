using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>A group of an audience as a form sends it. What is no kind, unit or task is passed over: no box says it.</summary>
/// <param name="Kinds">The kinds of person.</param>
/// <param name="Units">The units.</param>
/// <param name="Below">Of the units, those with the units below them.</param>
/// <param name="Flags">The tasks that are asked for.</param>
/// <param name="Every">Whether every one of them is, as <c>every</c>.</param>
/// <param name="Without">The tasks that nobody of the group has.</param>
public sealed record GroupForm(
    string[]? Kinds,
    string[]? Units,
    string[]? Below,
    string[]? Flags,
    string? Every,
    string[]? Without
)
{
    /// <summary>The value of the choice that asks for every task.</summary>
    public const string EveryTask = "every";

    /// <summary>The form that states a group.</summary>
    public static GroupForm Of(AudienceGroup group) =>
        new(
            [.. group.Kinds.Select(kind => kind.ToString())],
            [.. group.Units.Select(unit => unit.UnitId.ToString())],
            [
                .. group
                    .Units.Where(unit => unit.WithUnitsBelow)
                    .Select(unit => unit.UnitId.ToString()),
            ],
            [.. group.Flags],
            group.NeedsEveryFlag ? EveryTask : null,
            [.. group.WithoutFlags]
        );

    /// <summary>The group that it states.</summary>
    /// <param name="unitIds">The units that can be chosen.</param>
    public AudienceGroup ToGroup(IReadOnlyCollection<Guid> unitIds)
    {
        string[] flags = [.. AudienceFlags.All.Where(flag => Flags?.Contains(flag) is true)];
        return new()
        {
            Kinds =
            [
                .. Enum.GetValues<PersonKind>()
                    .Where(kind => Kinds?.Contains(kind.ToString()) is true),
            ],
            Units =
            [
                .. unitIds
                    .Where(id => Units?.Contains(id.ToString()) is true)
                    .Select(id => new AudienceUnit(id, Below?.Contains(id.ToString()) is true)),
            ],
            Flags = flags,
            NeedsEveryFlag = flags.Length > 1 && Every == EveryTask,
            WithoutFlags = [.. AudienceFlags.All.Where(flag => Without?.Contains(flag) is true)],
        };
    }

    /// <summary>Says in the model state what is wrong with a group.</summary>
    public static void Check(
        AudienceGroup group,
        ModelStateDictionary errors,
        AudienceSentence sentence,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        if (group is { Kinds.Count: 0, Units.Count: 0, Flags.Count: 0, WithoutFlags.Count: 0 })
        {
            errors.AddModelError(nameof(Kinds), texts["GroupEmpty"]);
        }

        foreach (var flag in group.Flags.Intersect(group.WithoutFlags))
        {
            errors.AddModelError(nameof(Without), texts["TaskBoth", sentence.TaskOf(flag)]);
        }
    }
}
