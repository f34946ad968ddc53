using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialMediaAware.Web.Content;

/// <summary>The commands of the content: <c>content check</c>.</summary>
public static class ContentCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the command <c>content</c>.</summary>
    /// <param name="contentFolder">The folder to check where the command line names none.</param>
    public static Command Create(Func<string> contentFolder)
    {
        var folder = new Option<string?>("--content")
        {
            Description = "The content folder; the portal's own where it is left out.",
            HelpName = "FOLDER",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print the result as JSON and nothing else.",
        };
        var check = new Command(
            "check",
            "Checks everything that people read, and says how to mend it."
        )
        {
            json,
            folder,
        };
        check.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var chosen = parsed.GetValue(folder) ?? contentFolder();
            parsed.InvocationConfiguration.Error.WriteLine($"Checking {chosen}");
            var result = ContentLoader.Load(chosen);
            if (parsed.GetValue(json))
            {
                WriteJson(result, output);
            }
            else
            {
                WriteText(result, output);
            }

            return result.HasErrors ? 1 : 0;
        });
        return new Command("content", "Works with what people read.") { check };
    }

    private static void WriteJson(ContentLoadResult result, TextWriter output)
    {
        var coverage = result.Readable.Coverage;
        var report = new
        {
            Errors = Listed(result, Severity.Error),
            Warnings = Listed(result, Severity.Warning),
            Modules = result.Readable.Modules.Count,
            Scenarios = ScenariosIn(result.Readable),
            Coverage = new
            {
                coverage.Testable,
                coverage.Taught,
                coverage.StaffDuties,
                coverage.Exercised,
                coverage.Untaught,
                coverage.Unexercised,
            },
        };
        output.WriteLine(JsonSerializer.Serialize(report, Json));
    }

    private static object[] Listed(ContentLoadResult result, Severity severity) =>
        [
            .. result
                .Messages.Where(message => message.Severity == severity)
                .Select(static message => new
                {
                    message.File,
                    message.Line,
                    message.Message,
                    message.Mend,
                }),
        ];

    private static void WriteText(ContentLoadResult result, TextWriter output)
    {
        foreach (var message in result.Messages)
        {
            var severity = message.Severity == Severity.Error ? "error" : "warning";
            output.WriteLine($"{message.File}:{message.Line}: {severity}: {message.Message}");
            output.WriteLine($"    {message.Mend}");
        }

        var errors = result.Messages.Count(static message => message.Severity == Severity.Error);
        var coverage = result.Readable.Coverage;
        output.WriteLine(
            $"{Count(errors, "error")}, {Count(result.Messages.Count - errors, "warning")} in "
                + $"{Count(result.Readable.Modules.Count, "module")} with {Count(ScenariosIn(result.Readable), "scenario")}."
        );
        output.WriteLine(
            $"Obligations that must be taught: {coverage.Testable}, taught: {coverage.Taught}, attested: {coverage.Attested}."
        );
        output.WriteLine(
            $"Duties that must be exercised: {coverage.StaffDuties}, exercised: {coverage.Exercised}."
        );
        WriteIds("Not taught", coverage.Untaught, output);
        WriteIds("Not exercised", coverage.Unexercised, output);
    }

    private static void WriteIds(string label, IReadOnlyList<string> ids, TextWriter output)
    {
        if (ids.Count > 0)
        {
            output.WriteLine($"{label}: {string.Join(", ", ids)}.");
        }
    }

    private static string Count(int number, string noun) =>
        number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static int ScenariosIn(ContentLibrary library) =>
        library.Modules.Sum(static module => module.Scenarios.Count);
}
