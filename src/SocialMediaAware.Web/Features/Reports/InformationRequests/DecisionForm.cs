using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>What was chosen about a figure, as it was sent.</summary>
public sealed class DecisionForm : IFormFields
{
    /// <summary>The word for withholding it.</summary>
    public const string Withhold = "withhold";

    /// <summary>The word for showing it.</summary>
    public const string Show = "show";

    /// <summary>What is chosen: <see cref="Withhold" /> or <see cref="Show" />.</summary>
    public string? Choice { get; set; }

    /// <summary>On which ground.</summary>
    public WithholdingGround? Ground { get; set; }

    /// <summary>What there is to say about the ground.</summary>
    public string? GroundWords { get; set; }

    /// <summary>The form with what was offered or decided; with nothing where a figure is just shown.</summary>
    public static DecisionForm Of(SuppressionDecision? decision) =>
        new()
        {
            Choice = decision is { Standing: not DecisionStanding.Shown } ? Withhold : Show,
            Ground = decision?.Ground,
            GroundWords = decision?.GroundWords,
        };

    /// <summary>Reads it; null where something is wrong with it, which is then among the errors.</summary>
    public Choice? Read(
        ModelStateDictionary errors,
        IStringLocalizer<InformationRequestsTexts> texts
    )
    {
        // What the binder made of a value that is no choice is said in our words.
        errors.Clear();
        var words = (GroundWords ?? "").ReplaceLineEndings(" ").Trim();
        var isWithheld = Choice == Withhold;
        Check(nameof(Choice), Choice is not (Withhold or Show), texts["ChoiceMissing"]);
        Check(
            nameof(Ground),
            isWithheld && (Ground is null || !Enum.IsDefined(Ground.Value)),
            texts["GroundMissing"]
        );
        Check(
            nameof(GroundWords),
            isWithheld && Ground is WithholdingGround.Other && words.Length == 0,
            texts["GroundWordsMissing"]
        );
        Check(
            nameof(GroundWords),
            words.Length > SuppressionDecision.GroundLength,
            texts["TooLong", SuppressionDecision.GroundLength]
        );
        return errors.IsValid
            ? new(isWithheld, Ground ?? WithholdingGround.Privacy, isWithheld ? words : "")
            : null;

        void Check(string field, bool isWrong, string says)
        {
            if (isWrong)
            {
                errors.AddModelError(field, says);
            }
        }
    }
}
