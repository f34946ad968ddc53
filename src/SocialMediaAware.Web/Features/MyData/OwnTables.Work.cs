using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>Where they stand at work.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutWork() =>
        [
            new OwnTable<PlacementRow>(
                "placements",
                "work",
                [typeof(Placement)],
                (database, ids) =>
                    Held<Placement>(database)
                        .Where(placement => ids.PersonIds.Contains(placement.PersonId))
                        .OrderByDescending(placement => placement.LearntAt)
                        .ThenByDescending(placement => placement.HoldsFrom)
                        .ThenBy(placement => placement.Id)
                        .Select(placement => new PlacementRow(
                            database
                                .Agencies.Where(agency => agency.Id == placement.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            Held<UnitFact>(database)
                                .Where(unit =>
                                    unit.UnitId == placement.UnitId && unit.UnlearntAt == null
                                )
                                .OrderByDescending(unit => unit.HoldsFrom)
                                .Select(unit => unit.Name)
                                .FirstOrDefault(),
                            placement.Kind,
                            placement.Position,
                            placement.PositionNumber,
                            placement.EmployeeNumber,
                            placement.Region,
                            placement.WorkDays,
                            placement.IsSecondment,
                            placement.Feed,
                            placement.HoldsFrom,
                            placement.HoldsUntil == null
                                ? null
                                : placement.HoldsUntil.Value.AddDays(-1),
                            placement.LearntAt,
                            placement.UnlearntAt,
                            Held<PeopleChange>(database)
                                .Where(change => change.Id == placement.LearntInId)
                                .Select(change => change.Reason)
                                .FirstOrDefault()
                        ))
            ),
            new OwnTable<LeadershipRow>(
                "leaders",
                "work",
                [typeof(Leadership)],
                (database, ids) =>
                    Held<Leadership>(database)
                        .Where(leadership =>
                            ids.PersonIds.Contains(leadership.PersonId)
                            || ids.PersonIds.Contains(leadership.LeaderId)
                        )
                        .OrderByDescending(leadership => leadership.LearntAt)
                        .ThenByDescending(leadership => leadership.HoldsFrom)
                        .ThenBy(leadership => leadership.Id)
                        .Select(leadership => new LeadershipRow(
                            database
                                .Agencies.Where(agency => agency.Id == leadership.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            database
                                .PersonNames.Where(name =>
                                    name.PersonId == leadership.LeaderId && name.UnlearntAt == null
                                )
                                .OrderByDescending(name => name.HoldsFrom)
                                .Select(name => name.Name)
                                .FirstOrDefault(),
                            database
                                .PersonNames.Where(name =>
                                    name.PersonId == leadership.PersonId && name.UnlearntAt == null
                                )
                                .OrderByDescending(name => name.HoldsFrom)
                                .Select(name => name.Name)
                                .FirstOrDefault(),
                            leadership.IsActing,
                            leadership.Feed,
                            leadership.HoldsFrom,
                            leadership.HoldsUntil == null
                                ? null
                                : leadership.HoldsUntil.Value.AddDays(-1),
                            leadership.LearntAt,
                            leadership.UnlearntAt,
                            Held<PeopleChange>(database)
                                .Where(change => change.Id == leadership.LearntInId)
                                .Select(change => change.Reason)
                                .FirstOrDefault()
                        ))
            ),
            new OwnTable<StandInRow>(
                "standIns",
                "work",
                [typeof(StandIn)],
                (database, ids) =>
                    Held<StandIn>(database)
                        .Where(standIn =>
                            ids.PersonIds.Contains(standIn.LeaderId)
                            || ids.PersonIds.Contains(standIn.StandInId)
                        )
                        .OrderByDescending(standIn => standIn.LearntAt)
                        .ThenByDescending(standIn => standIn.HoldsFrom)
                        .ThenBy(standIn => standIn.Id)
                        .Select(standIn => new StandInRow(
                            database
                                .Agencies.Where(agency => agency.Id == standIn.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            database
                                .PersonNames.Where(name =>
                                    name.PersonId == standIn.LeaderId && name.UnlearntAt == null
                                )
                                .OrderByDescending(name => name.HoldsFrom)
                                .Select(name => name.Name)
                                .FirstOrDefault(),
                            database
                                .PersonNames.Where(name =>
                                    name.PersonId == standIn.StandInId && name.UnlearntAt == null
                                )
                                .OrderByDescending(name => name.HoldsFrom)
                                .Select(name => name.Name)
                                .FirstOrDefault(),
                            standIn.Kind,
                            standIn.HoldsFrom,
                            standIn.HoldsUntil == null
                                ? null
                                : standIn.HoldsUntil.Value.AddDays(-1),
                            standIn.LearntAt,
                            standIn.UnlearntAt
                        ))
            ),
            new OwnTable<LeaveRow>(
                "leave",
                "work",
                [typeof(Leave)],
                (database, ids) =>
                    Held<Leave>(database)
                        .Where(leave => ids.PersonIds.Contains(leave.PersonId))
                        .OrderByDescending(leave => leave.LearntAt)
                        .ThenByDescending(leave => leave.HoldsFrom)
                        .ThenBy(leave => leave.Id)
                        .Select(leave => new LeaveRow(
                            database
                                .Agencies.Where(agency => agency.Id == leave.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            leave.Feed,
                            leave.HoldsFrom,
                            leave.HoldsUntil == null ? null : leave.HoldsUntil.Value.AddDays(-1),
                            leave.LearntAt,
                            leave.UnlearntAt
                        ))
            ),
            new OwnTable<ExemptionRow>(
                "exemptions",
                "work",
                [typeof(Exemption)],
                (database, ids) =>
                    Held<Exemption>(database)
                        .Where(exemption => ids.PersonIds.Contains(exemption.PersonId))
                        .OrderByDescending(exemption => exemption.LearntAt)
                        .ThenByDescending(exemption => exemption.HoldsFrom)
                        .ThenBy(exemption => exemption.Id)
                        .Select(exemption => new ExemptionRow(
                            database
                                .Agencies.Where(agency => agency.Id == exemption.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            Held<Programme>(database)
                                .Where(programme => programme.Id == exemption.ProgrammeId)
                                .Select(programme => programme.Name)
                                .FirstOrDefault(),
                            exemption.ReasonCode,
                            exemption.HoldsFrom,
                            exemption.HoldsUntil == null
                                ? null
                                : exemption.HoldsUntil.Value.AddDays(-1),
                            exemption.LearntAt,
                            exemption.UnlearntAt
                        ))
            ),
            new OwnTable<FlagRow>(
                "flags",
                "work",
                [typeof(PersonFlag)],
                (database, ids) =>
                    Held<PersonFlag>(database)
                        .Where(flag => ids.PersonIds.Contains(flag.PersonId))
                        .OrderByDescending(flag => flag.LearntAt)
                        .ThenByDescending(flag => flag.HoldsFrom)
                        .ThenBy(flag => flag.Id)
                        .Select(flag => new FlagRow(
                            database
                                .Agencies.Where(agency => agency.Id == flag.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            flag.Flag,
                            flag.Feed,
                            flag.HoldsFrom,
                            flag.HoldsUntil == null ? null : flag.HoldsUntil.Value.AddDays(-1),
                            flag.LearntAt,
                            flag.UnlearntAt
                        ))
            ),
            new OwnTable<ExtensionRow>(
                "extensions",
                "work",
                [typeof(Extension)],
                (database, ids) =>
                    Held<Extension>(database)
                        .Where(extension =>
                            extension.PersonId != null
                            && ids.PersonIds.Contains(extension.PersonId.Value)
                        )
                        .OrderByDescending(extension => extension.GivenAt)
                        .ThenBy(extension => extension.Id)
                        .Select(extension => new ExtensionRow(
                            database
                                .Agencies.Where(agency => agency.Id == extension.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            Held<Programme>(database)
                                .Where(programme => programme.Id == extension.ProgrammeId)
                                .Select(programme => programme.Name)
                                .FirstOrDefault(),
                            extension.DueFrom,
                            extension.DueOn,
                            extension.GivenAt,
                            extension.TakenBackAt,
                            Held<PeopleChange>(database)
                                .Where(change => change.Id == extension.GivenInId)
                                .Select(change => change.Reason)
                                .FirstOrDefault()
                        ))
            ),
            new OwnTable<ChangeRow>(
                "changes",
                "work",
                [typeof(PeopleChange)],
                (database, ids) =>
                    Held<PeopleChange>(database)
                        .Where(change =>
                            change.PersonId != null && ids.PersonIds.Contains(change.PersonId.Value)
                        )
                        .OrderByDescending(change => change.At)
                        .ThenBy(change => change.Id)
                        .Select(change => new ChangeRow(
                            database
                                .Agencies.Where(agency => agency.Id == change.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            change.Kind,
                            change.At,
                            change.Feed,
                            change.Reason,
                            change.Detail
                        ))
            ),
        ];
}
