using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Web.Features.Sources;

/// <summary>Says when a source is from.</summary>
public static class SourceDates
{
    /// <summary>Its date as people write it, or what there is to say about it; null when nothing is.</summary>
    public static string? InWords(Source source) =>
        SectionSources.InWords(source.Date) ?? source.DateNote;
}
