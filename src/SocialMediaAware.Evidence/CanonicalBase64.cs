namespace SocialMediaAware.Evidence;

/// <summary>Base64 of RFC 4648 §4 in which every byte string has exactly one text.</summary>
internal static class CanonicalBase64
{
    /// <summary>Decodes; white space, missing padding and non-zero spare bits are refused, unlike in the base library.</summary>
    public static byte[] Decode(string text, string what)
    {
        var buffer = new byte[text.Length / 4 * 3];
        if (
            !Convert.TryFromBase64String(text, buffer, out var length)
            || Convert.ToBase64String(buffer, 0, length) != text
        )
        {
            throw new EvidenceFormatException($"{what} is not base64 in its one canonical form.");
        }

        return buffer[..length];
    }
}
