using System.Globalization;
using System.Text;
using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

/// <summary>A sweep of generated broken files: none may throw, hang or be loaded as if nothing were wrong.</summary>
public class BrokenContentTests
{
    // A file answers within two seconds; a busy machine gets five times as much.
    private static readonly TimeSpan FarTooLong = TimeSpan.FromSeconds(10);

    private static readonly bool Full = Environment.GetEnvironmentVariable("SMA_FULL") == "1";

    private static readonly string[] Pathological =
    [
        "[",
        "]",
        "![",
        "[^a]",
        "[a](",
        "*a ",
        "**a",
        "_",
        "`",
        "``` ",
        "<",
        "<a ",
        "&",
        "&#",
        "|",
        "| a ",
        "> ",
        "- ",
        "1. ",
        "\t",
        "    ",
        "#",
        "## ",
        "\\",
        "{",
        "{#",
        "<!--",
        "-->",
        "~~~",
        "***",
        "---\n",
        "...\n",
        "*[a]: b\n",
        "[^1]: a\n",
        "[a]: b\n",
        "a: ",
        "[[",
        "{{",
        "- [ ] ",
        "- [x] ",
        "? ",
        ": ",
        "&a ",
        "*a",
        "!!x ",
        "%",
        "\u0000",
        "\uFEFF",
        "\u202E",
        "e\u0301",
        "\r",
        "\r\n",
        "'",
        "\"",
        "|\n-|\n",
        "a@b.c ",
        "https://",
        "javascript:",
        "=\n",
        "> [!NOTE]\n",
        ">\n> ",
    ];

    [Fact]
    public async Task Load_OfBrokenFiles_AlwaysAnswersWithMessages()
    {
        var files = Full ? 1_000 : 200;
        for (var seed = 0; seed < files; seed++)
        {
            var broken = seed;
            var answered = await Task.Run(() => LoadBroken(broken)).WaitAsync(FarTooLong);
            Assert.True(answered is null, answered);
        }
    }

    [Fact]
    public async Task Load_OfEachPathologicalText_AnswersWhateverItsSize()
    {
        foreach (var part in Pathological)
        {
            foreach (
                var size in Full
                    ? new[] { 300, 3_000, 30_000, 130_000, 1_000_000 }
                    : [3_000, 120_000]
            )
            {
                var text = string.Concat(Enumerable.Repeat(part, Math.Max(1, size / part.Length)));
                await Task.Run(() => LoadWithBody(text)).WaitAsync(FarTooLong);
                await Task.Run(() => LoadWithBody(InLines(text))).WaitAsync(FarTooLong);
                await Task.Run(() => LoadAsYaml(text)).WaitAsync(FarTooLong);
            }
        }
    }

    [Fact]
    public async Task Load_WhenEverySectionHasManyDefinitions_RefusesThem()
    {
        var sections = string.Concat(
            Enumerable.Range(1, 1_000).Select(number => $"## Part {number}\nText.\n")
        );
        var definitions = string.Concat(
            Enumerable.Range(1, 1_000).Select(number => $"[^{number}]: A note.\n")
        );

        await Task.Run(() => LoadWithBody(sections + definitions)).WaitAsync(FarTooLong);

        using var content = new SmallContent();
        content.AddToModule(sections);
        content.ReportsError(ModuleFile, "## What you post", "more than 60 sections", "Split it");
    }

    private static string? LoadBroken(int seed)
    {
        var random = new Random(seed);
        using var content = new SmallContent();
        var file = Pick(
            random,
            [
                ModuleFile,
                ScenarioFile(1),
                ProgrammeFile,
                "sources.yml",
                "obligations.yml",
                "agencies.yml",
                "holidays.yml",
            ]
        );
        content.Write(file, Break(content.Bytes(file), random));
        var result = content.Load(
            new EarlierVersion("taking-care", new(0, 9), Break(content.Bytes(ModuleFile), random))
        );
        return result.Messages.All(message =>
            message.Line > 0 && message.Message.Length > 0 && message.Mend.Length > 0
        )
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"seed {seed}: a message without a line or a way to mend"
            );
    }

    private static byte[] Break(byte[] bytes, Random random)
    {
        var broken = bytes.ToList();
        for (var cut = random.Next(1, 6); cut > 0; cut--)
        {
            var at = random.Next(broken.Count);
            switch (random.Next(5))
            {
                case 0:
                    broken.RemoveRange(at, random.Next(broken.Count - at));
                    break;
                case 1:
                    broken[at] = (byte)random.Next(256);
                    break;
                case 2:
                    broken.InsertRange(at, broken.Take(random.Next(broken.Count)).ToList());
                    break;
                default:
                    var part = Encoding.UTF8.GetBytes(Pick(random, Pathological));
                    broken.InsertRange(
                        at,
                        Enumerable.Repeat(part, random.Next(1, 3_000)).SelectMany(each => each)
                    );
                    break;
            }

            broken.Add((byte)'\n');
        }

        return [.. broken];
    }

    private static void LoadWithBody(string text)
    {
        using var content = new SmallContent();
        content.AddToModule(text);
        content.Write(ScenarioFile(1), content.Text(ScenarioFile(1)) + text);
        Assert.All(content.Load().Messages, message => Assert.True(message.Line > 0));
    }

    private static void LoadAsYaml(string text)
    {
        using var content = new SmallContent();
        content.Write("sources.yml", text);
        content.Write("holidays.yml", "holidays:\n  " + text);
        content.Write(ProgrammeFile, "key: " + text);
        var result = content.Load();
        Assert.True(result.HasErrors);
    }

    private static string InLines(string text) =>
        string.Join(
            '\n',
            text.Chunk(ContentLimits.LineLength / 50).Select(line => new string(line))
        );

    private static string Pick(Random random, string[] choices) =>
        choices[random.Next(choices.Length)];
}
