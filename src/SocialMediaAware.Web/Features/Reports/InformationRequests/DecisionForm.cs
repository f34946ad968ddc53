using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Reads what was chosen about a figure.</summary>
public static class DecisionForm
{
    /// <summary>The choice; null where something is wrong with it, which is then among the errors.</summary>
    public static Choice? Read(
        string? choice,
        WithholdingGround? ground,
        string? groundWords,
        ModelStateDictionary errors,
        IStringLocalizer<InformationRequestsTexts> texts
    )
    {
        var words = (groundWords ?? "").ReplaceLineEndings(" ").Trim();
        if (choice is not (DecideModel.Withhold or DecideModel.Show))
        {
            errors.AddModelError(nameof(DecideModel.Choice), texts["ChoiceMissing"]);
        }

        var isWithheld = choice == DecideModel.Withhold;
        if (isWithheld && (ground is null || !Enum.IsDefined(ground.Value)))
        {
            errors.AddModelError(nameof(DecideModel.Ground), texts["GroundMissing"]);
        }

        if (isWithheld && ground is WithholdingGround.Other && words.Length == 0)
        {
            errors.AddModelError(nameof(DecideModel.GroundWords), texts["GroundWordsMissing"]);
        }

        if (words.Length > SuppressionDecision.GroundLength)
        {
            errors.AddModelError(
                nameof(DecideModel.GroundWords),
                texts["TooLong", SuppressionDecision.GroundLength]
            );
        }

        return errors.IsValid
            ? new(isWithheld, ground ?? WithholdingGround.Privacy, isWithheld ? words : "")
            : null;
    }
}
