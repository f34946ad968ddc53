namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>All that a plan changes of one assignment.</summary>
public sealed class AssignmentChange
{
    internal AssignmentToMove? Move { get; set; }

    internal bool Hold { get; set; }

    internal bool Release { get; set; }

    internal bool Leave { get; set; }

    internal bool ComeBack { get; set; }

    internal bool Supersede { get; set; }

    /// <summary>Changes it, as far as the entity's rules let it. What comes back comes back first, so that it can be moved.</summary>
    public void ApplyTo(Assignment assignment, DateTimeOffset at)
    {
        if (ComeBack)
        {
            assignment.ComeBack();
        }

        if (Move is not null)
        {
            assignment.MoveTo(Move.OpensOn, Move.DueOn);
            assignment.ChangeKind(Move.PersonKind);
        }

        if (Hold)
        {
            assignment.Hold(at);
        }

        if (Release)
        {
            assignment.Resume(assignment.DueOn);
        }

        if (Leave)
        {
            assignment.Leave(at);
        }

        if (Supersede)
        {
            assignment.Supersede(at);
        }
    }
}
