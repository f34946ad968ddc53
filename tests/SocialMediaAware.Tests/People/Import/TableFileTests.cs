using System.Text;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What can be read as a table, however it is written, and what is refused.</summary>
public sealed class TableFileTests
{
    private const string Text =
        "employee_number,name,unit\r\n1,Mere Tāmihana,\"Housing, north\"\r\n2,Zoë Ūpoko,Finance\r\n";

    public static TheoryData<string, byte[]> Encodings =>
        new()
        {
            { "UTF-8", new UTF8Encoding(false).GetBytes(Text) },
            { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
            { "UTF-16, little end first", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
            { "UTF-16, big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Letters_WhenWrittenInUnicode_KeepTheirMacrons(string encoding, byte[] file)
    {
        Assert.NotEmpty(encoding);
        var rows = Rows(file);
        Assert.Equal(["1", "Mere Tāmihana", "Housing, north"], rows[0].Cells);
        Assert.Equal("Zoë Ūpoko", rows[1].Cells[1]);
    }

    [Fact]
    public void Letters_WhenNotValidUtf8_AreReadAsWindows1252()
    {
        var file = Windows1252("employee_number,name,unit\n1,Zoë O’Brien – Müller €,Finance\n");
        Assert.Equal("Zoë O’Brien – Müller €", Rows(file)[0].Cells[1]);
        using var table = Open(file);
        Assert.False(TextDecoding.HasMacrons(table.Encoding!));
    }

    [Theory]
    [InlineData("a,b,c\n1,2;x,3\n", "2;x")]
    [InlineData("a;b;c\n1;2,x;3\n", "2,x")]
    [InlineData("a\tb\tc\n1\t2,x\t3\n", "2,x")]
    [InlineData("\"a,x\";\"b,y\";c\n1;2;3\n", "2")]
    [InlineData("sep=;\na;b,x;c\n1;2;3\n", "2")]
    public void Cells_WhateverSetsThemApart_AreToldByTheHeader(string file, string second) =>
        Assert.Equal(second, Rows(file)[0].Cells[1]);

    [Fact]
    public void Lines_WhenCellsHoldBreaksAndQuotationMarks_KeepTheirNumbers()
    {
        var rows = Rows(
            "a,b\r\n\r\n1,\"one\r\ntwo\"\r\n2,\"she said \"\"no\"\"\"\r\n,\r\n3,5\" pipe\r\n"
        );
        Assert.Equal([3, 5, 7], rows.Select(row => row.Line));
        Assert.Equal("one\r\ntwo", rows[0].Cells[1]);
        Assert.Equal("she said \"no\"", rows[1].Cells[1]);
        Assert.Equal("5\" pipe", rows[2].Cells[1]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n2,\"never closed\n3,4\n", "3")]
    [InlineData("a,b\n\"1,2\n", "2")]
    public void File_WhenAQuotationMarkIsNeverClosed_NamesItsLine(string file, string line)
    {
        var refused = Refused(Encoding.UTF8.GetBytes(file));
        Assert.Equal("QuoteNotClosed", refused.Reason);
        Assert.Equal([line], refused.Details);
    }

    public static TheoryData<string, byte[]> WrongFiles =>
        new()
        {
            { "Empty", [] },
            { "Empty", "\r\n\r\n"u8.ToArray() },
            { "OldWorkbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
            { "Pdf", "%PDF-1.7\n"u8.ToArray() },
            { "Picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
            { "Picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] },
            { "Picture", "\0\0\0\u0018ftypheic"u8.ToArray() },
            { "Packed", [0x1F, 0x8B, 8, 0] },
            { "Document", "{\\rtf1}"u8.ToArray() },
            { "WebPage", "<html><table>"u8.ToArray() },
            { "WebPage", "\n  <!DOCTYPE html>"u8.ToArray() },
            { "NoText", [65, 44, 66, 0, 1, 2, 3] },
            { "NoText", Encoding.Unicode.GetBytes("a,b\n1,2\n") },
            { "NoText", [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00] },
            { "NoWorkbook", Workbooks.Zip(("word/document.xml", [60])).ToArray() },
            { "OldWorkbook", Workbooks.Zip(("xl/workbook.bin", [60])).ToArray() },
            { "WorkbookDamaged", [.. "PK\u0003\u0004"u8, 1, 2, 3, 4] },
            { "WorkbookDamaged", Workbooks.Zip(("xl/workbook.xml", [60])).ToArray() },
            { "QuoteNotClosed", Encoding.UTF8.GetBytes("a,b\n" + new string('x', 600_000)) },
        };

    [Theory]
    [MemberData(nameof(WrongFiles))]
    public void File_WhenItIsNoTable_IsRefusedWithWhatItIs(string reason, byte[] file) =>
        Assert.Equal(reason, Refused(file).Reason);

    [Fact]
    public void File_WhenItIsTooLarge_IsRefusedWithoutBeingRead()
    {
        using var huge = new NeverRead(1L << 30);
        Assert.Equal(
            "TooLarge",
            Assert.Throws<TableRefusedException>(() => TableFile.Open(huge, _ => true)).Reason
        );
    }

    [Fact]
    public void File_WhenItHasTooManyLines_IsRefused()
    {
        var file = new StringBuilder("a,b\n");
        file.Insert(file.Length, "1,2\n", TableLimits.Lines + 1);
        using var table = Open(Encoding.UTF8.GetBytes(file.ToString()));
        var refused = Assert.Throws<TableRefusedException>(() => table.Rows().Count());
        Assert.Equal("TooManyLines", refused.Reason);
    }

    private static byte[] Windows1252(string text) =>
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private static TableFile Open(byte[] file) => TableFile.Open(new MemoryStream(file), _ => true);

    private static List<TableRow> Rows(string file) => Rows(Encoding.UTF8.GetBytes(file));

    private static List<TableRow> Rows(byte[] file)
    {
        using var table = Open(file);
        return [.. table.Rows()];
    }

    private static TableRefusedException Refused(byte[] file) =>
        Assert.Throws<TableRefusedException>(() => Rows(file));

    private sealed class NeverRead(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException();

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException();
    }
}
