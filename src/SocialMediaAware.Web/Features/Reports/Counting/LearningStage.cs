using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>How far people have come with what they have not signed.</summary>
public enum LearningStage
{
    /// <summary>Nothing of it was opened.</summary>
    NotOpened,

    /// <summary>They read.</summary>
    Reading,

    /// <summary>They began to practise, and have not passed everything.</summary>
    Practising,

    /// <summary>They passed everything and have not signed.</summary>
    ReadyToSign,
}

/// <summary>What statuses mean in figures.</summary>
public static class StatusMeaning
{
    /// <summary>Whether it counts in the rate's denominator: signed, open, overdue or declined.</summary>
    public static bool IsDue(this AssignmentStatus status) =>
        status
            is AssignmentStatus.Signed
                or AssignmentStatus.Open
                or AssignmentStatus.Overdue
                or AssignmentStatus.Declined;

    /// <summary>Whether the person can still sign it and is asked to.</summary>
    public static bool IsAsked(this AssignmentStatus status) =>
        status is AssignmentStatus.Open or AssignmentStatus.Overdue;
}
