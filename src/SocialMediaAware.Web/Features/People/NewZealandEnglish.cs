using System.Globalization;

namespace SocialMediaAware.Web.Features.People;

/// <summary>The language that the portal writes in.</summary>
public static class NewZealandEnglish
{
    /// <summary>How it writes dates and numbers.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-NZ");

    /// <summary>The order of its alphabet, in which capitals are no different from small letters.</summary>
    public static StringComparer Alphabet { get; } =
        StringComparer.Create(Culture, ignoreCase: true);
}
