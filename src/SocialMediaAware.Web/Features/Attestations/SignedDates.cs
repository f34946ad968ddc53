using System.Globalization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Writes instants as people read them, in New Zealand's time.</summary>
public static class SignedDates
{
    /// <summary>Such as Friday 7 August 2026.</summary>
    public static string ToLongDate(this DateTimeOffset instant) =>
        instant.NewZealandDate().ToString("dddd d MMMM yyyy", NewZealand);

    /// <summary>Such as Friday 7 August 2026, 10:42 am.</summary>
    public static string ToLongDateAndTime(this DateTimeOffset instant) =>
        instant.InNewZealand().ToString("dddd d MMMM yyyy, h:mm tt", NewZealand);

    private static CultureInfo NewZealand => CultureInfo.GetCultureInfo("en-NZ");
}
