using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>The regions that keep an anniversary day of their own, as the list of holidays names them.</summary>
public static class AnniversaryRegions
{
    /// <summary>Their names, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Regions(this ContentLibrary library) =>
        [
            .. library
                .Holidays.Where(holiday => !holiday.IsNational)
                .Select(holiday => holiday.Region)
                .Distinct(StringComparer.Ordinal)
                .Order(NewZealandEnglish.Alphabet),
        ];
}
