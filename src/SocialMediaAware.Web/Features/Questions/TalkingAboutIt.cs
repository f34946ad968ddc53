using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>HR enters on which day somebody talked about it with a person who does not agree. What was said is kept nowhere.</summary>
public sealed class TalkingAboutIt(PortalDbContext database, SignedIn signedIn, AuditLog audit)
{
    /// <summary>Enters it. Entering the same day again changes nothing.</summary>
    /// <returns>Whether there is such a disagreement in an agency in which the reader is HR.</returns>
    public async Task<bool> EnterAsync(
        Guid disagreementId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        var said = await database.Disagreements.SingleOrDefaultAsync(
            said => said.Id == disagreementId && agencyIds.Contains(said.AgencyId),
            cancellationToken
        );
        if (said is null)
        {
            return false;
        }

        if (said.TalkedOn != day)
        {
            said.TalkedAbout(day, said.SaidAt.NewZealandDate(), signedIn.AccountId);
            audit.Add(
                AuditActions.PersonChanged,
                said.AgencyId,
                $"/people/person/{said.PersonId}",
                "talked about not agreeing"
            );
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
