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
    public Task<IReadOnlyList<ProgrammePlan>> ComputeAsync(
        DateOnly today,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    ) => ComputeAsync(new(today, onlyPersonId), cancellationToken);

    /// <summary>What must change, or would have to.</summary>
    public async Task<IReadOnlyList<ProgrammePlan>> ComputeAsync(
        PlanQuestion question,
        CancellationToken cancellationToken
    )
    {
        var library = content.Library;
        var calendar = new WorkingDayCalendar(library.Holidays);
        var plans = new List<ProgrammePlan>();
        foreach (var of in await facts.ReadAsync(question, cancellationToken))
        {
            if (
                of.Programme.EndedAt is null
                && of.Programme.ModuleSlugs.Any(slug => library.FindPublished(slug) is null)
            )
            {
                LogNothingToRead(logger, of.Programme.Id);
                continue;
            }

            plans.Add(new(of.Programme, of.Plan(calendar, question.Today)));
        }

        return plans;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Programme {ProgrammeId} makes no assignments: one of its modules is not published"
    )]
    private static partial void LogNothingToRead(ILogger logger, Guid programmeId);
}
