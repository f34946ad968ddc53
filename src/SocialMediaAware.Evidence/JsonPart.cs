using System.Text.Json;

namespace SocialMediaAware.Evidence;

/// <summary>A value in a JSON file from outside, with its path for error messages. What is not expected is refused.</summary>
internal readonly record struct JsonPart
{
    private readonly JsonElement _element;
    private readonly string _path;

    private JsonPart(JsonElement element, string path)
    {
        _element = element;
        _path = path;
    }

    /// <summary>Reads a whole file or line and hands its outermost object on.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, string what, Func<JsonPart, T> read)
    {
        try
        {
            var options = new JsonDocumentOptions
            {
                AllowDuplicateProperties = false,
                MaxDepth = 8,
            };
            using var document = JsonDocument.Parse(utf8, options);
            return read(new JsonPart(document.RootElement, what));
        }
        catch (JsonException exception)
        {
            throw new EvidenceFormatException(
                $"{what} is not JSON: {exception.Message}",
                exception
            );
        }
        catch (InvalidOperationException exception)
        {
            // What the parser says, at whatever moment it looks, of a name that is not well-formed Unicode.
            throw new EvidenceFormatException($"{what} is not well-formed Unicode.", exception);
        }
    }

    /// <summary>Requires an object with exactly these properties, in any order.</summary>
    public JsonPart WithProperties(params ReadOnlySpan<string> names)
    {
        Require(_element.ValueKind == JsonValueKind.Object, "is not an object");
        foreach (var property in _element.EnumerateObject())
        {
            Require(IsOneOf(property, names), "has a property that does not belong there");
        }

        foreach (var name in names)
        {
            Require(_element.TryGetProperty(name, out _), $"has no property \"{name}\"");
        }

        return this;
    }

    /// <summary>Whether it is an object with this property, among others.</summary>
    public bool Has(string name) =>
        _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out _);

    public JsonPart Property(string name) => new(_element.GetProperty(name), $"{_path}, {name}");

    public T Read<T>(string name, Func<string, T> parse)
    {
        var part = Property(name);
        try
        {
            return parse(part.AsText());
        }
        catch (EvidenceFormatException exception)
        {
            throw new EvidenceFormatException($"{part._path}: {exception.Message}", exception);
        }
    }

    public string Text(string name) => Property(name).AsText();

    public byte[] Bytes(string name) =>
        Read(name, text => CanonicalBase64.Decode(text, "The value"));

    public long Number(string name)
    {
        var part = Property(name);
        var isNumber = part._element.ValueKind == JsonValueKind.Number;
        part.Require(isNumber && part._element.TryGetInt64(out _), "is not a whole number");
        return part._element.GetInt64();
    }

    public int SmallNumber(string name)
    {
        var number = Number(name);
        Property(name).Require(number is >= 0 and <= int.MaxValue, "is negative or too large");
        return (int)number;
    }

    public List<T> Items<T>(string name, Func<JsonPart, T> read)
    {
        var list = Property(name);
        list.Require(list._element.ValueKind == JsonValueKind.Array, "is not a list");
        return
        [
            .. list
                ._element.EnumerateArray()
                .Select((item, i) => read(new JsonPart(item, $"{list._path} {i + 1}"))),
        ];
    }

    public string AsText()
    {
        Require(_element.ValueKind == JsonValueKind.String, "is not a text");
        try
        {
            return _element.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new EvidenceFormatException($"{_path} is not well-formed Unicode.", exception);
        }
    }

    private static bool IsOneOf(JsonProperty property, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (property.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new EvidenceFormatException($"{_path} {otherwise}.");
        }
    }
}
