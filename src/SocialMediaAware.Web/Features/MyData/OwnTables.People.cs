using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>Who they are.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutPeople() =>
        [
            new OwnTable<PersonRow>(
                "person",
                "who",
                [typeof(Person)],
                (database, ids) =>
                    Held<Person>(database)
                        .Where(person => ids.PersonIds.Contains(person.Id))
                        .OrderByDescending(person => person.FirstAppearedAt)
                        .ThenBy(person => person.Id)
                        .Select(person => new PersonRow(
                            person.Id,
                            person.Email,
                            person.TimeZone,
                            person.FirstAppearedAt
                        ))
            ),
            new OwnTable<NameRow>(
                "names",
                "who",
                [typeof(PersonName)],
                (database, ids) =>
                    Held<PersonName>(database)
                        .Where(name => ids.PersonIds.Contains(name.PersonId))
                        .OrderByDescending(name => name.LearntAt)
                        .ThenByDescending(name => name.HoldsFrom)
                        .ThenBy(name => name.Id)
                        .Select(name => new NameRow(
                            name.Name,
                            name.OfficialName,
                            name.HoldsFrom,
                            name.HoldsUntil == null ? null : name.HoldsUntil.Value.AddDays(-1),
                            name.LearntAt,
                            name.UnlearntAt,
                            Held<PeopleChange>(database)
                                .Where(change => change.Id == name.LearntInId)
                                .Select(change => change.Reason)
                                .FirstOrDefault()
                        ))
            ),
            new OwnTable<AccountRow>(
                "accounts",
                "who",
                [typeof(Account)],
                (database, ids) =>
                    Held<Account>(database)
                        .Where(account => ids.AccountIds.Contains(account.Id))
                        .OrderByDescending(account => account.CreatedAt)
                        .ThenBy(account => account.Id)
                        .Select(account => new AccountRow(
                            account.Email,
                            account.CreatedAt,
                            account.DisabledAt,
                            account.PasswordHash != null
                        ))
            ),
            new OwnTable<RoleRow>(
                "roles",
                "who",
                [typeof(RoleGrant)],
                (database, ids) =>
                    Held<RoleGrant>(database)
                        .Where(grant => ids.AccountIds.Contains(grant.AccountId))
                        .OrderByDescending(grant => grant.GrantedAt)
                        .ThenBy(grant => grant.Id)
                        .Select(grant => new RoleRow(
                            database
                                .Agencies.Where(agency => agency.Id == grant.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            grant.Role,
                            grant.GrantedAt,
                            grant.RevokedAt
                        ))
            ),
        ];
}
