using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A running programme with what must change for its assignments to be as they should be.</summary>
public sealed record ProgrammePlan(PlannableProgramme Programme, PlanDifference Difference);

/// <summary>Computes the plan of every running programme, and changes nothing.</summary>
public sealed partial class Planning(
    PlanFacts facts,
    ContentStore content,
    ILogger<Planning> logger
)
{
    /// <summary>What must change today. The caller stands outside the walls: a plan is for every agency.</summary>
    /// <param name="today">The New Zealand date.</param>
    /// <param name="onlyPersonId">The one person it is asked for; null for everybody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<ProgrammePlan>> ComputeAsync(
        DateOnly today,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var library = content.Library;
        var calendar = new WorkingDayCalendar(library.Holidays);
        var plans = new List<ProgrammePlan>();
        foreach (
            var (programme, rounds, input) in await facts.ReadAsync(
                today,
                onlyPersonId,
                cancellationToken
            )
        )
        {
            if (programme.ModuleSlugs.Any(slug => library.FindPublished(slug) is null))
            {
                LogNothingToRead(logger, programme.Id);
                continue;
            }

            plans.Add(new(programme, programme.Plan(rounds, input, calendar, today)));
        }

        return plans;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Programme {ProgrammeId} makes no assignments: one of its modules is not published"
    )]
    private static partial void LogNothingToRead(ILogger logger, Guid programmeId);
}
