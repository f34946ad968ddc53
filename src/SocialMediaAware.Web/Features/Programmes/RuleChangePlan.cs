namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Says who owes a rule that changed materially: whoever of the audience signed an older major version, and has no other open
/// assignment that covers it. Each module is a round of its own.
/// </summary>
public static class RuleChangePlan
{
    /// <summary>Compares what should be with what is.</summary>
    public static PlanDifference Of(PlanInput input, WorkingDayCalendar calendar, DateOnly today)
    {
        var people = input.PeopleOn(calendar, today);
        var ofModule = input.Assignments.ToLookup(assignment =>
            Round.ModuleOfRuleChange(assignment.CycleKey)
        );
        var slugs = input
            .RuleChanges.Select(change => change.ModuleSlug)
            .Union(ofModule.Select(module => module.Key))
            .Order(StringComparer.Ordinal);
        return PlanDifference.Together(
            slugs.Select(slug =>
                CalendarPlan.Of(
                    input with
                    {
                        People = people,
                        Assignments = [.. ofModule[slug]],
                    },
                    [
                        .. input
                            .RuleChanges.Where(change => change.ModuleSlug == slug)
                            .Select(Round.OfRuleChange),
                    ],
                    calendar,
                    today
                )
            )
        );
    }
}
