using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Says steps of a restructure in words.</summary>
public sealed class RestructureWords
{
    private readonly IStringLocalizer<UnitsTexts> texts;
    private readonly Dictionary<Guid, string> names;

    /// <summary>Knows the units of an agency and those that a restructure makes, by the names they have before it.</summary>
    public RestructureWords(
        RestructurePlan plan,
        UnitChronicle before,
        IStringLocalizer<UnitsTexts> texts
    )
    {
        this.texts = texts;
        // The name of the day where there is one; otherwise the last that there was.
        names = before
            .Spans.OrderBy(span => span.HoldsOn(plan.On))
            .ThenBy(span => span.From)
            .GroupBy(span => span.UnitId)
            .ToDictionary(unit => unit.Key, unit => unit.Last().Name);
        foreach (var step in plan.Steps.Where(step => step.MakesUnit))
        {
            names[step.IntoId] = step.Name;
        }
    }

    /// <summary>What a unit is called.</summary>
    public string NameOf(Guid? unitId) =>
        unitId is { } id && names.TryGetValue(id, out var name) ? name : texts["UnknownUnit"];

    /// <summary>A step as a sentence.</summary>
    public string Of(RestructureStep step) =>
        step.Kind switch
        {
            RestructureStepKind.Rename => texts["StepRename", NameOf(step.UnitId), step.Name],
            RestructureStepKind.Move => texts[
                "StepMove",
                NameOf(step.UnitId),
                NameOf(step.AboveId)
            ],
            RestructureStepKind.Close => texts["StepClose", NameOf(step.UnitId)],
            RestructureStepKind.Split => texts[
                step.PersonIds.Count == 1 ? "StepSplitOne" : "StepSplit",
                NameOf(step.UnitId),
                step.Name,
                step.PersonIds.Count
            ],
            _ => texts[
                step.MakesUnit ? "StepMergeNew" : "StepMerge",
                string.Join(", ", step.Ending.Select(id => NameOf(id))),
                NameOf(step.IntoId)
            ],
        };
}
