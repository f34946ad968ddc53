using System.Globalization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>How these reports write shares and times. With few people, tenths of a percent would say more than is known.</summary>
public static class ModuleFigure
{
    private const int SecondsInAMinute = 60;

    /// <summary>A part of a whole, such as 64%. Below all it never says 100%, and above nobody never 0%.</summary>
    public static string Share(int part, int whole)
    {
        var percent = part * 100m / whole;
        return percent is > 0 and < 1
            ? "< 1%"
            : Math.Floor(percent).ToString("0'%'", NewZealandEnglish.Culture);
    }

    /// <summary>The width of a bar of 100, as an SVG attribute.</summary>
    public static string BarWidth(int part, int whole) =>
        Math.Round(part * 100m / whole, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Seconds as whole minutes, one at least.</summary>
    public static int Minutes(int seconds) =>
        Math.Max(
            1,
            (int)Math.Round((decimal)seconds / SecondsInAMinute, MidpointRounding.AwayFromZero)
        );
}
