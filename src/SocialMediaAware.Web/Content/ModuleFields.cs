namespace SocialMediaAware.Web.Content;

/// <summary>The fields of a module's front matter.</summary>
internal sealed record ModuleFieldValues(
    string Title,
    ContentVersion Version,
    ModuleStatus Status,
    Audience Audience,
    int Minutes,
    IReadOnlyList<string> Sources,
    string Owner,
    string Summary,
    string? Statement,
    QuizRules Quiz,
    double ReadingGradeLimit,
    IReadOnlyDictionary<string, int> Lines
);

/// <summary>Reads the fields of a module's front matter.</summary>
internal static class ModuleFields
{
    private static readonly string[] Names =
    [
        .. "title version status audience minutes sources owner summary statement quiz reading_grade".Split(
            ' '
        ),
    ];

    private static readonly Dictionary<string, ModuleStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["draft"] = ModuleStatus.Draft,
        ["published"] = ModuleStatus.Published,
        ["withdrawn"] = ModuleStatus.Withdrawn,
    };

    /// <summary>Reads them all, and reports all that is wrong; null where a field that a module needs is missing.</summary>
    public static ModuleFieldValues? Read(FieldReader fields, FileLog problems)
    {
        fields.AllowOnly(Names);
        var title = fields.Required("title", "Write what readers see, such as title: Your rights.");
        var version = ReadVersion(fields, problems);
        var status = fields.Choice("status", Statuses);
        var audience = ReadAudience(fields, problems);
        var minutes = ReadMinutes(fields, problems);
        var sources = fields.RequiredList(
            "sources",
            "Name the sources by their ids: sources: [KO-BSA]."
        );
        var owner = fields.Required("owner", "Name the role that answers for the text.");
        var summary = fields.Required("summary", "Say in a sentence what the module is about.");
        var statement = fields.Optional("statement");
        var quiz = ReadQuiz(fields, problems);
        var limit = fields.Number("reading_grade", 4, 16) ?? ContentLimits.ReadingGrade;
        return
            title is null || version is null || status is null || audience is null || quiz is null
            ? null
            : new ModuleFieldValues(
                title,
                version.Value,
                status.Value,
                audience,
                minutes,
                sources,
                owner ?? "",
                summary ?? "",
                statement,
                quiz,
                limit,
                fields.Lines
            );
    }

    public static ContentVersion? ReadVersion(FieldReader fields, FileLog problems)
    {
        var text = fields.Required("version", "Write it as version: 1.0.");
        if (text is null)
        {
            return null;
        }

        if (ContentVersion.TryParse(text, out var version) && version.Major > 0)
        {
            return version;
        }

        problems.Error(
            fields.LineOf("version"),
            $"\"{FieldReader.Short(text)}\" is not a version.",
            "Write it as 1.0: a new first number asks people to sign again, a new second one does not."
        );
        return null;
    }

    private static int ReadMinutes(FieldReader fields, FileLog problems)
    {
        if (!fields.Has("minutes"))
        {
            problems.Error(
                1,
                "The field \"minutes\" is missing.",
                "Say how long it takes to read: minutes: 6."
            );
        }

        return fields.Number("minutes", 1, 240) ?? 1;
    }

    private static Audience? ReadAudience(FieldReader fields, FileLog problems)
    {
        if (fields.Inner("audience") is not { } audience)
        {
            if (!fields.Has("audience"))
            {
                problems.Error(
                    1,
                    "The field \"audience\" is missing.",
                    "Write whom it is for: audience: { agencies: [kainga-ora], kinds: [employee] }."
                );
            }

            return null;
        }

        audience.AllowOnly("agencies", "kinds", "flags");
        return new Audience(
            audience.OptionalList("agencies"),
            audience.OptionalList("kinds") ?? PersonKinds.All,
            audience.OptionalList("flags") ?? []
        );
    }

    private static QuizRules? ReadQuiz(FieldReader fields, FileLog problems)
    {
        if (fields.Inner("quiz") is not { } quiz)
        {
            if (!fields.Has("quiz"))
            {
                problems.Error(
                    1,
                    "The field \"quiz\" is missing.",
                    "Write how many scenarios are drawn: quiz: { draw: 4, required: [KO-BSA-02] }."
                );
            }

            return null;
        }

        quiz.AllowOnly("draw", "required");
        quiz.Required("draw", "Write how many scenarios an attempt draws, such as draw: 4.");
        return new QuizRules(quiz.Number("draw", 0, 50) ?? 0, quiz.OptionalList("required") ?? []);
    }
}
