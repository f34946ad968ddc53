using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>The elections, and what their times mean for staff.</summary>
public sealed class IndexModel(ElectionList elections, SignedIn signedIn, TimeProvider clock)
    : PageModel
{
    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Elections that are to come or not over, the nearest first.</summary>
    public IReadOnlyList<ElectionLine> Coming { get; private set; } = [];

    /// <summary>Elections that are over, the newest first.</summary>
    public IReadOnlyList<ElectionLine> Past { get; private set; } = [];

    /// <summary>What time it is for the reader.</summary>
    public ElectionPhase Phase { get; private set; }

    /// <summary>Whether the reader may change elections.</summary>
    public bool IsKeeper { get; } = signedIn.KeepsElections();

    /// <summary>The date.</summary>
    public DateOnly Today { get; } = clock.Today();

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await elections.ReadAsync(cancellationToken);
        Coming = [.. all.Where(line => !IsOver(line))];
        Past = [.. all.Where(IsOver).Reverse()];
        Phase = ElectionPhases.On(
            Today,
            all.Where(line => line.IsOn).Select(line => line.Election.Dates)
        );
    }

    private bool IsOver(ElectionLine line) =>
        line.Election.PollingDay < Today && line.Phase is not ElectionPhase.PostElection;
}
