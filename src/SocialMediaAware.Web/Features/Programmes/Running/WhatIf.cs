using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>What the planner would do to a programme's assignments, counted.</summary>
/// <param name="ComeIn">How many people would owe it who do not now.</param>
/// <param name="FallOut">How many assignments would not be asked any more.</param>
/// <param name="OtherDates">How many open assignments would get other dates.</param>
/// <param name="Held">How many would go on hold.</param>
/// <param name="Released">How many would be taken off hold.</param>
public sealed record WhatIfCounts(int ComeIn, int FallOut, int OtherDates, int Held, int Released);

/// <summary>Asks the planner what it would do if a programme were otherwise, and changes nothing.</summary>
public sealed class WhatIf(PlanFacts facts, ContentStore content, TimeProvider clock)
{
    /// <summary>Asks.</summary>
    /// <param name="otherwise">The programme as it would be.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<WhatIfCounts> AskAsync(
        PlannableProgramme otherwise,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var of = (
            await facts.ReadAsync(
                new PlanQuestion(today) { InPlace = otherwise, OnlyProgrammeId = otherwise.Id },
                cancellationToken
            )
        ).Single();
        var plan = of.Plan(new WorkingDayCalendar(content.Library.Holidays), today);
        var known = of.Input.Assignments.ToDictionary(assignment => assignment.Id);
        var back = plan.ComeBack.ToHashSet();
        return new(
            plan.Make.Count + back.Count,
            plan.Supersede.Count,
            plan.Move.Count(move =>
                !back.Contains(move.Id)
                && (known[move.Id].OpensOn, known[move.Id].DueOn) != (move.OpensOn, move.DueOn)
            ),
            plan.Hold.Count,
            plan.Release.Count
        );
    }
}
