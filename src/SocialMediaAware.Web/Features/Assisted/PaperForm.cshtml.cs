using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>A form to print and sign by hand. Each view is written to the audit log.</summary>
public sealed class PaperFormModel(PaperForms forms, AuditLog audit) : PageModel
{
    /// <summary>Whether it is in large print.</summary>
    [FromQuery(Name = "large")]
    public bool IsLarge { get; set; }

    /// <summary>The form.</summary>
    public PaperFormView View { get; private set; } = null!;

    /// <summary>The first and the last digits of a fingerprint: enough to compare two papers by eye.</summary>
    public static string Short(byte[] hash)
    {
        var digits = Convert.ToHexStringLower(hash);
        return $"{digits[..4]} {digits[4..8]} … {digits[^4..]}";
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid form, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(form, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            view.Form.AgencyId,
            $"/assisted/paper/forms/{form}",
            $"Form of person {view.Form.PersonId}",
            cancellationToken
        );
        return Page();
    }
}
