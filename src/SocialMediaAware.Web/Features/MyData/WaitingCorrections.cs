using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Telling;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>What people said is wrong in what is held on them, and HR has not answered.</summary>
public sealed class WaitingCorrections(PortalDbContext database, ReminderTeams teams)
    : IWaitingThings
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WaitingThing>> FindAsync(CancellationToken cancellationToken)
    {
        var waiting = await database
            .CorrectionRequests.Where(request =>
                request.AnsweredAt == null
                && database.People.Any(person =>
                    person.Id == request.PersonId && person.DiedOn == null
                )
            )
            .Select(request => new
            {
                request.AgencyId,
                request.PersonId,
                request.AskedAt,
            })
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return [];
        }

        var humanResources = (await teams.HumanResourcesAsync(cancellationToken)).ToLookup(
            entry => entry.AgencyId,
            entry => entry.PersonId
        );
        return
        [
            .. waiting.SelectMany(request =>
                humanResources[request.AgencyId]
                    .Where(reader => reader != request.PersonId)
                    .Select(reader => new WaitingThing(
                        WaitingKind.Correction,
                        request.AgencyId,
                        reader,
                        request.AskedAt
                    ))
            ),
        ];
    }
}
