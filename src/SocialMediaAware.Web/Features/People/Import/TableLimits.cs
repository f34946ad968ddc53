namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>
/// What a table may hold. 100,000 people with every column are about 25 MB as CSV and 12 MB as a workbook; the limits leave room
/// above that and keep a file that was made to harm, or chosen by mistake, from filling the memory.
/// </summary>
public static class TableLimits
{
    /// <summary>Largest file, in bytes (50 MB).</summary>
    public const long FileBytes = 50L * 1024 * 1024;

    /// <summary>Most lines below the header.</summary>
    public const int Lines = 250_000;

    /// <summary>Most columns.</summary>
    public const int Columns = 200;

    /// <summary>Most bytes in a line of a text file, with the line breaks in its cells.</summary>
    public const int LineBytes = 256 * 1024;

    /// <summary>Most parts in a workbook.</summary>
    public const int WorkbookParts = 2_000;

    /// <summary>Most bytes that a workbook unpacks to (500 MB).</summary>
    public const long WorkbookBytes = 500L * 1024 * 1024;

    /// <summary>Most bytes that a part of a workbook other than its sheets and its texts unpacks to (16 MB).</summary>
    public const long WorkbookPartBytes = 16L * 1024 * 1024;

    /// <summary>How many times larger than packed a workbook may be: ordinary ones are 5 to 30 times.</summary>
    public const long WorkbookRatio = 150;

    /// <summary>Under this size unpacked the ratio does not matter (20 MB).</summary>
    public const long WorkbookBytesOfAnyRatio = 20L * 1024 * 1024;
}
