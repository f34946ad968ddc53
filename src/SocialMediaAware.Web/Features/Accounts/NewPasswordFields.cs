using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>The two fields of a new password, wherever one is chosen.</summary>
internal static class NewPasswordFields
{
    /// <summary>Checks both, and says at the field what to do; true when there is nothing to say.</summary>
    public static bool CheckNewPassword(
        this ModelStateDictionary state,
        string field,
        string? password,
        string againField,
        string? again,
        string email,
        IStringLocalizer<AccountsTexts> texts
    )
    {
        if (string.IsNullOrEmpty(password))
        {
            state.AddModelError(field, texts["NewPasswordMissing"]);
            return false;
        }

        if (NewPassword.Check(password, email) is { } problem)
        {
            state.AddModelError(field, texts[$"Password{problem}"]);
            return false;
        }

        if (password != again)
        {
            state.AddModelError(againField, texts["PasswordsDiffer"]);
            return false;
        }

        return true;
    }
}
