using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.MyData;

/// <content>What they read and practised.</content>
public sealed partial class OwnTables
{
    private static IEnumerable<IOwnTable> AboutLearning() =>
        [
            new OwnTable<ReadingRow>(
                "readings",
                "learning",
                [typeof(Reading)],
                (database, ids) =>
                    Held<Reading>(database)
                        .Where(reading => ids.PersonIds.Contains(reading.PersonId))
                        .OrderByDescending(reading => reading.LastSeenAt)
                        .ThenBy(reading => reading.Id)
                        .Select(reading => new ReadingRow(
                            database
                                .Agencies.Where(agency => agency.Id == reading.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            reading.ModuleSlug,
                            reading.Major + "." + reading.Minor,
                            reading.BegunAt,
                            reading.LastSectionId,
                            reading.LastSeenAt
                        ))
            ),
            new OwnTable<OpenedSectionRow>(
                "openedSections",
                "learning",
                [typeof(OpenedSection)],
                (database, ids) =>
                    Held<OpenedSection>(database)
                        .Where(opened => ids.PersonIds.Contains(opened.PersonId))
                        .OrderByDescending(opened => opened.OpenedAt)
                        .ThenBy(opened => opened.Id)
                        .Select(opened => new OpenedSectionRow(
                            opened.ModuleSlug,
                            opened.SectionId,
                            opened.OpenedAt
                        ))
            ),
            new OwnTable<AttemptRow>(
                "situations",
                "learning",
                [typeof(QuizAttempt)],
                (database, ids) =>
                    Held<QuizAttempt>(database)
                        .Where(attempt => ids.PersonIds.Contains(attempt.PersonId))
                        .OrderByDescending(attempt => attempt.BegunAt)
                        .ThenBy(attempt => attempt.Id)
                        .Select(attempt => new AttemptRow(
                            database
                                .Agencies.Where(agency => agency.Id == attempt.AgencyId)
                                .Select(agency => agency.Name)
                                .FirstOrDefault(),
                            attempt.ModuleSlug,
                            attempt.Drawn.Count,
                            attempt.BegunAt,
                            attempt.PassedAt
                        ))
            ),
            new OwnTable<ScenarioRow>(
                "situationsMet",
                "learning",
                [typeof(ScenarioMet)],
                (database, ids) =>
                    Held<ScenarioMet>(database)
                        .Where(met => ids.PersonIds.Contains(met.PersonId))
                        .OrderByDescending(met => met.LastMetAt)
                        .ThenBy(met => met.ModuleSlug)
                        .ThenBy(met => met.ScenarioSlug)
                        .Select(met => new ScenarioRow(
                            met.ModuleSlug,
                            met.ScenarioSlug,
                            met.LastMetAt
                        ))
            ),
            new OwnTable<MissedRow>(
                "rulesMissed",
                "learning",
                [typeof(ObligationMissed)],
                (database, ids) =>
                    Held<ObligationMissed>(database)
                        .Where(missed => ids.PersonIds.Contains(missed.PersonId))
                        .OrderByDescending(missed => missed.LastMissedAt)
                        .ThenBy(missed => missed.ObligationId)
                        .ThenBy(missed => missed.ModuleSlug)
                        .Select(missed => new MissedRow(
                            missed.ModuleSlug,
                            missed.ObligationId,
                            missed.LastMissedAt
                        ))
            ),
        ];
}
