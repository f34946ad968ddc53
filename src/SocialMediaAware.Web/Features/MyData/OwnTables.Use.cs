using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>How they use the portal.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutUse() =>
        [
            new OwnTable<SessionRow>(
                "sessions",
                "use",
                [typeof(Session)],
                (database, ids) =>
                    Held<Session>(database)
                        .Where(session => ids.AccountIds.Contains(session.AccountId))
                        .OrderByDescending(session => session.StartedAt)
                        .ThenBy(session => session.Id)
                        .Select(session => new SessionRow(
                            session.Method,
                            session.StartedAt,
                            session.EndedAt
                        ))
            ),
            new OwnTable<LinkRow>(
                "links",
                "use",
                [typeof(OneTimeLink)],
                (database, ids) =>
                    Held<OneTimeLink>(database)
                        .Where(link =>
                            link.AccountId != null && ids.AccountIds.Contains(link.AccountId.Value)
                        )
                        .OrderByDescending(link => link.ExpiresAt)
                        .ThenBy(link => link.Id)
                        .Select(link => new LinkRow(link.Purpose, link.ExpiresAt, link.UsedAt))
            ),
            new OwnTable<AuditRow>(
                "auditByYou",
                "use",
                [typeof(AuditEntry)],
                (database, ids) =>
                    Held<AuditEntry>(database)
                        .Where(entry =>
                            entry.AccountId != null
                            && ids.AccountIds.Contains(entry.AccountId.Value)
                        )
                        .OrderByDescending(entry => entry.At)
                        .ThenBy(entry => entry.Id)
                        .Select(entry => new AuditRow(
                            entry.At,
                            entry.Action,
                            entry.Subject,
                            entry.Detail
                        ))
            ),
            new OwnTable<AuditAboutRow>(
                "auditAboutYou",
                "use",
                [typeof(AuditEntry)],
                (database, ids) =>
                    Held<AuditEntry>(database)
                        .Where(entry => ids.Subjects.Contains(entry.Subject))
                        .OrderByDescending(entry => entry.At)
                        .ThenBy(entry => entry.Id)
                        .Select(entry => new AuditAboutRow(
                            entry.At,
                            entry.Action,
                            database
                                .Users.Where(account => account.Id == entry.AccountId)
                                .Select(account =>
                                    database
                                        .PersonNames.Where(name =>
                                            name.PersonId == account.PersonId
                                            && name.UnlearntAt == null
                                        )
                                        .OrderByDescending(name => name.HoldsFrom)
                                        .Select(name => name.Name)
                                        .FirstOrDefault()
                                )
                                .FirstOrDefault(),
                            entry.Subject,
                            entry.Detail
                        ))
            ),
        ];
}
