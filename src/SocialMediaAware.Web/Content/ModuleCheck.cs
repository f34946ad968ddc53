namespace SocialMediaAware.Web.Content;

/// <summary>Checks what modules and scenarios name: agencies, kinds of person, sources and obligations.</summary>
internal static class ModuleCheck
{
    // Pages of a module beside its sections.
    private static readonly string[] OtherPages = ["print", "sources"];

    public static IEnumerable<ContentMessage> Run(ContentLibrary library) =>
        [
            .. library.Modules.SelectMany(module => CheckAudience(module, library)),
            .. library.Modules.SelectMany(CheckKinds),
            .. library.Modules.SelectMany(module => CheckSources(module, library)),
            .. library.Modules.SelectMany(module =>
                module.Sections.SelectMany(section => CheckSection(section, module, library))
            ),
            .. library.Modules.SelectMany(module =>
                module.Scenarios.SelectMany(scenario =>
                    CheckScenario(scenario).Concat(CheckExercised(scenario, module, library))
                )
            ),
            .. FindScenariosNamedTwice(library),
        ];

    private static IEnumerable<ContentMessage> CheckAudience(Module module, ContentLibrary library)
    {
        var line = module.LineOf("audience");
        var agencies = ContentCheck.NamesOf(library.Agencies.Select(static agency => agency.Slug));
        foreach (
            var slug in (module.Audience.AgencySlugs ?? []).Where(slug =>
                library.FindAgency(slug) is null
            )
        )
        {
            yield return ContentCheck.Error(
                module.FilePath,
                line,
                $"The audience names an unknown agency, \"{FieldReader.Short(slug)}\".",
                $"Use {agencies}, or leave \"agencies\" out for every agency."
            );
        }

        if (module.Audience.AgencySlugs is { Count: 0 })
        {
            yield return ContentCheck.Error(
                module.FilePath,
                line,
                "No agency matches the audience: the list of agencies is empty.",
                $"Name {agencies}, or leave \"agencies\" out for every agency."
            );
        }
    }

    private static IEnumerable<ContentMessage> CheckKinds(Module module)
    {
        var unknownKinds = module
            .Audience.Kinds.Except(PersonKinds.All, StringComparer.Ordinal)
            .ToList();
        if (unknownKinds.Count > 0 || module.Audience.Kinds.Count == 0)
        {
            yield return ContentCheck.Error(
                module.FilePath,
                module.LineOf("audience"),
                unknownKinds.Count > 0
                    ? $"The audience names an unknown kind of person, \"{FieldReader.Short(unknownKinds[0])}\"."
                    : "Nobody matches the audience: the list of kinds is empty.",
                $"Use some of: {ContentCheck.NamesOf(PersonKinds.All)}."
            );
        }

        foreach (
            var flag in module.Audience.Flags.Except(AudienceFlags.All, StringComparer.Ordinal)
        )
        {
            yield return ContentCheck.Error(
                module.FilePath,
                module.LineOf("audience"),
                $"The audience names an unknown flag, \"{FieldReader.Short(flag)}\".",
                $"Use some of: {ContentCheck.NamesOf(AudienceFlags.All)}; or leave \"flags\" out for everybody."
            );
        }
    }

    private static IEnumerable<ContentMessage> CheckSources(Module module, ContentLibrary library)
    {
        var line = module.LineOf("sources");
        foreach (var id in module.SourceIds.Where(id => !library.Sources.ContainsKey(id)))
        {
            yield return ContentCheck.Error(
                module.FilePath,
                line,
                $"Unknown source \"{FieldReader.Short(id)}\".",
                "Use an id from sources.yml, or add the source there."
            );
        }

        foreach (
            var source in module
                .SourceIds.Select(library.Sources.GetValueOrDefault)
                .OfType<Source>()
        )
        {
            if (!IsShownOnlyTo(source, module))
            {
                yield return ContentCheck.Error(
                    module.FilePath,
                    line,
                    $"The source \"{source.Id}\" is a rule of {source.AgencySlug}, and the module is shown to others.",
                    $"Set audience: {{ agencies: [{source.AgencySlug}] }}, or use a source that is for every agency."
                );
            }
        }
    }

    private static IEnumerable<ContentMessage> CheckSection(
        Section section,
        Module module,
        ContentLibrary library
    )
    {
        if (OtherPages.Contains(section.Id, StringComparer.Ordinal))
        {
            yield return ContentCheck.Error(
                module.FilePath,
                section.Line,
                $"The section's id \"{section.Id}\" is the address of another page.",
                "Give it another id in braces after the heading."
            );
        }

        foreach (var id in section.TeachesObligationIds)
        {
            if (!library.Obligations.TryGetValue(id, out var obligation))
            {
                yield return ContentCheck.Error(
                    module.FilePath,
                    section.TeachesLine,
                    $"Unknown obligation \"{FieldReader.Short(id)}\".",
                    "Use an id from the registers of obligations."
                );
            }
            else if (FindWall(obligation, module, library) is { } agency)
            {
                yield return ContentCheck.Error(
                    module.FilePath,
                    section.TeachesLine,
                    $"The obligation \"{id}\" is a rule of {agency}, and the module is shown to others.",
                    "Teach it in a module of that agency alone."
                );
            }
            else if (!module.SourceIds.Contains(obligation.SourceId, StringComparer.Ordinal))
            {
                yield return ContentCheck.Warning(
                    module.FilePath,
                    section.TeachesLine,
                    $"The obligation \"{id}\" comes from {obligation.SourceId}, which the module does not name as a source.",
                    $"Add {obligation.SourceId} to \"sources\"."
                );
            }
        }
    }

    private static IEnumerable<ContentMessage> CheckScenario(Scenario scenario)
    {
        if (scenario.ObligationIds.Count == 0 && scenario.FieldLines.ContainsKey("obligations"))
        {
            yield return ContentCheck.Error(
                scenario.FilePath,
                scenario.LineOf("obligations"),
                "The scenario exercises no obligation.",
                "Name one or more: obligations: [KO-BSA-06]."
            );
        }

        foreach (var phase in scenario.Phases.Where(static phase => !FieldReader.IsSlug(phase)))
        {
            yield return ContentCheck.Error(
                scenario.FilePath,
                scenario.LineOf("phases"),
                $"\"{FieldReader.Short(phase)}\" is not a phase of an election.",
                "Write it as phases: [pre-election]."
            );
        }
    }

    private static IEnumerable<ContentMessage> CheckExercised(
        Scenario scenario,
        Module module,
        ContentLibrary library
    )
    {
        var line = scenario.LineOf("obligations");
        var taught = module.TaughtObligationIds().ToHashSet(StringComparer.Ordinal);
        foreach (var id in scenario.ObligationIds)
        {
            if (!library.Obligations.TryGetValue(id, out var obligation))
            {
                yield return ContentCheck.Error(
                    scenario.FilePath,
                    line,
                    $"Unknown obligation \"{FieldReader.Short(id)}\".",
                    "Use an id from the registers of obligations."
                );
            }
            else if (FindWall(obligation, module, library) is { } agency)
            {
                yield return ContentCheck.Error(
                    scenario.FilePath,
                    line,
                    $"The obligation \"{id}\" is a rule of {agency}, and the module is shown to others.",
                    "Move the scenario to a module of that agency alone."
                );
            }
            else if (!taught.Contains(id))
            {
                yield return ContentCheck.Warning(
                    scenario.FilePath,
                    line,
                    $"No section of this module teaches the obligation \"{id}\" that the scenario exercises.",
                    "Teach it in a section, so that an answer can lead there, or leave the obligation out."
                );
            }
        }
    }

    // People's progress is kept by the scenario's name, over all the modules that an assignment covers.
    private static IEnumerable<ContentMessage> FindScenariosNamedTwice(ContentLibrary library) =>
        library
            .Modules.SelectMany(static module => module.Scenarios)
            .GroupBy(static scenario => scenario.Slug, StringComparer.Ordinal)
            .SelectMany(static sameName =>
                sameName.Skip(1).Select(scenario => (scenario, first: sameName.First()))
            )
            .Select(static pair =>
                ContentCheck.Error(
                    pair.scenario.FilePath,
                    1,
                    $"Another scenario has the same id, \"{pair.scenario.Slug}\": {pair.first.FilePath}.",
                    "Give one of the two files another name."
                )
            );

    private static string? FindWall(Obligation obligation, Module module, ContentLibrary library) =>
        library.Sources.TryGetValue(obligation.SourceId, out var source)
        && !IsShownOnlyTo(source, module)
            ? source.AgencySlug
            : null;

    private static bool IsShownOnlyTo(Source source, Module module) =>
        source.AgencySlug is null
        || (
            module.Audience.AgencySlugs is { } agencies
            && agencies.All(agency => agency == source.AgencySlug)
        );
}
