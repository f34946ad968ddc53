using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>How far somebody is who has no way in yet. The words are also those of the address.</summary>
public enum InvitationState
{
    /// <summary>Nobody has invited them.</summary>
    NotInvited,

    /// <summary>Their link works.</summary>
    Waiting,

    /// <summary>Their link has run out.</summary>
    RanOut,

    /// <summary>No mail reaches them.</summary>
    NoAddress,
}

/// <summary>Somebody who has no way in yet.</summary>
public sealed record NotIn
{
    /// <summary>The person.</summary>
    public required Guid Id { get; init; }

    /// <summary>What they are called.</summary>
    public required string Name { get; init; }

    /// <summary>The name as it is searched and sorted.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Where mail reaches them; null for nowhere.</summary>
    public required string? Email { get; init; }

    /// <summary>When their newest link stops working, or did (UTC); null for none.</summary>
    public required DateTimeOffset? RunsOutAt { get; init; }
}

/// <summary>Questions that people answer for invitations.</summary>
internal static class InvitationQueries
{
    /// <summary>People who work in an agency on a day and have no password, so no way in but a helped one.</summary>
    public static IQueryable<NotIn> NotInYet(
        this PortalDbContext database,
        Guid agencyId,
        DateOnly day
    ) =>
        database
            .People.Where(person =>
                person.DiedOn == null
                && person.MergedIntoId == null
                && database
                    .Placements.HoldingOn(day)
                    .Any(placement =>
                        placement.PersonId == person.Id && placement.AgencyId == agencyId
                    )
                // An account that was shut is not let in again from here.
                && !database.Users.Any(account =>
                    account.PersonId == person.Id
                    && (account.PasswordHash != null || account.DisabledAt != null)
                )
            )
            .Join(
                database.PersonNames.HoldingOn(day),
                person => person.Id,
                name => name.PersonId,
                (person, name) =>
                    new NotIn
                    {
                        Id = person.Id,
                        Name = name.Name,
                        FoundBy = name.FoundBy,
                        Email =
                            person.Email == null || person.Email.Trim() == "" ? null : person.Email,
                        RunsOutAt = database
                            .OneTimeLinks.Where(link =>
                                link.Purpose == OneTimeLink.Invitation
                                && database.Users.Any(account =>
                                    account.Id == link.AccountId && account.PersonId == person.Id
                                )
                            )
                            .Max(link => (DateTimeOffset?)link.ExpiresAt),
                    }
            );

    /// <summary>Those in a state.</summary>
    public static IQueryable<NotIn> In(
        this IQueryable<NotIn> people,
        InvitationState state,
        DateTimeOffset now
    ) =>
        state switch
        {
            InvitationState.NotInvited => people.Where(one =>
                one.Email != null && one.RunsOutAt == null
            ),
            InvitationState.Waiting => people.Where(one => one.RunsOutAt > now),
            InvitationState.RanOut => people.Where(one =>
                one.Email != null && one.RunsOutAt <= now
            ),
            _ => people.Where(one => one.Email == null && !(one.RunsOutAt > now)),
        };
}
