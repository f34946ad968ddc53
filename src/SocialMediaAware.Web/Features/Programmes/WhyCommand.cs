using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>The command <c>plan --why PERSON</c>: what one person owes today, and why, in sentences. It changes nothing.</summary>
internal static class WhyCommand
{
    private const int MostShown = 20;

    public static async Task<int> PrintAsync(
        IServiceProvider services,
        string who,
        InvocationConfiguration console,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(
            services.GetRequiredService<PortalDbContext>(),
            who,
            cancellationToken
        );
        if (found.Count != 1)
        {
            await console.Error.WriteLineAsync(
                found.Count == 0
                    ? $"Nobody is known by \"{who}\". Give a mail address, an employee number, or an id."
                    : $"\"{who}\" is several people. Give the id of one: {string.Join(", ", found)}"
            );
            return CommandWork.NotPossible;
        }

        var duties = await services
            .GetRequiredService<ExplainingDuties>()
            .ReadAsync(found[0], cancellationToken);
        await console.Output.WriteLineAsync(string.Join(Environment.NewLine, Lines(duties)));
        return 0;
    }

    private static async Task<List<Guid>> FindAsync(
        PortalDbContext database,
        string who,
        CancellationToken cancellationToken
    )
    {
        var id = Guid.TryParse(who, out var given) ? given : Guid.Empty;
        var people = database.People.Where(person => person.DiedOn == null);
        var numbered = database
            .Placements.Believed()
            .Where(placement => placement.EmployeeNumber == who)
            .Select(placement => placement.PersonId);
        return await people
            .Where(person => person.Id == id || person.Email == who || numbered.Contains(person.Id))
            .Select(person => person.MergedIntoId ?? person.Id)
            .Distinct()
            .OrderBy(person => person)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
    }

    private static IEnumerable<string> Lines(IReadOnlyList<ExplainedDuty> duties)
    {
        if (duties.Count == 0)
        {
            yield return "No programme is running where this person works.";
        }

        foreach (var duty in duties)
        {
            yield return duty.Status is { } status
                ? $"{duty.AgencyName}, {duty.ProgrammeName} ({duty.CycleKey}): {Words(status)}"
                    + (
                        status is AssignmentStatus.OnHold
                            ? "."
                            : $", opens {duty.OpensOn!.Value.InWords()}, due {duty.DueOn!.Value.InWords()}."
                    )
                : $"{duty.AgencyName}, {duty.ProgrammeName}: not asked for.";
            foreach (var sentence in duty.Sentences)
            {
                yield return $"  {sentence}";
            }
        }
    }

    private static string Words(AssignmentStatus status) =>
        status switch
        {
            AssignmentStatus.NotDue => "not due yet",
            AssignmentStatus.OnHold => "on hold",
            _ => status.ToString().ToLowerInvariant(),
        };
}
