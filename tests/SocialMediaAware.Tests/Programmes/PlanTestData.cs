using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>Inputs of a plan with short names, and a second, slow way to apply one.</summary>
internal static class PlanTestData
{
    public static readonly DateOnly Launch = new(2026, 9, 1);

    public static readonly WorkingDayCalendar Calendar = new(
        ContentLoader.Load(Repository.Folder("content"), []).Library!.Holidays
    );

    public static readonly PlannedProgramme Onboarding = new(
        "kainga-ora",
        Launch,
        Enum.GetValues<PersonKind>(),
        DueInWorkingDays: 10
    );

    public static PlannedPlacement Placed(
        Guid person,
        DateOnly from,
        DateOnly? until = null,
        PersonKind kind = PersonKind.Employee,
        DateOnly? appearedOn = null
    ) => new(person, appearedOn ?? from.AddDays(-5), kind, Region: null, from, until);

    public static PlanInput Input(
        IReadOnlyCollection<PlannedPlacement> placements,
        IReadOnlyCollection<PlannedLeave>? leave = null,
        IReadOnlyCollection<PlannedAssignment>? assignments = null
    ) => new(Onboarding, placements, leave ?? [], assignments ?? [], new HashSet<Guid>());

    public static PlanDifference Plan(PlanInput input, DateOnly today) =>
        OnboardingPlan.Of(input, Calendar, today);

    /// <summary>The assignments after a difference was applied, as the entity's rules have it.</summary>
    public static IReadOnlyList<PlannedAssignment> Apply(
        IEnumerable<PlannedAssignment> before,
        PlanDifference difference,
        DateOnly today
    )
    {
        var after = before.ToDictionary(assignment => assignment.Id);
        foreach (var id in difference.ComeBack)
        {
            after[id] = after[id] with { HasLeft = false, IsSuperseded = false };
        }

        foreach (var move in difference.Move)
        {
            after[move.Id] = after[move.Id] with
            {
                OpensOn = move.OpensOn,
                DueOn = move.DueOn,
                PersonKind = move.PersonKind,
            };
        }

        foreach (var id in difference.Hold)
        {
            after[id] = after[id] with { HeldOn = today };
        }

        foreach (var id in difference.Release)
        {
            after[id] = after[id] with { HeldOn = null };
        }

        foreach (var id in difference.Leave)
        {
            after[id] = after[id] with { HasLeft = true };
        }

        foreach (var id in difference.Supersede)
        {
            after[id] = after[id] with { IsSuperseded = true };
        }

        foreach (var made in difference.Make)
        {
            var id = Guid.NewGuid();
            after[id] = new(
                id,
                made.PersonId,
                made.PersonKind,
                made.CycleKey,
                made.OpensOn,
                made.DueOn,
                PromisedUntil: null,
                made.IsHeld ? today : null,
                IsSigned: false,
                IsSuperseded: false,
                IsDeclined: false,
                HasLeft: false
            );
        }

        return [.. after.Values];
    }
}
