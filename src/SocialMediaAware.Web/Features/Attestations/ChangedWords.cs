using System.Text.RegularExpressions;
using DiffPlex;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Compares two texts word by word, as people would: paragraphs are put in and taken out as a whole.</summary>
public static partial class ChangedWords
{
    /// <summary>The words and what is between them, of both texts, in the order in which they are read.</summary>
    public static IReadOnlyList<(ChangeKind Kind, string Word)> Between(string before, string after)
    {
        List<(ChangeKind Kind, string Word)> words = [.. Compare(before, after)];
        var end = 0;
        for (var start = 0; start < words.Count; start = end)
        {
            var kind = words[start].Kind;
            end = start + words.Skip(start).TakeWhile(word => word.Kind == kind).Count();
            if (kind != ChangeKind.Kept && IsAlone(words, start, end))
            {
                end += Slide(words, start, end);
            }
        }

        return words;
    }

    // Of two paragraphs that end alike, the second can be taken out from the end of the first to its own, or from its beginning. The
    // text that stays is the same; only the latter is what somebody did.
    private static int Slide(List<(ChangeKind Kind, string Word)> words, int start, int end)
    {
        var distance = DistanceToParagraph(words, start, end);
        var kind = words[start].Kind;
        for (var step = 0; step < Math.Abs(distance); step++)
        {
            var (first, beyond) =
                distance > 0 ? (start + step, end + step) : (end - 1 - step, start - 1 - step);
            words[first] = (ChangeKind.Kept, words[first].Word);
            words[beyond] = (kind, words[beyond].Word);
        }

        return distance;
    }

    private static int DistanceToParagraph(
        List<(ChangeKind Kind, string Word)> words,
        int start,
        int end
    )
    {
        var ahead = 0;
        while (!IsAtParagraph(words, start + ahead))
        {
            if (!IsSameKept(words, end + ahead, start + ahead))
            {
                return -DistanceBack(words, start, end);
            }

            ahead++;
        }

        return ahead;
    }

    private static int DistanceBack(List<(ChangeKind Kind, string Word)> words, int start, int end)
    {
        var back = 0;
        while (!IsAtParagraph(words, start - back))
        {
            back++;
            if (!IsSameKept(words, start - back, end - back))
            {
                return 0;
            }
        }

        return back;
    }

    private static bool IsAlone(List<(ChangeKind Kind, string Word)> words, int start, int end) =>
        (start == 0 || words[start - 1].Kind == ChangeKind.Kept)
        && (end == words.Count || words[end].Kind == ChangeKind.Kept);

    private static bool IsAtParagraph(List<(ChangeKind Kind, string Word)> words, int place) =>
        place == 0
        || words[place - 1].Word.EndsWith('\n')
        || (place < words.Count && words[place].Word.StartsWith('\n'));

    private static bool IsSameKept(
        List<(ChangeKind Kind, string Word)> words,
        int kept,
        int changed
    ) =>
        kept >= 0
        && kept < words.Count
        && words[kept].Kind == ChangeKind.Kept
        && words[kept].Word == words[changed].Word;

    private static IEnumerable<(ChangeKind Kind, string Word)> Compare(string before, string after)
    {
        var difference = new Differ().CreateCustomDiffs(before, after, false, Parts);
        var next = 0;
        foreach (var block in difference.DiffBlocks)
        {
            foreach (var kept in difference.PiecesNew[next..block.InsertStartB])
            {
                yield return (ChangeKind.Kept, kept);
            }

            var takenOutUntil = block.DeleteStartA + block.DeleteCountA;
            foreach (var takenOut in difference.PiecesOld[block.DeleteStartA..takenOutUntil])
            {
                yield return (ChangeKind.TakenOut, takenOut);
            }

            next = block.InsertStartB + block.InsertCountB;
            foreach (var putIn in difference.PiecesNew[block.InsertStartB..next])
            {
                yield return (ChangeKind.PutIn, putIn);
            }
        }

        foreach (var kept in difference.PiecesNew[next..])
        {
            yield return (ChangeKind.Kept, kept);
        }
    }

    private static string[] Parts(string text) =>
        [.. Part().Matches(text).Select(part => part.Value)];

    // A newline parts words too, or the last word of a paragraph would hang on to the first of the next. It stands by itself: the
    // last paragraph has none.
    [GeneratedRegex(@"[^ \n.,;:!?()]+|\n|[ .,;:!?()]+", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
