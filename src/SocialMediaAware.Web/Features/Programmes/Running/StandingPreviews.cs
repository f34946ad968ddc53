using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>What pausing, taking up or ending a programme would do.</summary>
/// <param name="Counts">What the planner would do.</param>
/// <param name="Now">How its assignments stand now.</param>
/// <param name="PausedSince">Since when it stands still; null while it does not.</param>
public sealed record StandingPreview(WhatIfCounts Counts, StandingCounts Now, DateOnly? PausedSince)
{
    /// <summary>The same for the same numbers.</summary>
    public string Fingerprint() => $"{Counts}/{Now[AssignmentStatus.Signed]}";
}

/// <summary>Works out what pausing, taking up or ending a programme would do, and changes nothing.</summary>
public sealed class StandingPreviews(WhatIf whatIf, ProgrammeNumbers numbers, TimeProvider clock)
{
    /// <summary>What it would do; null when the programme does not stand so that it could be done.</summary>
    public async Task<StandingPreview?> ReadAsync(
        KeptProgramme kept,
        StandingAct act,
        CancellationToken cancellationToken
    )
    {
        if (!IsPossible(kept.Programme, act))
        {
            return null;
        }

        var now = kept.AsPlanned(kept.Terms, default);
        var today = clock.Today();
        var otherwise = act switch
        {
            StandingAct.Pause => now with { Pauses = [.. now.Pauses, new LeavePause(today, null)] },
            StandingAct.Resume => now with
            {
                Pauses =
                [
                    .. now.Pauses.Select(pause => pause with { Until = pause.Until ?? today }),
                ],
            },
            _ => now with { EndedAt = clock.GetUtcNow() },
        };
        return new(
            await whatIf.AskAsync(otherwise, cancellationToken),
            await numbers.ReadAsync(kept.Programme.Id, cancellationToken),
            kept.Programme.Pauses.FirstOrDefault(pause => pause.Until is null)?.From
        );
    }

    /// <summary>Whether a programme stands so that it can be done.</summary>
    public static bool IsPossible(Programme programme, StandingAct act) =>
        (act, programme.Standing)
            is
                (StandingAct.Pause, ProgrammeStanding.Running)
                or
                (StandingAct.Resume, ProgrammeStanding.Paused)
                or
                (StandingAct.End, ProgrammeStanding.Running or ProgrammeStanding.Paused);
}
