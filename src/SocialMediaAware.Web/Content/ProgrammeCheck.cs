namespace SocialMediaAware.Web.Content;

/// <summary>Checks the starter programmes.</summary>
internal static class ProgrammeCheck
{
    private const string Onboarding = "onboarding";

    public static IEnumerable<ContentMessage> Run(ContentLibrary library) =>
        [
            .. library.Programmes.SelectMany(programme => CheckNames(programme, library)),
            .. library.Programmes.SelectMany(programme => CheckModules(programme, library)),
            .. library.Programmes.SelectMany(programme => CheckMinutes(programme, library)),
            .. FindKeysUsedTwice(library),
        ];

    private static IEnumerable<ContentMessage> CheckNames(
        StarterProgramme programme,
        ContentLibrary library
    )
    {
        if (programme.AgencySlug is { } agency && library.FindAgency(agency) is null)
        {
            yield return ContentCheck.Error(
                programme.FilePath,
                programme.LineOf("agency"),
                $"The programme names an unknown agency, \"{FieldReader.Short(agency)}\".",
                $"Use one of: {ContentCheck.NamesOf(library.Agencies.Select(static each => each.Slug))}."
            );
        }

        foreach (
            var kind in programme.AudienceKinds.Except(PersonKinds.All, StringComparer.Ordinal)
        )
        {
            yield return ContentCheck.Error(
                programme.FilePath,
                programme.LineOf("audience"),
                $"The audience names an unknown kind of person, \"{FieldReader.Short(kind)}\".",
                $"Use some of: {ContentCheck.NamesOf(PersonKinds.All)}."
            );
        }
    }

    private static IEnumerable<ContentMessage> CheckModules(
        StarterProgramme programme,
        ContentLibrary library
    )
    {
        foreach (var slug in programme.ModuleSlugs.Except(library.UnreadableModules))
        {
            var module = library.FindModule(slug);
            if (
                (module is null ? Unknown(slug) : WhyNotAsked(programme, module))
                is var (message, mend)
            )
            {
                yield return ContentCheck.Error(
                    programme.FilePath,
                    programme.LineOf("modules"),
                    message,
                    mend
                );
            }
            else if (library.FindPublished(slug) is null)
            {
                yield return ContentCheck.Warning(
                    programme.FilePath,
                    programme.LineOf("modules"),
                    $"The module \"{slug}\" is not published, so nobody can be asked for it.",
                    "Publish the module, or leave it out."
                );
            }
        }
    }

    private static (string Message, string Mend)? Unknown(string slug) =>
        (
            $"The programme names an unknown module, \"{FieldReader.Short(slug)}\".",
            "Use the name of a folder in modules/."
        );

    private static (string Message, string Mend)? WhyNotAsked(
        StarterProgramme programme,
        Module module
    ) =>
        programme.AgencySlug switch
        {
            { } agency when !module.Audience.IncludesAgency(agency) => (
                $"The module \"{module.Slug}\" is not for {agency}.",
                "Leave it out, or change the module's audience."
            ),
            null when module.Audience.AgencySlugs is not null => (
                $"The programme is for every agency, and the module \"{module.Slug}\" is not.",
                "Name the programme's agency, or leave the module out."
            ),
            _ => null,
        };

    private static IEnumerable<ContentMessage> CheckMinutes(
        StarterProgramme programme,
        ContentLibrary library
    )
    {
        var minutes = programme.ModuleSlugs.Sum(slug => library.FindModule(slug)?.Minutes ?? 0);
        if (programme.Kind == Onboarding && minutes > ContentLimits.OnboardingMinutes)
        {
            yield return ContentCheck.Warning(
                programme.FilePath,
                programme.LineOf("modules"),
                $"Onboarding takes {minutes} minutes; more than {ContentLimits.OnboardingMinutes} is too much for one sitting.",
                "Leave a module out, or move one to a later programme."
            );
        }
    }

    private static IEnumerable<ContentMessage> FindKeysUsedTwice(ContentLibrary library) =>
        library
            .Programmes.GroupBy(static programme => (programme.AgencySlug, programme.Key))
            .SelectMany(static sameKey => sameKey.Skip(1))
            .Select(static programme =>
                ContentCheck.Error(
                    programme.FilePath,
                    programme.LineOf("key"),
                    $"Another programme of the same agency has the key \"{FieldReader.Short(programme.Key)}\".",
                    "Give this one a key of its own."
                )
            );
}
