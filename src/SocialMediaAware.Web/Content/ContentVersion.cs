using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SocialMediaAware.Web.Content;

/// <summary>The version of a module. A new major is material: people sign again.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentVersion(int Major, int Minor)
    : IComparable<ContentVersion>,
        IComparable
{
    private const int HighestPart = 9999;

    /// <summary>Reads a version such as <c>1.0</c>.</summary>
    public static ContentVersion Parse(string text) =>
        TryParse(text, out var version)
            ? version
            : throw new FormatException($"\"{text}\" is not a version such as 1.0.");

    /// <summary>Reads a version such as <c>1.0</c>, and says whether it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContentVersion version)
    {
        version = default;
        var parts = text?.Split('.');
        if (parts is not { Length: 2 } || !TryParsePart(parts[0], out var major))
        {
            return false;
        }

        if (!TryParsePart(parts[1], out var minor))
        {
            return false;
        }

        version = new ContentVersion(major, minor);
        return true;
    }

    // One spelling for each version, because it is part of what is signed: "01.0" is refused.
    private static bool TryParsePart(string text, out int part) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out part)
        && part <= HighestPart
        && string.Equals(
            text,
            part.ToString(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );

    /// <inheritdoc />
    public int CompareTo(ContentVersion other) =>
        Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <inheritdoc />
    public int CompareTo(object? obj) =>
        obj switch
        {
            null => 1,
            ContentVersion other => CompareTo(other),
            _ => throw new ArgumentException("Not a version.", nameof(obj)),
        };

    /// <summary>Whether the left version came before the right one.</summary>
    public static bool operator <(ContentVersion left, ContentVersion right) =>
        left.CompareTo(right) < 0;

    /// <summary>Whether the left version came after the right one.</summary>
    public static bool operator >(ContentVersion left, ContentVersion right) =>
        left.CompareTo(right) > 0;

    /// <summary>Whether the left version is the right one or came before it.</summary>
    public static bool operator <=(ContentVersion left, ContentVersion right) =>
        left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is the right one or came after it.</summary>
    public static bool operator >=(ContentVersion left, ContentVersion right) =>
        left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
