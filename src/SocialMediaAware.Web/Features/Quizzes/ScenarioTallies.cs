using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>One choice of nobody in particular, to be counted.</summary>
public sealed record CountedChoice(
    Guid AgencyId,
    string ModuleSlug,
    string ScenarioSlug,
    string HashHex,
    string CycleKey,
    int OptionIndex,
    bool IsFirstAnswer
);

/// <summary>Adds choices to the counters.</summary>
public static class ScenarioTallies
{
    private const int ValuesInARow = 8;

    /// <summary>Adds them in one statement, so that people who pass at the same moment do not overwrite each other's counts.</summary>
    public static async Task CountAsync(
        PortalDbContext database,
        IEnumerable<CountedChoice> choices,
        CancellationToken cancellationToken
    )
    {
        // In one order for everybody, so that two of them never wait for each other's rows.
        var counts = choices
            .GroupBy(choice => choice)
            .OrderBy(group => group.Key.ScenarioSlug, StringComparer.Ordinal)
            .ThenBy(group => group.Key.HashHex, StringComparer.Ordinal)
            .ThenBy(group => group.Key.OptionIndex)
            .ThenBy(group => group.Key.IsFirstAnswer)
            .ToList();
        if (counts.Count == 0)
        {
            return;
        }

        var sql = new StringBuilder(
            "INSERT INTO scenario_tallies (agency_id, module_slug, scenario_slug, hash, cycle_key, option_index, is_first_answer, count) VALUES "
        );
        var values = new List<object>();
        foreach (var group in counts)
        {
            var places = Enumerable
                .Range(values.Count, ValuesInARow)
                .Select(place => $"{{{place}}}");
            sql.Append(values.Count > 0 ? ", " : "").Append('(').AppendJoin(", ", places);
            sql.Append(')');
            var key = group.Key;
            values.AddRange([key.AgencyId, key.ModuleSlug, key.ScenarioSlug]);
            values.AddRange([Convert.FromHexString(key.HashHex), key.CycleKey]);
            values.AddRange([key.OptionIndex, key.IsFirstAnswer, group.Count()]);
        }

        sql.Append(
            " ON CONFLICT (agency_id, module_slug, scenario_slug, hash, cycle_key, option_index, is_first_answer) DO UPDATE SET count = scenario_tallies.count + excluded.count"
        );
        await database.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancellationToken);
    }
}
