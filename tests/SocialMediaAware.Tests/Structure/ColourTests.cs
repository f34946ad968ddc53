using System.Globalization;
using System.Text.RegularExpressions;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Structure;

/// <summary>The colours can be read: WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (controls 3:1), in both schemes.</summary>
public sealed partial class ColourTests
{
    public static TheoryData<bool, string, string, double> Pairs()
    {
        (string[] Inks, string[] Grounds, double Least)[] rules =
        [
            (["ink", "soft", "link", "link-pressed", "wrong"], ["paper", "card", "quiet"], 4.5),
            (["ink", "link", "good"], ["good-ground"], 4.5),
            (["ink", "link", "attention"], ["attention-ground"], 4.5),
            (["ink", "link", "wrong"], ["wrong-ground"], 4.5),
            (["ink", "link", "mark"], ["mark-ground"], 4.5),
            (["ink"], ["found"], 4.5),
            (["good", "attention", "mark"], ["paper", "card"], 4.5),
            (["on-action"], ["action", "action-pressed"], 4.5),
            (["header-ink", "header-soft"], ["header"], 4.5),
            (["focus", "control", "mark", "good", "wrong"], ["paper", "card", "quiet"], 3),
            (["header-mark", "header-focus"], ["header"], 3),
        ];
        var pairs = new TheoryData<bool, string, string, double>();
        foreach (var dark in new[] { false, true })
        {
            foreach (var (inks, grounds, least) in rules)
            {
                foreach (var ink in inks)
                {
                    foreach (var ground in grounds)
                    {
                        pairs.Add(dark, ink, ground, least);
                    }
                }
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Colours_WhenOneStandsOnAnother_CanBeRead(
        bool dark,
        string ink,
        string ground,
        double least
    )
    {
        var colours = Read(dark);
        var contrast = Contrast(colours[ink], colours[ground]);
        Assert.True(
            contrast >= least,
            $"{ink} on {ground} has {contrast:0.00}:1, and needs {least}:1."
        );
    }

    private static Dictionary<string, string> Read(bool dark)
    {
        var text = File.ReadAllText(
            Repository.Folder("src", "SocialMediaAware.Web", "Styles", "_tokens.scss")
        );
        var blocks = text.Split("prefers-color-scheme: dark");
        Assert.Equal(2, blocks.Length);
        return Token()
            .Matches(blocks[dark ? 1 : 0])
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (
            Math.Max(Luminance(one), Luminance(other)),
            Math.Min(Luminance(one), Luminance(other))
        );
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value =
                int.Parse(
                    colour.AsSpan(at, 2),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture
                ) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex(@"--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex Token();
}
