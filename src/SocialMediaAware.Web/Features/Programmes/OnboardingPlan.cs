using System.Globalization;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Says who owes onboarding, from what when until when, and what must change for the assignments to say the same. It is a pure
/// function: the same facts give the same plan in whatever order they come, and after its changes there is nothing left to change.
/// </summary>
/// <remarks>
/// Onboarding is for people who start on the day of the launch or later. Someone who had been placed before does not owe it, even
/// if the portal learns of them only now: otherwise the first import of an agency would ask all of its people at once. What they
/// owe is the yearly acknowledgment.
/// </remarks>
public static class OnboardingPlan
{
    /// <summary>Compares what should be with what is.</summary>
    public static PlanDifference Of(PlanInput input, WorkingDayCalendar calendar, DateOnly today)
    {
        var placements = input.Placements.ToLookup(placement => placement.PersonId);
        var leave = input.Leave.ToLookup(one => one.PersonId);
        var exemptions = input.Exemptions.ToLookup(one => one.PersonId);
        var assignments = input.Assignments.ToLookup(assignment => assignment.PersonId);
        var changes = new PlanChanges(input.HeldForAnotherReason, today);
        foreach (
            var personId in placements
                .Select(person => person.Key)
                .Union(assignments.Select(person => person.Key))
                .Order()
        )
        {
            var engagement = Engagement.CurrentOf(placements[personId], calendar, today);
            var holds = new PlannedHolds([.. leave[personId]], [.. exemptions[personId]]);
            var existing = assignments[personId]
                .OrderBy(assignment => assignment.OpensOn)
                .ThenBy(assignment => assignment.Id)
                .ToList();
            if (engagement is null)
            {
                changes.Withdraw(existing);
                continue;
            }

            changes.Withdraw(existing.Where(assignment => !engagement.Includes(assignment)));
            var owed = Owed(engagement, input, holds, calendar, today);
            var current = existing
                .Where(engagement.Includes)
                .OrderBy(assignment => !assignment.HasLeft)
                .LastOrDefault();
            if (current is not null)
            {
                changes.Adjust(current, owed, holds);
            }
            else if (owed is not null && engagement.From >= input.Programme.LaunchedOn)
            {
                changes.Make(CycleKey(input.Programme.AgencySlug, owed.FirstDay), owed, holds);
            }
        }

        return changes.ToDifference();
    }

    private static OwedAssignment? Owed(
        Engagement engagement,
        PlanInput input,
        PlannedHolds holds,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        if (engagement.StandingOn(today, input.Programme.AudienceKinds) is not { } standing)
        {
            return null;
        }

        var opensOn = Later(engagement.From, standing.AppearedOn);
        var dueDates = new DueDates(
            holds.Pauses,
            engagement.TimeGiven(input.Extensions),
            calendar,
            standing.Region
        );
        var due = calendar.AddWorkingDays(
            opensOn,
            input.Programme.DueInWorkingDays,
            standing.Region
        );
        return new(
            standing.PersonId,
            standing.Kind,
            engagement.From,
            opensOn,
            dueDates.Now(opensOn, due),
            DueBeforeTakingBack: dueDates.BeforeTakingBack(opensOn, due)
        );
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>The key of a person's round of onboarding.</summary>
    public static string CycleKey(string agencySlug, DateOnly firstDay) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"onboarding/{agencySlug}/{firstDay:yyyy-MM-dd}"
        );
}
