namespace SocialMediaAware.Web.Mail;

/// <summary>
/// How the delivery of mail goes, as far as this process knows since it started: what went well last, and what did not. A mail or
/// an address that was refused says nothing about the delivery.
/// </summary>
public sealed class MailDeliveryState
{
    // Replaced as a whole, so that who reads it never sees half of a change.
    private Known known = new(null, null, "");

    /// <summary>When a mail was last handed over (UTC); null when none was.</summary>
    public DateTimeOffset? LastDeliveredAt => Volatile.Read(ref known).DeliveredAt;

    /// <summary>When a mail could last not be handed over (UTC); null when that never happened.</summary>
    public DateTimeOffset? LastProblemAt => Volatile.Read(ref known).ProblemAt;

    /// <summary>Why, in words; empty when that never happened. Never a part of a mail.</summary>
    public string LastProblem => Volatile.Read(ref known).Problem;

    /// <summary>Whether the last attempt went wrong.</summary>
    public bool IsInTrouble
    {
        get
        {
            var now = Volatile.Read(ref known);
            return now.ProblemAt is { } problem
                && (now.DeliveredAt is not { } delivered || delivered < problem);
        }
    }

    /// <summary>Notes what came of handing a mail over.</summary>
    public void Note(MailHandOver handOver, DateTimeOffset at)
    {
        Known before;
        Known after;
        do
        {
            before = Volatile.Read(ref known);
            after = handOver.Outcome switch
            {
                MailOutcome.Delivered => before with { DeliveredAt = at },
                MailOutcome.Refused => before,
                _ => before with { ProblemAt = at, Problem = handOver.Problem },
            };
        } while (!ReferenceEquals(Interlocked.CompareExchange(ref known, after, before), before));
    }

    private sealed record Known(
        DateTimeOffset? DeliveredAt,
        DateTimeOffset? ProblemAt,
        string Problem
    );
}
