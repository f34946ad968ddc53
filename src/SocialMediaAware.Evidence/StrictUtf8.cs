using System.Text;

namespace SocialMediaAware.Evidence;

/// <summary>UTF-8 that refuses what cannot be represented, where the base library's default would put U+FFFD.</summary>
internal static class StrictUtf8
{
    public static byte[] Encode(string text, string what)
    {
        try
        {
            return Encoding().GetBytes(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new EvidenceFormatException(
                $"{what} contains half of a surrogate pair.",
                exception
            );
        }
    }

    public static string Decode(ReadOnlySpan<byte> bytes, string what)
    {
        try
        {
            return Encoding().GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new EvidenceFormatException($"{what} is not UTF-8.", exception);
        }
    }

    /// <summary>The UTF-8 of the text in Normalization Form C, so that one name or statement has one hash.</summary>
    public static byte[] EncodeNormalized(string text, string what)
    {
        // Looking for broken surrogates first gives one error for them, whatever the platform's normalizer says.
        Encode(text, what);
        return Encode(text.Normalize(NormalizationForm.FormC), what);
    }

    private static UTF8Encoding Encoding() =>
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
