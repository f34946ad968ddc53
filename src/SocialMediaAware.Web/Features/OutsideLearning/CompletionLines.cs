using System.Text;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>A line of a list: where it stands in the file, and its cells.</summary>
/// <param name="Number">Its number in the file, from 1; the first of them where a quoted cell has line breaks.</param>
/// <param name="Cells">Its cells, without spaces round them.</param>
public sealed record ListLine(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads a small CSV text: commas or semicolons as its first line has them, quotes as RFC 4180 has them.</summary>
public static class CompletionLines
{
    /// <summary>The lines that hold anything.</summary>
    public static IReadOnlyList<ListLine> Read(string text)
    {
        var firstLine = text.Split('\n', 2)[0];
        var separator = firstLine.Count(c => c == ';') > firstLine.Count(c => c == ',') ? ';' : ',';
        var lines = new List<ListLine>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (number, startedAt, isQuoted) = (1, 1, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : '\n';
            if (isQuoted && at < text.Length)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                    number += letter == '\n' ? 1 : 0;
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (letter == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter == separator)
            {
                EndCell();
            }
            else if (letter == '\n')
            {
                EndLine();
            }
            else
            {
                cell.Append(letter);
            }
        }

        return lines;

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndLine()
        {
            EndCell();
            if (cells.Exists(each => each.Length > 0))
            {
                lines.Add(new ListLine(startedAt, [.. cells]));
            }

            cells.Clear();
            number++;
            startedAt = number;
        }
    }
}
