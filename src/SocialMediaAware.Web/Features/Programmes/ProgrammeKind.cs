namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>What kind of occasion makes a programme's assignments.</summary>
public enum ProgrammeKind
{
    /// <summary>When someone starts.</summary>
    Onboarding,

    /// <summary>Once a year, in a window of the calendar.</summary>
    Yearly,

    /// <summary>Before an election.</summary>
    Election,

    /// <summary>When a rule changed materially.</summary>
    PolicyChange,

    /// <summary>Once.</summary>
    OneOff,
}

/// <summary>Where a programme stands.</summary>
public enum ProgrammeStanding
{
    /// <summary>It is drawn up, and nobody is asked yet.</summary>
    Draft,

    /// <summary>It makes assignments.</summary>
    Running,

    /// <summary>It stands still.</summary>
    Paused,

    /// <summary>It asks nothing more.</summary>
    Ended,
}
