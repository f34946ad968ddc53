using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Leaders;

/// <summary>Questions about who leads whom.</summary>
public static class LeaderQueries
{
    /// <summary>
    /// Who leads whom on a day, as believed now: also whoever led somebody until they left, where nobody has taken their place. The
    /// place is vacant then, and <see cref="LeaderChain" /> says who is the next one up.
    /// </summary>
    public static IQueryable<Leadership> LeadingOn(this PortalDbContext database, DateOnly day) =>
        database
            .Leaderships.Believed()
            .Where(one =>
                one.HoldsFrom <= day
                && (
                    one.HoldsUntil == null
                    || one.HoldsUntil > day
                    || (
                        database
                            .Placements.Believed()
                            .Any(placement =>
                                placement.PersonId == one.LeaderId
                                && placement.AgencyId == one.AgencyId
                                && placement.HoldsUntil == one.HoldsUntil
                            )
                        && !database
                            .Placements.HoldingOn(day)
                            .Any(placement =>
                                placement.PersonId == one.LeaderId
                                && placement.AgencyId == one.AgencyId
                            )
                        && !database
                            .Leaderships.Believed()
                            .Any(other =>
                                other.PersonId == one.PersonId
                                && other.AgencyId == one.AgencyId
                                && other.HoldsFrom <= day
                                && (other.HoldsUntil == null || other.HoldsUntil > one.HoldsUntil)
                            )
                    )
                )
            );
}
