using System.IO.Compression;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Looks a workbook through before it is read: an archive of a few kilobytes can unpack to many gigabytes.</summary>
internal static class WorkbookPackage
{
    /// <summary>Refuses an archive that is no workbook, or that is larger unpacked than a table of people can be.</summary>
    /// <param name="file">The file; it is left at its start.</param>
    /// <exception cref="TableRefusedException">It is no workbook, damaged, or too large unpacked.</exception>
    public static void Check(Stream file)
    {
        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > TableLimits.WorkbookParts)
            {
                throw new TableRefusedException("WorkbookTooLarge");
            }

            if (archive.GetEntry("xl/workbook.xml") is null)
            {
                throw new TableRefusedException(
                    archive.GetEntry("xl/workbook.bin") is null ? "NoWorkbook" : "OldWorkbook"
                );
            }

            Unpack(archive, Math.Max(file.Length, 1));
        }
        catch (InvalidDataException)
        {
            throw new TableRefusedException("WorkbookDamaged");
        }

        file.Position = 0;
    }

    // What an archive says about its sizes can be a lie: only unpacking tells.
    private static void Unpack(ZipArchive archive, long packed)
    {
        var buffer = new byte[64 * 1024];
        var all = 0L;
        foreach (var entry in archive.Entries)
        {
            var inEntry = 0L;
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                all += read;
                inEntry += read;
                var isTooLarge =
                    all > TableLimits.WorkbookBytes
                    || (!IsTable(entry) && inEntry > TableLimits.WorkbookPartBytes)
                    || (
                        all > TableLimits.WorkbookBytesOfAnyRatio
                        && all > packed * TableLimits.WorkbookRatio
                    );
                if (isTooLarge)
                {
                    throw new TableRefusedException("WorkbookTooLarge");
                }
            }
        }
    }

    // Pictures and the like are never opened again; what the reader loads as a whole is none of these.
    private static bool IsTable(ZipArchiveEntry entry) =>
        !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        && (
            entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.Equals("xl/sharedStrings.xml", StringComparison.OrdinalIgnoreCase)
        );
}
