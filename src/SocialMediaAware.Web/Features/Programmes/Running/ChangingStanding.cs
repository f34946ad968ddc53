using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Pauses a programme, lets it go on, or ends it. What was signed stays in each case.</summary>
public sealed class ChangingStanding(
    PortalDbContext database,
    ProgrammeActs acts,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>Does it, and plans at once. Doing it twice changes nothing.</summary>
    /// <param name="id">The programme.</param>
    /// <param name="act">What is done.</param>
    /// <param name="revision">How often it had been changed when the account looked at the preview.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ProgrammeOutcome> ChangeAsync(
        Guid id,
        StandingAct act,
        int revision,
        string reason,
        CancellationToken cancellationToken
    ) =>
        acts.DoAsync(
            id,
            revision,
            programme => IsDone(programme, act),
            kept => Task.FromResult(Change(kept, act, reason)),
            cancellationToken
        );

    private ProgrammeOutcome Change(KeptProgramme kept, StandingAct act, string reason)
    {
        var programme = kept.Programme;
        if (!StandingPreviews.IsPossible(programme, act))
        {
            return ProgrammeOutcome.Refused;
        }

        // The terms that held, before an end throws a draft away.
        var terms = kept.Terms;
        switch (act)
        {
            case StandingAct.Pause:
                database.Add(programme.Pause(clock.Today(), signedIn.AccountId, clock.GetUtcNow()));
                break;
            case StandingAct.Resume:
                programme.Resume(clock.Today());
                break;
            default:
                programme.End(clock.GetUtcNow());
                break;
        }

        acts.Record(
            kept,
            terms,
            act switch
            {
                StandingAct.Pause => ProgrammeChangeKind.Paused,
                StandingAct.Resume => ProgrammeChangeKind.Resumed,
                _ => ProgrammeChangeKind.Ended,
            },
            reason
        );
        return ProgrammeOutcome.Done;
    }

    private static bool IsDone(Programme programme, StandingAct act) =>
        programme.Standing
        == act switch
        {
            StandingAct.Pause => ProgrammeStanding.Paused,
            StandingAct.Resume => ProgrammeStanding.Running,
            _ => ProgrammeStanding.Ended,
        };
}
