using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>
/// What an assignment was from a day on: an <see cref="AssignmentRecord" /> without what is not counted. Days are the numbers of
/// <see cref="DateOnly.DayNumber" /> in New Zealand, because every figure is as at the end of a day there.
/// </summary>
internal readonly record struct KnownState
{
    /// <summary>The day of what has not happened.</summary>
    public const int Never = int.MaxValue;

    /// <summary>The how-manieth state of the assignment it is.</summary>
    public required int Revision { get; init; }

    /// <summary>The day on which the portal knew it.</summary>
    public required int KnownOn { get; init; }

    /// <summary>The first day on which it could be done.</summary>
    public required int OpensOn { get; init; }

    /// <summary>The last day on which it was on time.</summary>
    public required int DueOn { get; init; }

    /// <summary>The day on which it was signed.</summary>
    public required int SignedOn { get; init; }

    /// <summary>The day on which the person said that they do not agree.</summary>
    public required int DeclinedOn { get; init; }

    /// <summary>The day on which another took its place.</summary>
    public required int SupersededOn { get; init; }

    /// <summary>The day on which the person left.</summary>
    public required int LeftOn { get; init; }

    /// <summary>Whether it was on hold.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>How the person stood to the agency.</summary>
    public required PersonKind PersonKind { get; init; }

    /// <summary>The state before this one, by its place among the states; -1 for the first.</summary>
    public int Before { get; init; }

    /// <summary>Where it stood on a day: the same rule as <see cref="Assignment.StatusOn" />.</summary>
    public AssignmentStatus StatusOn(int day) =>
        SignedOn <= day ? AssignmentStatus.Signed
        : LeftOn <= day ? AssignmentStatus.Left
        : SupersededOn <= day ? AssignmentStatus.Superseded
        : DeclinedOn <= day ? AssignmentStatus.Declined
        : day < OpensOn ? AssignmentStatus.NotDue
        : IsHeld ? AssignmentStatus.OnHold
        : day > DueOn ? AssignmentStatus.Overdue
        : AssignmentStatus.Open;

    /// <summary>Where it stood on an earlier day, with what is known now: dates as they are now, and who was on hold told from outside.</summary>
    public AssignmentStatus CorrectedStatusOn(int day, bool wasPlaced, bool wasOnHold) =>
        SignedOn <= day ? AssignmentStatus.Signed
        : SupersededOn <= day ? AssignmentStatus.Superseded
        : DeclinedOn <= day ? AssignmentStatus.Declined
        : day < OpensOn ? AssignmentStatus.NotDue
        : !wasPlaced ? AssignmentStatus.Left
        : wasOnHold ? AssignmentStatus.OnHold
        : day > DueOn ? AssignmentStatus.Overdue
        : AssignmentStatus.Open;

    /// <summary>The number of a day in New Zealand; <see cref="Never" /> for none.</summary>
    public static int DayOf(DateTimeOffset? instant) =>
        instant?.NewZealandDate().DayNumber ?? Never;
}
