using System.Globalization;
using System.Text;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Tests.Content;

/// <summary>A content folder in a temporary place, small and without a fault until a test breaks it.</summary>
internal sealed class SmallContent : IDisposable
{
    public const string ModuleFile = "modules/taking-care/module.md";
    public const string ProgrammeFile = "programmes/onboarding.yml";

    private const string Module = """
        ---
        title: Taking care
        version: 1.0
        status: published
        audience: { agencies: [harbour], kinds: [employee, contractor] }
        minutes: 6
        sources: [HB-SMG]
        owner: Social Media Advisor
        summary: How to take care with what you post.
        statement: null
        quiz: { draw: 2, required: [HB-SMG-01, HB-SMG-02] }
        ---
        ## What you post {#what-you-post}
        <!-- teaches: HB-SMG-01 -->
        Stop and think before you post. See [what you follow](#what-you-follow).

        ## What you follow {#what-you-follow}
        <!-- teaches: HB-SMG-02 -->
        Other people may see the list. Talk it over with your **People Leader**.
        """;

    private const string Registers = """
        obligations:
          - id: HB-SMG-01
            source: HB-SMG
            section: Posting
            kind: must
            applies_to: [all-staff]
            statement: Take care with what you post.
            themes: [personal-use]
          - id: HB-SMG-02
            source: HB-SMG
            section: Following
            kind: must-not
            applies_to: [all-staff]
            statement: Do not join groups to watch them.
            themes: [facebook-groups]
          - id: HB-SMG-03
            source: HB-SMG
            section: Contacts
            kind: contact
            applies_to: [all-staff]
            statement: Ask the Social Media Advisor.
            themes: [governance]
          - id: FO-POL-01
            source: FO-POL
            section: Posting
            kind: should
            applies_to: [all-staff]
            statement: Think before you post.
            themes: [personal-use]
        """;

    private const string Programme = """
        key: onboarding
        agency: harbour
        kind: onboarding
        name: Getting started
        summary: Read, practise and sign in your first ten working days.
        audience: { kinds: [employee, contractor] }
        modules: [taking-care]
        due: { working_days: 10 }
        statements:
          employee: I have read and understood {modules} and agree to abide by them.
        """;

    public SmallContent()
    {
        Write(
            "agencies.yml",
            """
            agencies:
              - { slug: harbour, name: Harbour Agency, short_name: Harbour, name_mi: Te Whanga }
              - { slug: forest, name: Forest Agency, short_name: Forest }
            """
        );
        Write(
            "sources.yml",
            """
            sources:
              - { id: HB-SMG, title: Guidance, organisation: Harbour Agency, agency: harbour, date: '2023-08', status: current }
              - { id: FO-POL, title: Policy, organisation: Forest Agency, agency: forest, status: current }
              - { id: PS-CODE, title: Code, organisation: Commission, status: current, url: https://code.example.org }
            """
        );
        Write("obligations.yml", Registers);
        Write(
            "holidays.yml",
            "holidays:\n  - { date: 2026-02-06, name: Waitangi Day, region: national }\n"
        );
        Write(ModuleFile, Module);
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            Write(ScenarioFile(number), Scenario(number % 2 == 0 ? "HB-SMG-02" : "HB-SMG-01"));
        }

        Write(ProgrammeFile, Programme);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("content-").FullName;

    public static string ScenarioFile(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"modules/taking-care/scenarios/situation-{number}.md"
        );

    public static string Scenario(string obligation) =>
        $"""
            ---
            obligations: [{obligation}]
            kind: one
            contested: false
            ---
            A neighbour asks what you think.

            - [ ] Answer at once, because you know the facts well.
              > It reads as the agency speaking.
            - [x] Leave it, and tell the Advisor.
              > Right: they can answer.

            > Leave the answer to those whose job it is.
            """;

    public SmallContent Write(string path, string text) =>
        Write(path, Encoding.UTF8.GetBytes(text));

    public SmallContent Write(string path, byte[] bytes)
    {
        var onDisk = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(onDisk)!);
        File.WriteAllBytes(onDisk, bytes);
        return this;
    }

    public SmallContent Delete(string path)
    {
        File.Delete(Path.Combine(Folder, path));
        return this;
    }

    /// <summary>Replaces a text that must be there once or more.</summary>
    public SmallContent Replace(string path, string old, string replacement)
    {
        var text = Text(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public SmallContent ReplaceInModule(string old, string replacement) =>
        Replace(ModuleFile, old, replacement);

    /// <summary>Adds lines at the end of the module.</summary>
    public SmallContent AddToModule(string text) =>
        Write(ModuleFile, $"{Text(ModuleFile)}\n\n{text}\n");

    public string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    /// <summary>The line on which a text stands first.</summary>
    public int LineOf(string path, string text) =>
        1
        + Array.FindIndex(
            Text(path).Split('\n'),
            line => line.Contains(text, StringComparison.Ordinal)
        );

    public ContentLoadResult Load(params EarlierVersion[] earlier) =>
        ContentLoader.Load(Folder, earlier);

    public ContentLibrary Library(params EarlierVersion[] earlier)
    {
        var result = Load(earlier);
        Assert.True(result.Library is not null, string.Join('\n', result.Messages));
        return result.Library;
    }

    public Module LoadModule() => Library().FindModule("taking-care")!;

    /// <summary>Asserts that a message is reported, with its file, its line and a way to mend.</summary>
    public void Reports(Severity severity, string file, int line, string message, string mend)
    {
        var all = Load().Messages;
        var found = all.Where(each => each.Message.Contains(message, StringComparison.Ordinal))
            .ToList();
        Assert.True(
            found.Count > 0,
            $"\"{message}\" was not reported, but:\n{string.Join('\n', all)}"
        );
        Assert.Contains(
            found,
            each =>
                each.Severity == severity
                && each.File == file
                && each.Line == line
                && each.Mend.Contains(mend, StringComparison.Ordinal)
        );
    }

    public void ReportsError(string file, string atText, string message, string mend) =>
        Reports(Severity.Error, file, LineOf(file, atText), message, mend);

    public void ReportsWarning(string file, string atText, string message, string mend) =>
        Reports(Severity.Warning, file, LineOf(file, atText), message, mend);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
