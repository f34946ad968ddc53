using System.Globalization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>
/// The keys of what packs count. They are kept for ever and the same in every pack that counts the same thing, so that packs can be
/// compared. What counts a period says which: <c>…@2026-01-01..2026-06-30|…</c>.
/// </summary>
public static class PackKeys
{
    /// <summary>The word for every kind of person.</summary>
    public const string EveryKind = "all";

    /// <summary>A round of a programme.</summary>
    public static string OfRound(Guid programmeId, string cycle) => $"{programmeId:N}/{cycle}";

    /// <summary>What is counted over a period.</summary>
    public static string Within(string what, DateOnly from, DateOnly until) =>
        $"{what}@{Day(from)}..{Day(until)}";

    /// <summary>A unit with those below it, or the agency.</summary>
    public static string OfUnit(string round, Guid unitId, string kind, bool isOwn = false) =>
        $"{round}|unit:{unitId:N}{(isOwn ? "|own" : "")}|kind:{kind}";

    /// <summary>The reminders of a programme.</summary>
    public static string OfReminders(Guid programmeId) => $"{programmeId:N}/reminders";

    /// <summary>
    /// What a key counts without its period, and the period; null for the period where it counts none. Two keys that are alike but
    /// for periods that overlap count some of the same people.
    /// </summary>
    public static (string What, (DateOnly From, DateOnly Until)? Period) Split(string key)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return (key, null);
        }

        var end = key.IndexOf('|', at);
        end = end < 0 ? key.Length : end;
        return
            key[(at + 1)..end].Split("..") is [var first, var last]
            && DayField.Read(first) is { } from
            && DayField.Read(last) is { } until
            ? (key.Remove(at, end - at), (from, until))
            : (key, null);
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
