using System.CommandLine;
using System.Text.Json;
using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public class ContentCommandTests
{
    [Fact]
    public void Check_AsJson_PrintsTheReportAndNothingElse()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("draw: 2", "draw: 3").Replace(ScenarioFile(1), "- [x]", "- [ ]");

        var (code, output, diagnostics) = Run(content, "check", "--json");

        using var report = JsonDocument.Parse(output);
        var root = report.RootElement;
        Assert.Equal(1, code);
        Assert.Contains(content.Folder, diagnostics, StringComparison.Ordinal);
        Assert.Equal(
            ["errors", "warnings", "modules", "scenarios", "coverage"],
            root.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            ["file", "line", "message", "mend"],
            root.GetProperty("errors")[0].EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            ScenarioFile(1),
            root.GetProperty("errors")[0].GetProperty("file").GetString()
        );
        Assert.Equal(8, root.GetProperty("errors")[0].GetProperty("line").GetInt32());
        Assert.Equal(1, root.GetProperty("warnings").GetArrayLength());
        Assert.Equal(1, root.GetProperty("modules").GetInt32());
        Assert.Equal(4, root.GetProperty("scenarios").GetInt32());
        Assert.Equal(
            ["testable", "taught", "staffDuties", "exercised", "untaught", "unexercised"],
            root.GetProperty("coverage").EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(3, root.GetProperty("coverage").GetProperty("testable").GetInt32());
    }

    [Fact]
    public void Check_WhenNothingIsWrong_ExitsWithZeroAndEndsWithTheCoverage()
    {
        using var content = new SmallContent();

        var (code, output, _) = Run(content, "check");

        Assert.Equal(0, code);
        Assert.Contains(
            "0 errors, 0 warnings in 1 module with 4 scenarios.",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("taught: 2, attested: 2.", output, StringComparison.Ordinal);
        Assert.EndsWith("Not taught: FO-POL-01.", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WhenThereAreOnlyWarnings_ExitsWithZero()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("draw: 2", "draw: 3");

        var (code, output, _) = Run(content, "check");

        Assert.Equal(0, code);
        Assert.Contains($"{ModuleFile}:11: warning: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfANamedFolder_ChecksThatFolder()
    {
        using var content = new SmallContent();
        var command = ContentCommands.Create(() =>
            throw new InvalidOperationException("Another folder was named.")
        );

        using var output = new StringWriter();
        var code = command
            .Parse(["check", "--content", content.Folder])
            .Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });

        Assert.Equal(0, code);
    }

    private static (int Code, string Output, string Diagnostics) Run(
        SmallContent content,
        params string[] arguments
    )
    {
        using var output = new StringWriter();
        using var diagnostics = new StringWriter();
        var code = ContentCommands
            .Create(() => content.Folder)
            .Parse(arguments)
            .Invoke(new InvocationConfiguration { Output = output, Error = diagnostics });
        return (code, output.ToString(), diagnostics.ToString());
    }
}
