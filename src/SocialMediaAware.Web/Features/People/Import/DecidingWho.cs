using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>HR says who somebody is of whom the file alone does not tell it.</summary>
public sealed class DecidingWho(PortalDbContext database, ApplyingImport applying)
{
    /// <summary>Keeps the decision, and makes the preview anew with it.</summary>
    /// <param name="runId">The import.</param>
    /// <param name="employeeNumber">Whose line it is.</param>
    /// <param name="personId">Who they are: one of those whom the preview named, or nobody who is held.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether that could be decided.</returns>
    public async Task<bool> DecideAsync(
        Guid runId,
        string employeeNumber,
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var content = await database.ImportContents.SingleOrDefaultAsync(
            one => one.Id == runId,
            cancellationToken
        );
        var conflict = content is null
            ? null
            : PreviewFile
                .People(content.Preview, ImportOutcome.Conflict)
                .FirstOrDefault(person => person.EmployeeNumber == employeeNumber);
        var isNamed =
            personId == ImportDecisions.SomebodyNew
            || conflict?.Lookalikes.Any(lookalike => lookalike.PersonId == personId) == true
                && !content!.Decisions.ContainsValue(personId);
        if (conflict is null || !isNamed)
        {
            return false;
        }

        content!.Decide(employeeNumber, personId);
        await database.SaveChangesAsync(cancellationToken);
        return await applying.ShowAnewAsync(runId, cancellationToken) is not null;
    }
}
