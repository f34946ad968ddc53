namespace SocialMediaAware.Web.Content;

/// <summary>Reads a starter programme.</summary>
internal static class ProgrammeReader
{
    private const string AllModules = "{modules}";

    public static StarterProgramme? Read(string path, FieldReader fields, FileLog problems)
    {
        var key = fields.Required("key", "Give it a key such as onboarding; it never changes.");
        var kind = fields.Required("kind", "Say what kind of programme it is, such as onboarding.");
        var name = fields.Required("name", "Write what people see.");
        var summary = fields.Required("summary", "Say in a sentence what it asks.");
        var modules = fields.RequiredList(
            "modules",
            "Name the modules: modules: [be-social-media-aware]."
        );
        var statements = ReadStatements(fields, problems);
        if (key is null || kind is null || name is null || summary is null)
        {
            return null;
        }

        return new StarterProgramme
        {
            Key = key,
            AgencySlug = fields.Optional("agency"),
            Kind = kind,
            Name = name,
            Summary = summary,
            AudienceKinds = fields.Inner("audience")?.OptionalList("kinds") ?? PersonKinds.All,
            ModuleSlugs = modules,
            DueWorkingDays = fields.Inner("due")?.Number("working_days", 1, 260),
            Statements = statements,
            FilePath = path,
            FieldLines = fields.Lines,
        };
    }

    private static Dictionary<string, string> ReadStatements(FieldReader fields, FileLog problems)
    {
        var statements = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.Inner("statements") is not { } byKind)
        {
            return statements;
        }

        byKind.AllowOnly([.. PersonKinds.All]);
        foreach (var kind in PersonKinds.All)
        {
            if (byKind.Optional(kind) is not { Length: > 0 } statement)
            {
                continue;
            }

            statements[kind] = statement;
            if (!statement.Contains(AllModules, StringComparison.Ordinal))
            {
                problems.Error(
                    byKind.LineOf(kind),
                    $"The statement for \"{kind}\" does not say what is signed.",
                    $"Put {AllModules} where the modules and versions should stand."
                );
            }
        }

        return statements;
    }
}
