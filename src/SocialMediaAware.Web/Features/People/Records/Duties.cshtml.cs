using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>What somebody is asked for, and why. Each view is written to the audit log.</summary>
public sealed class DutiesModel(RecordAccess access, ExplainingDuties explaining, AuditLog audit)
    : PageModel
{
    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>What is asked, with the reasons.</summary>
    public IReadOnlyList<ExplainedDuty> Duties { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        Duties = await explaining.ReadAsync(person, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            record.AgencyId,
            $"/people/person/{person}/duties",
            "",
            cancellationToken
        );
        return Page();
    }
}
