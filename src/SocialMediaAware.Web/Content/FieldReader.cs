using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>Reads the named fields of one map, and reports each that is missing or wrong.</summary>
internal sealed partial class FieldReader(YamlMap map, FileLog problems)
{
    private const int MostOfOneField = 4000;

    public YamlMap Map => map;

    public IReadOnlyDictionary<string, int> Lines { get; } =
        map.Fields.ToDictionary(
            static field => field.Key,
            static field => field.Value.Line,
            StringComparer.Ordinal
        );

    public int LineOf(string name) => Lines.GetValueOrDefault(name, map.Line);

    /// <summary>Reports every field whose name is not one of these.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var (name, field) in map.Fields)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                problems.Error(
                    field.Line,
                    $"Unknown field \"{Short(name)}\".",
                    $"Delete it, or use one of: {string.Join(", ", names!)}."
                );
            }
        }
    }

    public bool Has(string name) =>
        map.Fields.TryGetValue(name, out var field) && field.Value is not YamlText { IsNull: true };

    /// <summary>A text, or null where it is missing or wrong, which is reported.</summary>
    public string? Required(string name, string mend)
    {
        var text = Optional(name);
        if (string.IsNullOrWhiteSpace(text) && !IsReported(name))
        {
            problems.Error(LineOf(name), $"The field \"{name}\" is missing.", mend);
            return null;
        }

        return text;
    }

    public string? Optional(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        if (map.Fields[name].Value is YamlText { Text: { Length: <= MostOfOneField } text })
        {
            return text.Trim();
        }

        problems.Error(
            LineOf(name),
            $"The field \"{name}\" should be one text.",
            "Write it on one line after the colon."
        );
        return null;
    }

    public IReadOnlyList<string>? OptionalList(string name) => Has(name) ? List(name) : null;

    public IReadOnlyList<string> RequiredList(string name, string mend)
    {
        if (Has(name))
        {
            return List(name);
        }

        problems.Error(LineOf(name), $"The field \"{name}\" is missing.", mend);
        return [];
    }

    public IReadOnlyList<YamlMap> Maps(string name)
    {
        if (!map.Fields.TryGetValue(name, out var field) || field.Value is not YamlList list)
        {
            problems.Error(
                LineOf(name),
                $"The list \"{name}\" is missing.",
                $"Begin it with \"{name}:\"."
            );
            return [];
        }

        foreach (var item in list.Items.Where(static item => item is not YamlMap))
        {
            problems.Error(
                item.Line,
                "An entry without named fields.",
                "Write it as the other entries."
            );
        }

        return [.. list.Items.OfType<YamlMap>()];
    }

    public FieldReader? Inner(string name)
    {
        if (Has(name) && map.Fields[name].Value is YamlMap inner)
        {
            return new FieldReader(inner, problems);
        }

        if (Has(name))
        {
            problems.Error(
                LineOf(name),
                $"The field \"{name}\" should have fields of its own.",
                $"Write it as {name}: {{ … }}."
            );
        }

        return null;
    }

    public int? Number(string name, int lowest, int highest)
    {
        var text = Optional(name);
        if (text is null)
        {
            return null;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= lowest
            && number <= highest
        )
        {
            return number;
        }

        problems.Error(
            LineOf(name),
            $"The field \"{name}\" is not a whole number from {lowest} to {highest}.",
            "Write it in figures."
        );
        return null;
    }

    public bool Flag(string name)
    {
        var text = Optional(name);
        if (text is not (null or "true" or "false"))
        {
            problems.Error(
                LineOf(name),
                $"The field \"{name}\" is neither true nor false.",
                "Write true or false."
            );
        }

        return text == "true";
    }

    public DateOnly? Date(string name)
    {
        var text = Optional(name);
        if (text is null)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        problems.Error(
            LineOf(name),
            $"\"{Short(text)}\" is not a date.",
            "Write it as 2026-03-30."
        );
        return null;
    }

    /// <summary>One of a few words.</summary>
    public TChoice? Choice<TChoice>(string name, IReadOnlyDictionary<string, TChoice> choices)
        where TChoice : struct
    {
        var words = $"Write one of: {string.Join(", ", choices.Keys)}.";
        var text = Required(name, words);
        if (text is null)
        {
            return null;
        }

        if (choices.TryGetValue(text, out var choice))
        {
            return choice;
        }

        problems.Error(LineOf(name), $"The field \"{name}\" cannot be \"{Short(text)}\".", words);
        return null;
    }

    /// <summary>Whether a text can be part of an address: lower-case letters, figures and hyphens.</summary>
    public static bool IsSlug(string text) => text.Length <= 80 && SlugPattern().IsMatch(text);

    public static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    private IReadOnlyList<string> List(string name)
    {
        if (
            map.Fields[name].Value is YamlList list
            && list.Items.All(static item =>
                item is YamlText { IsNull: false, Text.Length: <= MostOfOneField }
            )
        )
        {
            return [.. list.Items.Cast<YamlText>().Select(static item => item.Text.Trim())];
        }

        problems.Error(
            LineOf(name),
            $"The field \"{name}\" should be a list.",
            $"Write it as {name}: [one, two]."
        );
        return [];
    }

    private bool IsReported(string name) =>
        Has(name) && map.Fields[name].Value is not YamlText { Text.Length: <= MostOfOneField };

    [GeneratedRegex(
        "^[a-z0-9]+(-[a-z0-9]+)*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SlugPattern();
}
