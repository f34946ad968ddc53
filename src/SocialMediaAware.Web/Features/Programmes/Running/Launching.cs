namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Launches a programme: from now on the planner makes assignments of it.</summary>
public sealed class Launching(ProgrammeActs acts, LaunchChecks checks, TimeProvider clock)
{
    /// <summary>Has the draft hold, launches, and plans at once. Launching twice changes nothing.</summary>
    /// <param name="id">The programme.</param>
    /// <param name="revision">How often it had been changed when the account looked at the preview.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ProgrammeOutcome> LaunchAsync(
        Guid id,
        int revision,
        CancellationToken cancellationToken
    ) =>
        acts.DoAsync(
            id,
            revision,
            programme => programme.LaunchedAt is not null,
            kept => LaunchAsync(kept, cancellationToken),
            cancellationToken
        );

    private async Task<ProgrammeOutcome> LaunchAsync(
        KeptProgramme kept,
        CancellationToken cancellationToken
    )
    {
        var programme = kept.Programme;
        if (programme.LaunchedAt is not null)
        {
            return ProgrammeOutcome.Done;
        }

        if (programme.EndedAt is not null)
        {
            return ProgrammeOutcome.Refused;
        }

        var terms = kept.NextTerms;
        var obstacles = await checks.FindAsync(programme, terms, cancellationToken);
        if (obstacles.Any)
        {
            return ProgrammeOutcome.Refused;
        }

        var held = await acts.AdoptAsync(kept, terms, cancellationToken);
        var missing = programme.Launch(held.ModuleSlugs.ToHashSet(), clock.GetUtcNow());
        if (missing.Count > 0)
        {
            return ProgrammeOutcome.Refused;
        }

        acts.Record(kept, held, ProgrammeChangeKind.Launched, reason: "");
        return ProgrammeOutcome.Done;
    }
}
