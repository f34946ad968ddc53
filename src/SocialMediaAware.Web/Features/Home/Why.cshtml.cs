using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Home;

/// <summary>What the reader is asked for, and why.</summary>
public sealed class WhyModel(ExplainingDuties explaining, SignedIn signedIn) : PageModel
{
    /// <summary>What is asked, with the reasons.</summary>
    public IReadOnlyList<ExplainedDuty> Duties { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Duties = signedIn.PersonId is { } personId
            ? await explaining.ReadAsync(personId, cancellationToken)
            : [];
}
