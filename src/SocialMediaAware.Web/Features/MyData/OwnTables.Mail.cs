using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>What was found out about reaching them by mail.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutMail() =>
        [
            new OwnTable<ToldDateRow>(
                "toldDates",
                "talk",
                [typeof(ReminderChange)],
                (database, ids) =>
                    Held<ReminderChange>(database)
                        .Join(
                            Held<Assignment>(database),
                            change => change.AssignmentId,
                            assignment => assignment.Id,
                            (change, assignment) => new { Change = change, Assignment = assignment }
                        )
                        .Where(told => ids.PersonIds.Contains(told.Assignment.PersonId))
                        .OrderByDescending(told => told.Change.At)
                        .ThenBy(told => told.Change.AssignmentId)
                        .Select(told => new ToldDateRow(
                            Held<Programme>(database)
                                .Where(programme => programme.Id == told.Assignment.ProgrammeId)
                                .Select(programme => programme.Name)
                                .FirstOrDefault(),
                            told.Assignment.CycleKey,
                            told.Change.DueOn,
                            told.Change.At
                        ))
            ),
            new OwnTable<RefusedAddressRow>(
                "refusedAddresses",
                "talk",
                [typeof(RefusedAddress)],
                (database, ids) =>
                    Held<RefusedAddress>(database)
                        .Where(refused => ids.PersonIds.Contains(refused.PersonId))
                        .OrderByDescending(refused => refused.RefusedAt)
                        .ThenBy(refused => refused.Id)
                        .Select(refused => new RefusedAddressRow(
                            refused.Address,
                            refused.Problem,
                            refused.RefusedAt,
                            refused.ClearedAt
                        ))
            ),
        ];
}
