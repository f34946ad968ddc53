using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>What happened to a piece of text.</summary>
public enum ChangeKind
{
    /// <summary>It stayed.</summary>
    Kept,

    /// <summary>It was taken out.</summary>
    TakenOut,

    /// <summary>It was put in.</summary>
    PutIn,
}

/// <summary>A piece of text and what happened to it.</summary>
public sealed record ChangedPiece(ChangeKind Kind, string Text);

/// <summary>A section that changed between two versions: its paragraphs in which something changed.</summary>
/// <param name="Heading">The heading, as it is now or, for one taken out, as it was.</param>
/// <param name="Kind">Whether the whole section was put in or taken out, or stayed with changes.</param>
/// <param name="Paragraphs">The changed paragraphs, in pieces.</param>
public sealed record ChangedSection(
    string Heading,
    ChangeKind Kind,
    IReadOnlyList<IReadOnlyList<ChangedPiece>> Paragraphs
)
{
    /// <summary>The sections that differ, in the order they are read now, then those taken out.</summary>
    public static IReadOnlyList<ChangedSection> Between(Module earlier, Module now)
    {
        var changed = now
            .Sections.Select(section => Between(earlier.FindSection(section.Id), section))
            .OfType<ChangedSection>();
        var takenOut = earlier
            .Sections.Where(section => now.FindSection(section.Id) is null)
            .Select(section => new ChangedSection(
                section.Heading,
                ChangeKind.TakenOut,
                Whole(section.PlainText, ChangeKind.TakenOut)
            ));
        return [.. changed, .. takenOut];
    }

    /// <summary>The difference in one section; null when its text is the same.</summary>
    public static ChangedSection? Between(Section? earlier, Section now)
    {
        if (earlier is null)
        {
            return new(now.Heading, ChangeKind.PutIn, Whole(now.PlainText, ChangeKind.PutIn));
        }

        return earlier.TextHash.AsSpan().SequenceEqual(now.TextHash)
            ? null
            : new(now.Heading, ChangeKind.Kept, Compare(earlier, now));
    }

    private static IReadOnlyList<ChangedPiece>[] Whole(string text, ChangeKind kind) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph => new[] { new ChangedPiece(kind, paragraph) }),
        ];

    private static List<List<ChangedPiece>> Compare(Section earlier, Section now)
    {
        // The heading is part of what changed, so it stands in front of the text that is compared.
        var before = earlier.Heading == now.Heading ? earlier.PlainText : Headed(earlier);
        var after = earlier.Heading == now.Heading ? now.PlainText : Headed(now);
        var paragraphs = new List<List<ChangedPiece>> { new() };
        foreach (var (kind, word) in InPhrases(ChangedWords.Between(before, after)))
        {
            var lines = word.Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                if (line > 0)
                {
                    paragraphs.Add([]);
                }

                Add(paragraphs[^1], kind, lines[line]);
            }
        }

        return
        [
            .. paragraphs.Where(paragraph =>
                paragraph.Exists(piece =>
                    piece.Kind != ChangeKind.Kept && !string.IsNullOrWhiteSpace(piece.Text)
                )
            ),
        ];
    }

    // Two changed words with nothing but a space between them read as one change.
    private static IEnumerable<(ChangeKind Kind, string Word)> InPhrases(
        IEnumerable<(ChangeKind Kind, string Word)> words
    )
    {
        var (takenOut, putIn, gap) = ("", "", "");
        foreach (var (kind, word) in words)
        {
            if (kind == ChangeKind.Kept && word == " " && (takenOut + putIn).Length > 0)
            {
                gap += word;
                continue;
            }

            if (kind == ChangeKind.Kept)
            {
                foreach (var piece in Phrase(takenOut, putIn, gap))
                {
                    yield return piece;
                }

                (takenOut, putIn, gap) = ("", "", "");
                yield return (kind, word);
                continue;
            }

            (takenOut, putIn, gap) = (takenOut + gap, putIn + gap, "");
            takenOut += kind == ChangeKind.TakenOut ? word : "";
            putIn += kind == ChangeKind.PutIn ? word : "";
        }

        foreach (var piece in Phrase(takenOut, putIn, gap))
        {
            yield return piece;
        }
    }

    private static IEnumerable<(ChangeKind Kind, string Word)> Phrase(
        string takenOut,
        string putIn,
        string gap
    ) =>
        new[]
        {
            (Kind: ChangeKind.TakenOut, Word: takenOut),
            (Kind: ChangeKind.PutIn, Word: putIn),
            (Kind: ChangeKind.Kept, Word: gap),
        }.Where(piece => piece.Word.Length > 0);

    private static void Add(List<ChangedPiece> paragraph, ChangeKind kind, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (paragraph.Count > 0 && paragraph[^1].Kind == kind)
        {
            paragraph[^1] = new(kind, paragraph[^1].Text + text);
        }
        else
        {
            paragraph.Add(new(kind, text));
        }
    }

    private static string Headed(Section section) => $"{section.Heading}\n{section.PlainText}";
}
