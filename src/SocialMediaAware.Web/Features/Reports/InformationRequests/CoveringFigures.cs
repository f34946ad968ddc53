using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Says the main figures of a pack in sentences. What is withheld is said to be, and nothing that it follows from is said.</summary>
public sealed class CoveringFigures(
    PackWords words,
    IStringLocalizer<InformationRequestsTexts> texts
)
{
    /// <summary>The sentences, in the order of the tables.</summary>
    public IEnumerable<string> Of(InformationPack pack)
    {
        var hidden = pack
            .Request.Decisions.Where(one => one.Standing is DecisionStanding.Withheld)
            .Select(one => one.Key)
            .ToHashSet(StringComparer.Ordinal);
        var found = false;
        foreach (var table in pack.Tables)
        {
            foreach (var sentence in SentencesOf(table, hidden))
            {
                found = true;
                yield return sentence;
            }
        }

        if (!found)
        {
            yield return texts["NothingFound"];
        }
    }

    private IEnumerable<string> SentencesOf(PackTable table, HashSet<string> hidden) =>
        table.Kind switch
        {
            PackTableKind.Training => [TrainingOf(table)],
            PackTableKind.Units => [CompletionOf(table, hidden)],
            PackTableKind.Corrected => [texts["SaysCorrected", table.Subject, $"{table.Name}.csv"]],
            PackTableKind.Rules => [RulesOf(table)],
            PackTableKind.Reminders => table.Rows.Select(row => RemindersOf(table, row, hidden)),
            _ => [],
        };

    private string TrainingOf(PackTable table) =>
        table.Rows.Count switch
        {
            0 => texts["SaysNoTraining"],
            1 => texts["SaysOneTraining", table.Rows[0].Labels[0]],
            _ => texts[
                "SaysTraining",
                table.Rows.Count,
                string.Join(", ", table.Rows.Select(row => row.Labels[0]))
            ],
        };

    private string RulesOf(PackTable table) =>
        table.Rows.Count switch
        {
            0 => texts["SaysNoRules"],
            _ => texts[
                "SaysRules",
                string.Join(", ", table.Rows.Select(row => $"{row.Labels[0]} {row.Labels[1]}"))
            ],
        };

    // The first row is the agency's.
    private string CompletionOf(PackTable table, HashSet<string> hidden)
    {
        var row = table.Rows[0];
        var told = table
            .Figures()
            .TakeWhile(figure => figure.Row == row)
            .Select(figure => hidden.Contains(figure.Key) ? words.Withheld : words.Of(figure))
            .ToList();
        return PackRates.Of(table, row, hidden) is { } rate
            ? texts[
                "SaysCompletion",
                table.Subject,
                told[0],
                told[1],
                PackRates.InWords(rate),
                told[2],
                told[3],
                told[4]
            ]
            : texts[
                "SaysCompletionWithoutRate",
                table.Subject,
                told[0],
                told[1],
                told[2],
                told[3],
                told[4]
            ];
    }

    private string RemindersOf(PackTable table, PackRow row, HashSet<string> hidden)
    {
        var total = new PackFigure(table.KeyOf(row, 0), row.Counts[0], row, 0);
        return texts[
            "SaysReminders",
            row.Labels[0],
            hidden.Contains(total.Key) ? words.Withheld : words.Of(total)
        ];
    }
}
