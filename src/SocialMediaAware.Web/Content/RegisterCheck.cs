namespace SocialMediaAware.Web.Content;

/// <summary>Checks that sources, agencies and obligations name one another rightly.</summary>
internal static class RegisterCheck
{
    private const string SourcesFile = "sources.yml";

    public static IEnumerable<ContentMessage> Run(ContentLibrary library) =>
        [
            .. library.Sources.Values.SelectMany(source => CheckSource(source, library)),
            .. library.Obligations.Values.SelectMany(obligation =>
                CheckObligation(obligation, library)
            ),
        ];

    private static IEnumerable<ContentMessage> CheckSource(Source source, ContentLibrary library)
    {
        if (source.AgencySlug is { } agency && library.FindAgency(agency) is null)
        {
            yield return ContentCheck.Error(
                SourcesFile,
                source.Line,
                $"The source \"{source.Id}\" belongs to an unknown agency, \"{agency}\".",
                $"Use one of: {ContentCheck.NamesOf(library.Agencies.Select(static each => each.Slug))}."
            );
        }

        if (source.SupersededBy is { } by && !library.Sources.ContainsKey(by))
        {
            yield return ContentCheck.Error(
                SourcesFile,
                source.Line,
                $"The source \"{source.Id}\" is superseded by an unknown source, \"{by}\".",
                "Add that source, or correct its id."
            );
        }

        var hasSuccessor = source.SupersededBy is not null && source.SupersededOn is not null;
        if (source.Status == SourceStatus.Superseded && !hasSuccessor)
        {
            yield return ContentCheck.Error(
                SourcesFile,
                source.Line,
                $"The source \"{source.Id}\" is superseded, but it does not say by what and since when.",
                "Add superseded_by and superseded_on; readers see both."
            );
        }
    }

    private static IEnumerable<ContentMessage> CheckObligation(
        Obligation obligation,
        ContentLibrary library
    )
    {
        if (!library.Sources.ContainsKey(obligation.SourceId))
        {
            yield return ContentCheck.Error(
                obligation.File,
                obligation.Line,
                $"The obligation \"{obligation.Id}\" comes from an unknown source, \"{obligation.SourceId}\".",
                $"Add the source to {SourcesFile}, or correct its id."
            );
        }
    }
}
