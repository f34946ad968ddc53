namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>What can be done to a launched programme as a whole.</summary>
public enum StandingAct
{
    /// <summary>Everything goes on hold.</summary>
    Pause,

    /// <summary>It goes on.</summary>
    Resume,

    /// <summary>Nothing more is asked.</summary>
    End,
}
