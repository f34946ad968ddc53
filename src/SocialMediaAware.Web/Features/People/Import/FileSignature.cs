namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Tells by its first bytes what a file is. Its name says nothing: it was chosen by hand.</summary>
public static class FileSignature
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 64 * 1024;

    private static readonly (byte[] Begins, int At, string Reason)[] NoTables =
    [
        // Also a workbook that is locked with a password, which Office packs the old way.
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "OldWorkbook"),
        ("%PDF"u8.ToArray(), 0, "Pdf"),
        ([0x89, 0x50, 0x4E, 0x47], 0, "Picture"),
        ([0xFF, 0xD8, 0xFF], 0, "Picture"),
        ("GIF8"u8.ToArray(), 0, "Picture"),
        ("II*\0"u8.ToArray(), 0, "Picture"),
        ("MM\0*"u8.ToArray(), 0, "Picture"),
        ("WEBP"u8.ToArray(), 8, "Picture"),
        ("ftyp"u8.ToArray(), 4, "Picture"),
        ([0x1F, 0x8B], 0, "Packed"),
        ([0x37, 0x7A, 0xBC, 0xAF], 0, "Packed"),
        ("Rar!"u8.ToArray(), 0, "Packed"),
        ("{\\rtf"u8.ToArray(), 0, "Document"),
    ];

    /// <summary>Whether it is packed as workbooks are. Documents and archives are too.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8);

    /// <summary>Refuses what is no table.</summary>
    /// <exception cref="TableRefusedException">It is empty, a picture, a document, or no text.</exception>
    public static void RefuseWhatIsNoTable(ReadOnlySpan<byte> start)
    {
        if (start.Length == 0)
        {
            throw new TableRefusedException("Empty");
        }

        foreach (var (begins, at, reason) in NoTables)
        {
            if (start.Length > at && start[at..].StartsWith(begins))
            {
                throw new TableRefusedException(reason);
            }
        }

        if (IsWebPage(start))
        {
            throw new TableRefusedException("WebPage");
        }

        if (!IsUtf16(start) && !IsPacked(start) && start.ContainsAny(Controls))
        {
            throw new TableRefusedException("NoText");
        }
    }

    /// <summary>Whether it begins with the mark of UTF-16.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> start) =>
        start.StartsWith((byte[])[0xFF, 0xFE]) || start.StartsWith((byte[])[0xFE, 0xFF]);

    // No text has them; tab, line breaks and form feed it may have.
    private static readonly System.Buffers.SearchValues<byte> Controls =
        System.Buffers.SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19]);

    // Some systems write a web page and call it .xls.
    private static bool IsWebPage(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > 1
            && text[0] == (byte)'<'
            && (text[1] is (byte)'!' or (byte)'?' || char.IsAsciiLetter((char)text[1]));
    }
}
