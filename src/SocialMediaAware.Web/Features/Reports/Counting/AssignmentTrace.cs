using System.Runtime.InteropServices;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>What is done with an assignment and where it stood.</summary>
internal delegate void EachStanding(
    in AssignmentTrace trace,
    in KnownState state,
    AssignmentStatus status
);

/// <summary>An assignment of a history: whose it is, its newest state, and how far the person came.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct AssignmentTrace(Guid id, int person, int cycle)
{
    public readonly Guid Id = id;

    public readonly int Person = person;

    public readonly int Cycle = cycle;

    public int Last = -1;

    public int BegunOn = KnownState.Never;

    public int PractisedOn = KnownState.Never;

    public int ReadyOn = KnownState.Never;

    public ulong PassedModules;

    public byte Modules = 1;

    /// <summary>How far the person had come at the end of a day.</summary>
    public readonly LearningStage StageOn(int day) =>
        ReadyOn <= day ? LearningStage.ReadyToSign
        : PractisedOn <= day ? LearningStage.Practising
        : BegunOn <= day ? LearningStage.Reading
        : LearningStage.NotOpened;
}
