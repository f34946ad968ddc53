using System.Globalization;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Dates as files write them.</summary>
internal static class FileDates
{
    /// <summary>Year-month-day.</summary>
    public static string ForFile(this DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
