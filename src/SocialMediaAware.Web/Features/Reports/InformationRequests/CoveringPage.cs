using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Writes the covering page of a pack in Markdown: what was asked, the figures in words, what they mean, what is withheld.</summary>
public sealed class CoveringPage(
    CoveringFigures figures,
    IStringLocalizer<InformationRequestsTexts> texts
)
{
    /// <summary>Writes it.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="files">The files beside it, by path, with what they are.</param>
    /// <param name="releasedAt">When it is released (UTC).</param>
    public string Write(
        InformationPack pack,
        IReadOnlyList<(string Path, string About)> files,
        DateTimeOffset releasedAt
    )
    {
        var page = new StringBuilder();
        Heading(page, 1, texts["PageTitle"]);
        WriteFacts(page, pack, releasedAt);
        Heading(page, 2, texts["PageInShort"]);
        foreach (var sentence in figures.Of(pack))
        {
            Item(page, sentence);
        }

        WriteWithheld(page, pack);
        WriteMeanings(page, pack);
        Heading(page, 2, texts["PageFiles"]);
        Row(page, texts["FileColumn"], texts["AboutColumn"]);
        page.Append("| --- | --- |\n");
        foreach (var (path, about) in files)
        {
            Row(page, path, about);
        }

        Heading(page, 2, texts["PageCheck"]);
        Paragraph(page, texts["PageCheckManifest"]);
        Paragraph(page, texts["PageCheckLedger"]);
        Paragraph(page, texts["PageCheckAgain"]);
        return page.ToString();
    }

    private void WriteFacts(StringBuilder page, InformationPack pack, DateTimeOffset releasedAt)
    {
        var request = pack.Request;
        Row(page, texts["FactAgency"], pack.Agency.Name);
        page.Append("| --- | --- |\n");
        Row(page, texts["FactReference"], request.Reference);
        Row(page, texts["FactAsked"], request.Title);
        Row(
            page,
            texts["FactPeriod"],
            texts["Period", request.From.InFewWords(), request.Until.InFewWords()]
        );
        Row(page, texts["FactAsAt"], request.AsAt.InWords());
        Row(page, texts["FactKnownAt"], request.KnownAt.WithTimeInWords());
        Row(page, texts["FactReleased"], releasedAt.WithTimeInWords());
    }

    private void WriteWithheld(StringBuilder page, InformationPack pack)
    {
        Heading(page, 2, texts["PageWithheld"]);
        var grounds = pack
            .Request.Decisions.Where(one => one.Standing is DecisionStanding.Withheld)
            .GroupBy(one => (one.Ground, one.GroundWords))
            .OrderBy(group => group.Key.Ground)
            .ThenBy(group => group.Key.GroundWords, StringComparer.Ordinal)
            .ToList();
        if (grounds.Count == 0)
        {
            Paragraph(page, texts["NothingWithheld"]);
            return;
        }

        Paragraph(page, texts["WithheldExplained", InformationRequest.Threshold]);
        page.Append('\n');
        foreach (var ground in grounds)
        {
            var name = texts[$"Ground-{ground.Key.Ground}"].Value;
            var count = ground.Count();
            Item(
                page,
                texts[
                    count == 1 ? "WithheldOne" : "WithheldMany",
                    count.ToString("N0", NewZealandEnglish.Culture),
                    ground.Key.GroundWords.Length == 0 ? name : $"{name}: {ground.Key.GroundWords}"
                ]
            );
        }

        Paragraph(page, texts["Ombudsman"]);
    }

    private void WriteMeanings(StringBuilder page, InformationPack pack)
    {
        string[] meanings =
        [
            .. pack.Figures.Any(table => table.HasRates)
                ? (string[])
                    [
                        "MeansDue",
                        "MeansRate",
                        "MeansBeside",
                        "MeansOnHold",
                        "MeansRound",
                        "MeansUnit",
                    ]
                : [],
            .. pack.Tables.Any(table => table.Kind is PackTableKind.Reminders)
                ? (string[])["MeansReminder"]
                : [],
            "MeansAsAt",
        ];
        Heading(page, 2, texts["PageMeanings"]);
        foreach (var meaning in meanings)
        {
            Item(page, texts[meaning]);
        }
    }

    private static void Heading(StringBuilder page, int level, string words) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"{(page.Length == 0 ? "" : "\n")}{new string('#', level)} {Plain(words)}\n\n"
        );

    private static void Paragraph(StringBuilder page, string words) =>
        page.Append(CultureInfo.InvariantCulture, $"\n{Plain(words)}\n");

    private static void Item(StringBuilder page, string words) =>
        page.Append(CultureInfo.InvariantCulture, $"- {Plain(words)}\n");

    private static void Row(StringBuilder page, string name, string words) =>
        page.Append(CultureInfo.InvariantCulture, $"| {Plain(name)} | {Plain(words)} |\n");

    // Words are words: what somebody typed, or called a unit, is never taken for a heading, a link or a tag.
    private static string Plain(string words)
    {
        var plain = new StringBuilder();
        foreach (var letter in words.ReplaceLineEndings(" "))
        {
            if ("\\`*_{}[]<>#|~&!".Contains(letter, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(letter);
        }

        return plain.ToString();
    }
}
