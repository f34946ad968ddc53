using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>
/// What an assignment was from a day on: an <see cref="AssignmentRecord" /> without what is not counted. Days are those of New
/// Zealand, because every figure is as at the end of a day there; each is kept in two bytes, because there are millions of states.
/// </summary>
internal readonly record struct KnownState
{
    /// <summary>The day of what has not happened.</summary>
    public const int Never = int.MaxValue;

    private const ushort ShortNever = ushort.MaxValue;

    // Before it there was no portal. Two bytes last until 2179.
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;

    private readonly ushort revision;
    private readonly ushort knownOn;
    private readonly ushort opensOn;
    private readonly ushort dueOn;
    private readonly ushort signedOn;
    private readonly ushort declinedOn;
    private readonly ushort supersededOn;
    private readonly ushort leftOn;
    private readonly byte personKind;

    /// <summary>The how-manieth state of the assignment it is.</summary>
    public required int Revision
    {
        get => revision;
        init => revision = checked((ushort)value);
    }

    /// <summary>The day on which the portal knew it.</summary>
    public required int KnownOn
    {
        get => Long(knownOn);
        init => knownOn = Short(value);
    }

    /// <summary>The first day on which it could be done.</summary>
    public required int OpensOn
    {
        get => Long(opensOn);
        init => opensOn = Short(value);
    }

    /// <summary>The last day on which it was on time.</summary>
    public required int DueOn
    {
        get => Long(dueOn);
        init => dueOn = Short(value);
    }

    /// <summary>The day on which it was signed.</summary>
    public required int SignedOn
    {
        get => Long(signedOn);
        init => signedOn = Short(value);
    }

    /// <summary>The day on which the person said that they do not agree.</summary>
    public required int DeclinedOn
    {
        get => Long(declinedOn);
        init => declinedOn = Short(value);
    }

    /// <summary>The day on which another took its place.</summary>
    public required int SupersededOn
    {
        get => Long(supersededOn);
        init => supersededOn = Short(value);
    }

    /// <summary>The day on which the person left.</summary>
    public required int LeftOn
    {
        get => Long(leftOn);
        init => leftOn = Short(value);
    }

    /// <summary>Whether it was on hold.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>How the person stood to the agency.</summary>
    public required PersonKind PersonKind
    {
        get => (PersonKind)personKind;
        init => personKind = (byte)value;
    }

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

    private static int Long(ushort day) => day == ShortNever ? Never : FirstDay + day;

    private static ushort Short(int day) =>
        day == Never ? ShortNever : (ushort)Math.Clamp(day - FirstDay, 0, ShortNever - 1);
}
