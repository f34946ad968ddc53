namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Says whether somebody owes a round, from when and until when.</summary>
internal sealed class OwedInRound(PlanInput input, WorkingDayCalendar calendar, DateOnly today)
{
    /// <summary>What they owe; null when it is nothing.</summary>
    /// <param name="round">The round.</param>
    /// <param name="person">Who.</param>
    /// <param name="engagement">Their time in the agency.</param>
    /// <param name="holds">What holds their assignments.</param>
    /// <param name="existing">Their assignment of the round; null when none was made.</param>
    /// <param name="trace">Where the steps are told; null when nobody asks.</param>
    public OwedAssignment? Find(
        Round round,
        PlannedPerson person,
        Engagement engagement,
        PlannedHolds holds,
        PlannedAssignment? existing,
        PlanTrace? trace
    )
    {
        if (input.StandingOf(person, today) is not { } standing)
        {
            trace?.Add(PlanReasonKind.NotInAudience);
            return null;
        }

        if (!round.IsFor(standing.Region))
        {
            trace?.Add(PlanReasonKind.OtherRegion);
            return null;
        }

        // Who is there when it opens, or when the programme is launched in the middle of it.
        var opensForAll = Latest(round.OpensOn, input.Programme.LaunchedOn);
        var opensOn = Latest(opensForAll, Latest(engagement.From, standing.AppearedOn));
        if (
            existing is null
            && ReasonAgainst(round, person.Id, engagement, opensForAll, opensOn) is { } reason
        )
        {
            trace?.Add(reason, opensForAll, round.OwedUntil);
            return null;
        }

        TellOpening(round, person.Id, engagement, standing, opensForAll, opensOn, trace);
        var due = DueBeforeRelief(round, standing, opensOn, trace);
        due = new DueDates(
            holds.Pauses,
            engagement.TimeGiven(input.Extensions),
            calendar,
            standing.Pattern,
            trace
        ).Now(opensOn, due);
        var neverAfter = round.EndsWith is { } end
            ? Latest(calendar.OnOrBefore(end, standing.Pattern), opensOn)
            : (DateOnly?)null;
        if (due > neverAfter)
        {
            trace?.Add(PlanReasonKind.NeverAfter, neverAfter);
            due = neverAfter.Value;
        }

        return new(standing.PersonId, standing.Kind, engagement.From, opensOn, due, neverAfter);
    }

    private PlanReasonKind? ReasonAgainst(
        Round round,
        Guid personId,
        Engagement engagement,
        DateOnly opensForAll,
        DateOnly opensOn
    ) =>
        opensOn > round.OwedUntil || today > round.EndsWith ? PlanReasonKind.RoundIsOver
        : engagement.From > opensForAll && !round.LatecomersOwe ? PlanReasonKind.JoinedAfterOpening
        : round.RuleChange is not { } change ? null
        : !change.SignedMajors.TryGetValue(personId, out var signed)
            ? PlanReasonKind.NeverSignedEarlier
        : signed >= change.Major ? PlanReasonKind.SignedThisVersion
        : change.CoveredElsewhere.Contains(personId) ? PlanReasonKind.CoveredElsewhere
        : null;

    private DateOnly DueBeforeRelief(
        Round round,
        PlannedPlacement standing,
        DateOnly opensOn,
        PlanTrace? trace
    )
    {
        var days = input.Programme.DueInWorkingDays;
        if (round.RuleChange is not null)
        {
            trace?.Add(PlanReasonKind.DueInWorkingDays, opensOn, number: days);
            return calendar.AddWorkingDays(opensOn, days, standing.Pattern);
        }

        var due = Latest(calendar.OnOrBefore(round.DueOn, standing.Pattern), opensOn);
        var late =
            opensOn > round.OpensOn
                ? calendar.AddWorkingDays(opensOn, days, standing.Pattern)
                : opensOn;
        if (late > due)
        {
            trace?.Add(PlanReasonKind.DueInWorkingDays, opensOn, number: days);
            return late;
        }

        trace?.Add(PlanReasonKind.DueWithRound, round.DueOn);
        if (due < round.DueOn)
        {
            trace?.Add(PlanReasonKind.MovedToWorkingDay, round.DueOn, due);
        }

        return due;
    }

    private static void TellOpening(
        Round round,
        Guid personId,
        Engagement engagement,
        PlannedPlacement standing,
        DateOnly opensForAll,
        DateOnly opensOn,
        PlanTrace? trace
    )
    {
        if (trace is null)
        {
            return;
        }

        if (round.RuleChange is { } change)
        {
            trace.Add(
                PlanReasonKind.SignedEarlier,
                number: change.SignedMajors.GetValueOrDefault(personId)
            );
        }

        trace.Add(
            round.RuleChange is not null ? PlanReasonKind.RuleInForce : PlanReasonKind.RoundOpened,
            round.OpensOn
        );
        if (opensForAll > round.OpensOn)
        {
            trace.Add(PlanReasonKind.LaunchedInTheRound, opensForAll);
        }

        if (opensOn > opensForAll)
        {
            trace.Add(PlanReasonKind.Began, engagement.From);
            if (standing.AppearedOn > engagement.From)
            {
                trace.Add(PlanReasonKind.Appeared, standing.AppearedOn);
            }
        }
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
