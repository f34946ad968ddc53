using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Reads why something is done to a programme.</summary>
public static class ReasonField
{
    /// <summary>The name of the field.</summary>
    public const string Name = "Reason";

    /// <summary>The reason as it was typed; null after an error was noted.</summary>
    public static string? Read(
        string? typed,
        ModelStateDictionary errors,
        IStringLocalizer<RunningTexts> texts
    )
    {
        var reason = typed?.Trim() ?? "";
        if (reason.Length is > 0 and <= ProgrammeChange.ReasonLength)
        {
            return reason;
        }

        errors.AddModelError(
            Name,
            reason.Length == 0
                ? texts["ReasonMissing"]
                : texts["ReasonTooLong", ProgrammeChange.ReasonLength]
        );
        return null;
    }
}
