using System.Globalization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>One line of "Where this comes from": a source and the parts of it that a section teaches.</summary>
/// <param name="Source">The document.</param>
/// <param name="Sections">The headings in it.</param>
public sealed record SectionSource(Source Source, IReadOnlyList<string> Sections)
{
    /// <summary>Its date as people write it; null when it has none.</summary>
    public string? DateInWords => SectionSources.InWords(Source.Date);
}

/// <summary>Finds where a text comes from.</summary>
public static class SectionSources
{
    /// <summary>The sources of a section's obligations, in the order in which it teaches them.</summary>
    public static IReadOnlyList<SectionSource> Of(ContentLibrary library, Section section) =>
        [
            .. section
                .TeachesObligationIds.Select(id => library.Obligations.GetValueOrDefault(id))
                .OfType<Obligation>()
                .GroupBy(obligation => obligation.SourceId)
                .Where(group => library.Sources.ContainsKey(group.Key))
                .Select(group => new SectionSource(
                    library.Sources[group.Key],
                    [.. group.Select(obligation => obligation.SectionName).Distinct()]
                )),
        ];

    /// <summary>The sources of a module that another document replaced.</summary>
    public static IReadOnlyList<Source> Replaced(ContentLibrary library, Module module) =>
        [
            .. module
                .SourceIds.Select(id => library.Sources.GetValueOrDefault(id))
                .OfType<Source>()
                .Where(source => source.Status == SourceStatus.Superseded),
        ];

    /// <summary>A date of a source, <c>2023</c>, <c>2023-08</c> or <c>2023-08-25</c>, as people write it.</summary>
    internal static string? InWords(string? date)
    {
        return DateOnly.TryParseExact(
                date,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day.InFewWords()
            : DateOnly.TryParseExact(
                date,
                "yyyy-MM",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var month
            )
                ? month.MonthInWords()
            : date;
    }
}
