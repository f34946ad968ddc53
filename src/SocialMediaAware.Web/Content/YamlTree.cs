using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialMediaAware.Web.Content;

/// <summary>A value of a YAML file, with the line that it stands on.</summary>
internal abstract record YamlValue(int Line);

/// <summary>A text; <paramref name="IsNull"/> for an absent value: nothing, <c>~</c> or <c>null</c>.</summary>
internal sealed record YamlText(string Text, bool IsNull, int Line) : YamlValue(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line) : YamlValue(Line);

/// <summary>A map from names to values.</summary>
internal sealed record YamlMap(IReadOnlyDictionary<string, YamlField> Fields, int Line)
    : YamlValue(Line);

/// <summary>A value of a map, with the line of its name.</summary>
internal sealed record YamlField(YamlValue Value, int Line);

/// <summary>
/// Reads YAML into a tree that keeps lines. It pulls one event at a time, so that deep nesting is refused before it
/// can exhaust the stack, and it knows neither anchors nor tags.
/// </summary>
internal sealed class YamlTreeReader
{
    private const string KeepItPlain =
        "Write plain names, values and lists, as the other files do.";

    private readonly Parser _parser;
    private readonly int _linesBefore;
    private int _values;

    private YamlTreeReader(string text, int linesBefore)
    {
        _parser = new Parser(new StringReader(text));
        _linesBefore = linesBefore;
    }

    /// <summary>Reads a map, or says why the text is none.</summary>
    public static YamlMap? ReadMap(string text, int linesBefore, FileLog problems)
    {
        try
        {
            return new YamlTreeReader(text, linesBefore).ReadDocument(problems);
        }
        catch (YamlException problem)
        {
            problems.Error(
                linesBefore + (int)problem.Start.Line,
                $"This is not YAML that can be read: {FirstSentence(problem.Message)}",
                "Check the indentation, and put quotes around a value that has a colon or a quote in it."
            );
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The parser also throws other exceptions on broken input; to a content owner it is the same.
            problems.Error(linesBefore + 1, "This is not YAML that can be read.", KeepItPlain);
        }

        return null;
    }

    private YamlMap? ReadDocument(FileLog problems)
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            problems.Error(_linesBefore + 1, "There is nothing here.", "Write the fields.");
            return null;
        }

        if (ReadValue(0) is YamlMap map)
        {
            return map;
        }

        problems.Error(
            _linesBefore + 1,
            "There are no named fields here.",
            "Begin each line with a name and a colon, such as \"title: …\"."
        );
        return null;
    }

    private YamlValue ReadValue(int depth)
    {
        var current = _parser.Consume<ParsingEvent>();
        if (depth > ContentLimits.YamlDepth || ++_values > ContentLimits.YamlValues)
        {
            throw new YamlException(current.Start, current.End, "it nests too deep or is too long");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw new YamlException(current.Start, current.End, "anchors are not used here");
        }

        var line = LineOf(current);
        return current switch
        {
            Scalar scalar => new YamlText(scalar.Value, IsNull(scalar), line),
            SequenceStart => ReadList(depth, line),
            MappingStart => ReadMap(depth, line),
            _ => throw new YamlException(current.Start, current.End, "a value was expected"),
        };
    }

    private YamlList ReadList(int depth, int line)
    {
        var items = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(depth + 1));
        }

        return new YamlList(items, line);
    }

    private YamlMap ReadMap(int depth, int line)
    {
        var fields = new Dictionary<string, YamlField>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = _parser.Consume<Scalar>();
            var field = new YamlField(ReadValue(depth + 1), LineOf(name));
            if (!fields.TryAdd(name.Value, field))
            {
                throw new YamlException(
                    name.Start,
                    name.End,
                    $"\"{name.Value}\" stands here for the second time"
                );
            }
        }

        return new YamlMap(fields, line);
    }

    private static bool IsNull(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain
        && scalar.Value is ("" or "~" or "null" or "Null" or "NULL");

    private int LineOf(ParsingEvent current) => _linesBefore + (int)current.Start.Line;

    private static string FirstSentence(string message) =>
        message.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
