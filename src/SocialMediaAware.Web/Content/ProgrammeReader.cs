using System.Globalization;

namespace SocialMediaAware.Web.Content;

/// <summary>Reads a starter programme.</summary>
internal static class ProgrammeReader
{
    private const string AllModules = "{modules}";

    private static readonly string[] Kinds =
    [
        "onboarding",
        "yearly",
        "election",
        "policy-change",
        "one-off",
    ];

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
        var window = ReadWindow(fields, kind, problems);
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
            Window = window,
            DueWorkingDays = fields.Inner("due")?.Number("working_days", 1, 260),
            Statements = statements,
            FilePath = path,
            FieldLines = fields.Lines,
        };
    }

    private static (string Opens, string Due)? ReadWindow(
        FieldReader fields,
        string? kind,
        FileLog problems
    )
    {
        if (kind is not null && !Kinds.Contains(kind))
        {
            problems.Error(
                fields.LineOf("kind"),
                $"\"{FieldReader.Short(kind)}\" is no kind of programme.",
                $"Use one of: {string.Join(", ", Kinds)}."
            );
        }

        if (fields.Inner("window") is not { } window)
        {
            return null;
        }

        window.AllowOnly("opens", "due");
        if (kind != "yearly")
        {
            problems.Error(
                fields.LineOf("window"),
                "Only a yearly programme has a window.",
                "Delete it: other kinds take their days from a start, an election or a version."
            );
        }

        return
            (ReadDayOfYear(window, "opens", problems), ReadDayOfYear(window, "due", problems))
                is ({ } opens, { } due)
            ? (opens, due)
            : null;
    }

    private static string? ReadDayOfYear(FieldReader window, string name, FileLog problems)
    {
        var text = window.Required(name, "Write a month and a day: 02-01 is 1 February.");
        if (text is null || IsDayOfYear(text))
        {
            return text;
        }

        problems.Error(
            window.LineOf(name),
            $"\"{FieldReader.Short(text)}\" is no day of the year.",
            "Write a month and a day: 02-01 is 1 February."
        );
        return null;
    }

    // A leap year, so that 29 February is a day of the year.
    private static bool IsDayOfYear(string text) =>
        DateOnly.TryParseExact(
            $"2000-{text}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

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
