namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Where an assignment stands on a day.</summary>
public enum AssignmentStatus
{
    /// <summary>It has not opened.</summary>
    NotDue,

    /// <summary>It can be done.</summary>
    Open,

    /// <summary>Its due date has passed.</summary>
    Overdue,

    /// <summary>It was signed.</summary>
    Signed,

    /// <summary>Leave, an open question or an exemption: the same to everyone but those who handle them.</summary>
    OnHold,

    /// <summary>The person read it and does not agree.</summary>
    Declined,

    /// <summary>Another assignment took its place.</summary>
    Superseded,

    /// <summary>The person left.</summary>
    Left,
}
