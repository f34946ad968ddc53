using System.IO.Compression;
using System.Text;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>Small workbooks, written part by part as Excel writes them.</summary>
public static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>A workbook whose sheets hold these rows as XML.</summary>
    /// <param name="sheets">For each sheet its name and the XML inside <c>sheetData</c>; a name in brackets is hidden.</param>
    public static MemoryStream Of(params (string Name, string Rows)[] sheets) => Of("", "", sheets);

    /// <summary>The same, with XML before the root of the sheets, and of the shared texts.</summary>
    public static MemoryStream Of(
        string beforeSheet,
        string texts,
        params (string Name, string Rows)[] sheets
    )
    {
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] =
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>{string.Concat(sheets.Select((_, at) => $"<Override PartName=\"/xl/worksheets/sheet{at + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>",
            ["_rels/.rels"] =
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] =
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}/relationships\"><sheets>{string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name.Trim('[', ']')}\" sheetId=\"{at + 1}\" r:id=\"rId{at + 1}\"{(sheet.Name[0] == '[' ? " state=\"hidden\"" : "")}/>"))}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] =
                $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(sheets.Select((_, at) => $"<Relationship Id=\"rId{at + 1}\" Type=\"{Office}/relationships/worksheet\" Target=\"worksheets/sheet{at + 1}.xml\"/>"))}<Relationship Id=\"rId98\" Type=\"{Office}/relationships/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId99\" Type=\"{Office}/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            ["xl/styles.xml"] =
                $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd\\-mmm\\-yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"000000\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\">{texts}</sst>",
        };
        for (var at = 0; at < sheets.Length; at++)
        {
            parts[$"xl/worksheets/sheet{at + 1}.xml"] =
                $"{beforeSheet}<worksheet xmlns=\"{Main}\"><sheetData>{sheets[at].Rows}</sheetData></worksheet>";
        }

        return Zip([.. parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value)))]);
    }

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, at) => $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    /// <summary>An archive.</summary>
    public static MemoryStream Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        stream.Position = 0;
        return stream;
    }
}
