using System.Text;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Finds out how the letters of a text file are written.</summary>
public static class TextDecoding
{
    // Strict: what is not valid is refused rather than replaced by a mark in somebody's name.
    private static readonly UTF8Encoding Utf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The encoding of a file: what its mark says; otherwise UTF-8 if all of it is valid, and Windows-1252 if not.</summary>
    /// <param name="file">The file, which can be read twice; it is read to its end and left at its start.</param>
    public static Encoding Detect(Stream file)
    {
        file.Position = 0;
        Span<byte> start = stackalloc byte[4];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (FileSignature.IsUtf16(start))
        {
            return new UnicodeEncoding(start[0] == 0xFE, byteOrderMark: true, true);
        }

        return IsUtf8(file) ? Utf8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    /// <summary>Whether letters with macrons can be in a file of this encoding.</summary>
    public static bool HasMacrons(Encoding encoding) => encoding.CodePage != 1252;

    private static bool IsUtf8(Stream file)
    {
        var decoder = Utf8.GetDecoder();
        var bytes = new byte[64 * 1024];
        var characters = new char[bytes.Length + 4];
        try
        {
            int read;
            while ((read = file.Read(bytes)) > 0)
            {
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
            }

            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
