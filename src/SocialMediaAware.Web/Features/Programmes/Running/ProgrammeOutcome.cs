namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>How launching, changing, pausing or ending a programme ended.</summary>
public enum ProgrammeOutcome
{
    /// <summary>It is done, now or by the same form before.</summary>
    Done,

    /// <summary>There is no such programme of HR's agencies.</summary>
    NotFound,

    /// <summary>Somebody else changed it meanwhile: nothing was done.</summary>
    ChangedMeanwhile,

    /// <summary>Something is missing, or it does not stand so that this could be done.</summary>
    Refused,
}
