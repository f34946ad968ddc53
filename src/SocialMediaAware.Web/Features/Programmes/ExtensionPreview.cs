using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A due date that would move.</summary>
public sealed record MovedDate(Guid PersonId, Guid ProgrammeId, DateOnly Before, DateOnly After);

/// <summary>Computes which due dates an extension would move, and changes nothing.</summary>
public sealed class ExtensionPreview(
    PlanFacts facts,
    PlanReliefFacts relief,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>The dates that would move, the first due first. Read within the caller's walls.</summary>
    /// <param name="extension">The extension, not saved yet.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<MovedDate>> FindAsync(
        Extension extension,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var planned = await relief.ToPlannedAsync(extension, cancellationToken);
        var moved = new List<MovedDate>();
        foreach (
            var (programme, rounds, input) in await facts.ReadAsync(
                today,
                extension.PersonId,
                cancellationToken
            )
        )
        {
            if (
                programme.AgencyId == extension.AgencyId
                && (extension.ProgrammeId is null || extension.ProgrammeId == programme.Id)
            )
            {
                var known = input.Assignments.ToDictionary(assignment => assignment.Id);
                var without = programme
                    .Plan(rounds, input, calendar, today)
                    .Move.ToDictionary(move => move.Id, move => move.DueOn);
                var with = programme.Plan(
                    rounds,
                    input with
                    {
                        Extensions = [.. input.Extensions, planned],
                    },
                    calendar,
                    today
                );
                moved.AddRange(
                    with.Move.Select(move => new MovedDate(
                            known[move.Id].PersonId,
                            programme.Id,
                            without.GetValueOrDefault(move.Id, known[move.Id].DueOn),
                            move.DueOn
                        ))
                        .Where(move => move.Before != move.After)
                );
            }
        }

        return [.. moved.OrderBy(move => move.Before).ThenBy(move => move.PersonId)];
    }
}
