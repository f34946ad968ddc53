using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Why something cannot be signed. Each has a sentence of its own in the texts: <c>Refusal</c> and its name.</summary>
public enum SigningRefusal
{
    /// <summary>There is no such assignment of this person.</summary>
    NotYours,

    /// <summary>It opens later.</summary>
    NotOpenYet,

    /// <summary>A signature for another assignment met this one.</summary>
    AlreadyMet,

    /// <summary>The person said that they do not agree.</summary>
    Declined,

    /// <summary>Another assignment took its place, or the person left.</summary>
    NotAskedAnyMore,

    /// <summary>A module is not served at the moment.</summary>
    ModuleNotServed,

    /// <summary>The portal does not keep a copy of the version that would be signed.</summary>
    VersionNotKept,

    /// <summary>Sections were not opened.</summary>
    SectionsNotOpened,

    /// <summary>A quiz was not passed for this version.</summary>
    QuizNotPassed,

    /// <summary>The situations of the short path, which are for the whole assignment, were not passed.</summary>
    RefresherNotPassed,

    /// <summary>What would be signed is not what the page showed.</summary>
    TextChanged,

    /// <summary>The box is not ticked.</summary>
    NotDeclared,

    /// <summary>No name was typed.</summary>
    NameMissing,

    /// <summary>The name that was typed is not the person's.</summary>
    NameDiffers,

    /// <summary>The portal is stopping, or its database cannot be reached.</summary>
    Unavailable,
}

/// <summary>A reason with what it is about.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="ModuleSlug">The module it is about, where it is about one.</param>
/// <param name="Arguments">What the sentence names: a title, a number.</param>
public sealed record SigningProblem(
    SigningRefusal Reason,
    string? ModuleSlug = null,
    params IReadOnlyList<object> Arguments
)
{
    /// <summary>The key of its sentence.</summary>
    public string TextKey => $"Refusal{Reason}";

    /// <summary>Whether the form shows it at a field, to mend there.</summary>
    public bool IsAboutTheForm =>
        Reason
            is SigningRefusal.TextChanged
                or SigningRefusal.NotDeclared
                or SigningRefusal.NameMissing
                or SigningRefusal.NameDiffers
                or SigningRefusal.Unavailable;
}

/// <summary>Names the reason why an assignment cannot be done.</summary>
public static class SigningRefusals
{
    /// <summary>The reason, for an assignment that cannot be done on this day.</summary>
    public static SigningRefusal Of(Assignment assignment, DateOnly day) =>
        assignment.StatusOn(day) switch
        {
            AssignmentStatus.Signed => SigningRefusal.AlreadyMet,
            AssignmentStatus.Declined => SigningRefusal.Declined,
            AssignmentStatus.Superseded or AssignmentStatus.Left => SigningRefusal.NotAskedAnyMore,
            _ => SigningRefusal.NotOpenYet,
        };
}
