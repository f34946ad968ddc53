using SocialMediaAware.Web.Features.People.Import;
using static SocialMediaAware.Tests.People.Import.Workbooks;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What is read of workbooks, and what is refused.</summary>
public sealed class WorkbookTableTests
{
    private static readonly string Header = Row(1, "employee_number", "name", "unit", "start_date");

    [Fact]
    public void Cells_WhateverTheirTypes_AreReadAsPeopleSeeThem()
    {
        var row =
            "<row r=\"4\"><c r=\"A4\" s=\"3\"><v>42</v></c><c r=\"B4\" t=\"s\"><v>1</v></c><c r=\"C4\" t=\"str\"><f>A1</f><v>Finance</v></c><c r=\"D4\" s=\"1\"><v>46338</v></c><c r=\"E4\" s=\"2\"><v>46338.5</v></c><c r=\"F4\" t=\"b\"><v>1</v></c><c r=\"G4\" t=\"d\"><v>2026-11-12</v></c><c r=\"H4\"><v>1234567</v></c><c r=\"J4\" t=\"e\"><v>#N/A</v></c></row>";
        using var file = Of(
            "",
            "<si><t>x</t></si><si><r><t>Mere </t></r><r><t>Tāmihana</t></r><rPh><t>ignored</t></rPh></si>",
            ("People", Header + row)
        );
        using var table = TableFile.Open(file, PeopleColumns.IsHeader);
        var read = Assert.Single(table.Rows());
        Assert.Equal(4, read.Line);
        Assert.Equal(
            [
                "000042",
                "Mere Tāmihana",
                "Finance",
                "2026-11-12",
                "2026-11-12",
                "yes",
                "2026-11-12",
                "1234567",
                "",
                "#N/A",
            ],
            read.Cells
        );
    }

    [Fact]
    public void Sheets_WhenSeveral_TheFirstThatCanBeSeenWithTheHeaderIsRead()
    {
        using var file = Of(
            ("[Codes]", Header + Row(2, "9", "Hidden", "x")),
            ("Notes", Row(1, "Made in November")),
            ("People", Header + Row(2, "1", "Mere", "Finance"))
        );
        using var table = TableFile.Open(file, PeopleColumns.IsHeader);
        Assert.Equal("Mere", Assert.Single(table.Rows()).Cells[1]);
    }

    [Fact]
    public void Sheets_WhenNoneHasTheHeader_TheFirstWithAnythingIsTold()
    {
        using var file = Of(("Empty", ""), ("Notes", Row(3, "Made in November")));
        using var table = TableFile.Open(file, PeopleColumns.IsHeader);
        Assert.Equal(["Made in November"], table.Header.Cells);
    }

    [Fact]
    public void Workbook_WhenItUnpacksToFarMore_IsRefused()
    {
        using var file = Zip(
            ("xl/workbook.xml", [60]),
            ("xl/worksheets/sheet1.xml", new byte[TableLimits.WorkbookBytesOfAnyRatio + 100_000])
        );
        Assert.Equal("WorkbookTooLarge", Refused(file));
    }

    [Fact]
    public void Workbook_WhenAPartThatIsReadWholeIsHuge_IsRefused()
    {
        var noise = new byte[TableLimits.WorkbookPartBytes + 1];
        new Random(1).NextBytes(noise);
        using var file = Zip(("xl/workbook.xml", [60]), ("xl/styles.xml", noise));
        Assert.Equal("WorkbookTooLarge", Refused(file));
    }

    [Fact]
    public void Workbook_WhenItHasVeryManyParts_IsRefused()
    {
        using var file = Zip([
            ("xl/workbook.xml", [60]),
            .. Enumerable
                .Range(0, TableLimits.WorkbookParts)
                .Select(at => ($"xl/media/{at}.png", Array.Empty<byte>())),
        ]);
        Assert.Equal("WorkbookTooLarge", Refused(file));
    }

    [Fact]
    public void Workbook_WhenASheetHasADocumentType_IsRefused()
    {
        using var file = Of(
            "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
            "",
            ("People", Header + Row(2, "1", "&b;", "Finance"))
        );
        Assert.Equal("WorkbookDamaged", Refused(file));
    }

    [Fact]
    public void Workbook_WhenARowIsBroken_IsRefused()
    {
        using var file = Of(("People", Header + "<row r=\"2\"><c r=\"A2\"><v>1</row>"));
        Assert.Equal("WorkbookDamaged", Refused(file));
    }

    private static string Refused(Stream file) =>
        Assert
            .Throws<TableRefusedException>(() =>
            {
                using var table = TableFile.Open(file, PeopleColumns.IsHeader);
                _ = table.Rows().Count();
            })
            .Reason;
}
