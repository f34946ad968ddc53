using System.Globalization;

namespace SocialMediaAware.Web.Content;

/// <summary>Checks wording: macrons, how hard a text is to read, and options that give the answer away.</summary>
internal static class WordingCheck
{
    private const int FewestScenariosToCompare = 5;
    private const int FewestWordsOfASection = 20;
    private const int OldestGrade = 13;

    public static IEnumerable<ContentMessage> Run(ContentLibrary library, TeReoWords teReo) =>
        [
            .. library.Modules.SelectMany(module => FindMissingMacrons(module, teReo)),
            .. library.Programmes.SelectMany(programme => FindMissingMacrons(programme, teReo)),
            .. library.Modules.Select(CheckReadingGrade).OfType<ContentMessage>(),
            .. CheckLongestOptions(library),
        ];

    private static IEnumerable<ContentMessage> FindMissingMacrons(Module module, TeReoWords teReo)
    {
        var texts = module.Scenarios.Select(static scenario =>
            (scenario.FilePath, scenario.Text, scenario.BodyLine)
        );
        if (module.TeReo is { } translation)
        {
            texts = texts.Append((translation.FilePath, translation.Text, translation.BodyLine));
        }

        return texts
            .Prepend((module.FilePath, module.Text, module.BodyLine))
            .SelectMany(text => FindInFile(text.FilePath, text.Text, text.BodyLine, teReo));
    }

    private static IEnumerable<ContentMessage> FindMissingMacrons(
        StarterProgramme programme,
        TeReoWords teReo
    ) =>
        programme
            .Statements.Values.Select(static statement => ("statements", statement))
            .Append(("name", programme.Name))
            .Append(("summary", programme.Summary))
            .SelectMany(text =>
                FindInLine(programme.FilePath, programme.LineOf(text.Item1), text.Item2, teReo)
            );

    private static IEnumerable<ContentMessage> FindInFile(
        string file,
        string text,
        int bodyLine,
        TeReoWords teReo
    )
    {
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            // In the front matter the audience names agencies by their ids, which have no macrons.
            var isId =
                index + 1 < bodyLine
                && lines[index].StartsWith("audience", StringComparison.Ordinal);
            foreach (var message in isId ? [] : FindInLine(file, index + 1, lines[index], teReo))
            {
                yield return message;
            }
        }
    }

    private static IEnumerable<ContentMessage> FindInLine(
        string file,
        int line,
        string text,
        TeReoWords teReo
    ) =>
        teReo
            .MissingMacrons(text)
            .Select(word =>
                ContentCheck.Error(
                    file,
                    line,
                    $"\"{word.Wrong}\" lacks its macron.",
                    $"Write \"{word.Right}\"."
                )
            );

    private static ContentMessage? CheckReadingGrade(Module module)
    {
        var wholeText = string.Join(
            '\n',
            module.Sections.Select(static section => section.PlainText)
        );
        if (ReadingGrade.Of(wholeText) is not { } grade || grade <= module.ReadingGradeLimit)
        {
            return null;
        }

        var hardest = module.Sections.MaxBy(static section =>
            ReadingGrade.Of(section.PlainText, FewestWordsOfASection) ?? 0
        )!;
        var age = grade > OldestGrade ? "over 18" : $"about {Math.Round(grade) + 5:0}";
        return ContentCheck.Warning(
            module.FilePath,
            hardest.Line,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The text is hard to read: grade {grade}, a reading age of {age}; the limit is grade {module.ReadingGradeLimit}."
            ),
            $"Use shorter sentences and words; begin with \"{hardest.Heading}\", the hardest section."
        );
    }

    private static IEnumerable<ContentMessage> CheckLongestOptions(ContentLibrary library)
    {
        var scenarios = library
            .Modules.SelectMany(static module => module.Scenarios)
            .Where(static scenario =>
                scenario.Kind == ScenarioKind.One && scenario.Options.Count > 1
            )
            .ToList();
        var longest = scenarios.Where(IsRightOptionLongest).ToList();
        var share = scenarios.Count == 0 ? 0 : (double)longest.Count / scenarios.Count;
        if (
            scenarios.Count >= FewestScenariosToCompare
            && share > ContentLimits.RightOptionLongestShare
        )
        {
            yield return ContentCheck.Warning(
                longest[0].FilePath,
                longest[0].BodyLine,
                $"In {longest.Count} of {scenarios.Count} scenarios the right option is the longest; that gives it away.",
                "Shorten right options or lengthen others, here and in "
                    + $"{ContentCheck.NamesOf(longest.Skip(1).Take(5).Select(static scenario => scenario.Slug))}."
            );
        }
    }

    private static bool IsRightOptionLongest(Scenario scenario)
    {
        var right = scenario.Options.FirstOrDefault(static option => option.IsRight);
        return right is not null
            && scenario.Options.All(option =>
                option == right || option.PlainText.Length < right.PlainText.Length
            );
    }
}
