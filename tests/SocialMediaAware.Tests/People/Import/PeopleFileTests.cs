using System.Text;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What the cells of a file about people mean, and what is said of those that mean nothing.</summary>
public sealed class PeopleFileTests
{
    private static readonly RegionNames Regions = new([
        new Holiday(new DateOnly(2026, 1, 26), "Auckland Anniversary Day", "Auckland"),
        new Holiday(new DateOnly(2026, 10, 23), "Hawke's Bay Anniversary Day", "Hawke's Bay"),
        new Holiday(new DateOnly(2026, 1, 1), "New Year's Day", Holiday.National),
    ]);

    [Theory]
    [InlineData("2026-02-28")]
    [InlineData("2026-02-28T00:00:00")]
    [InlineData("2026-02-28 00:00")]
    [InlineData("28/2/2026")]
    [InlineData("28/02/2026")]
    [InlineData("28/02/2026 12:00:00 AM")]
    [InlineData("28-Feb-2026")]
    [InlineData("28-feb-2026")]
    [InlineData("28 February 2026")]
    [InlineData("28.2.2026")]
    [InlineData("20260228")]
    [InlineData("46081")]
    [InlineData("46081.75")]
    public void Dates_InEveryFormThatExcelWrites_AreRead(string cell) =>
        Assert.Equal(new DateOnly(2026, 2, 28), CellReading.Date(cell));

    [Theory]
    [InlineData("2/28/2026")]
    [InlineData("31/2/2026")]
    [InlineData("28/2/26")]
    [InlineData("2026")]
    [InlineData("soon")]
    [InlineData("0202-01-01")]
    [InlineData("1e5")]
    public void Dates_ThatCouldMeanAnother_AreNone(string cell) =>
        Assert.Null(CellReading.Date(cell));

    [Theory]
    [InlineData("Mon-Fri", WorkDays.Weekdays)]
    [InlineData("Monday to Friday", WorkDays.Weekdays)]
    [InlineData("Mon Tue Thu", WorkDays.Monday | WorkDays.Tuesday | WorkDays.Thursday)]
    [InlineData("thurs, FRIDAY", WorkDays.Thursday | WorkDays.Friday)]
    [InlineData("Sat–Mon", WorkDays.Saturday | WorkDays.Sunday | WorkDays.Monday)]
    [InlineData("Mon-Tue, Fri", WorkDays.Monday | WorkDays.Tuesday | WorkDays.Friday)]
    public void WorkDays_HoweverTheyAreWritten_AreRead(string cell, WorkDays days) =>
        Assert.Equal(days, CellReading.Days(cell));

    [Theory]
    [InlineData("full time")]
    [InlineData("T")]
    [InlineData("Mon-Wed-Fri")]
    public void WorkDays_ThatAreNone_AreNone(string cell) => Assert.Null(CellReading.Days(cell));

    [Fact]
    public void Header_WhateverItsLettersAndGaps_NamesItsColumns()
    {
        var file = Read(
            "Employee Number;FULL NAME;Org-Unit;Favourite colour\n7;Mere;Finance;red\n"
        );
        Assert.Equal("7", Assert.Single(file.Lines).EmployeeNumber);
        Assert.Equal(["Favourite colour"], file.UnknownColumns);
        Assert.False(file.Has(PeopleColumn.Email));
    }

    [Fact]
    public void Header_WhenColumnsAreMissing_IsRefusedWithTheirNames()
    {
        var refused = Assert.Throws<TableRefusedException>(() => Read("name,colour\nMere,red\n"));
        Assert.Equal("ColumnsMissing", refused.Reason);
        Assert.Equal(["employee_number, unit", "name, colour"], refused.Details);
    }

    [Fact]
    public void Line_WithEveryColumn_IsRead()
    {
        var file = Read(
            "employee_number,name,official_name,email,unit,position,position_number,kind,region,time_zone,work_days,start_date,end_date,leader_employee_number,flags,leave_from,leave_until,secondment,from\n"
                + "7, Mere Tāmihana ,Mary Thompson,mere@agency.example,Finance,Adviser,P1,Contractor,hawkes bay,Pacific/Chatham,Mon-Thu,1/2/2026,30/6/2027,5; 6,Spokespeople; candidates,1/3/2026,5/3/2026,yes,2/2/2026\n"
        );
        var line = Assert.Single(file.Lines);
        Assert.Equal("Mere Tāmihana", line.Name);
        Assert.Equal(PersonKind.Contractor, line.Kind);
        Assert.Equal("Hawke's Bay", line.Region);
        Assert.Equal(new DateOnly(2027, 7, 1), line.EndsBefore);
        Assert.Equal(["5", "6"], line.Leaders);
        Assert.Equal(["candidates", "spokespeople"], line.Flags);
        Assert.Equal(new DateOnly(2026, 3, 6), line.LeaveBefore);
        Assert.True(line.IsSecondment);
    }

    [Theory]
    [InlineData("name", "", "Missing")]
    [InlineData("name", "#N/A", "Failure")]
    [InlineData("email", "mere at agency", "Email")]
    [InlineData("kind", "boss", "Kind")]
    [InlineData("region", "Atlantis", "Region")]
    [InlineData("time_zone", "NZST", "TimeZone")]
    [InlineData("work_days", "often", "WorkDays")]
    [InlineData("start_date", "31/2/2026", "Date")]
    [InlineData("flags", "spokespeople; kings", "Flag")]
    [InlineData("leave_until", "1/1/2026", "LeaveFromMissing")]
    [InlineData("secondment", "perhaps", "YesOrNo")]
    public void Cell_ThatIsWrong_IsNamedWithItsLineColumnAndValue(
        string column,
        string value,
        string problem
    )
    {
        var cells = new Dictionary<string, string>
        {
            ["employee_number"] = "7",
            ["name"] = "Mere",
            ["unit"] = "Finance",
            [column] = value,
        };
        var file = Read(
            $"{string.Join(',', cells.Keys)}\n1,Tom,Finance{(cells.Count > 3 ? "," : "")}\n{string.Join(',', cells.Values)}\n"
        );
        var told = Assert.Single(file.Problems.First);
        Assert.Equal((problem, 3, column), (told.Key, told.Line, told.Column));
        Assert.Contains(told.Value, value, StringComparison.Ordinal);
        Assert.Single(file.Lines);
    }

    [Fact]
    public void Line_WhenItEndsBeforeItBegins_IsNamed()
    {
        var file = Read(
            "employee_number,name,unit,start_date,end_date\n7,Mere,Finance,2026-02-01,2026-01-31\n"
        );
        Assert.Equal("EndBeforeStart", Assert.Single(file.Problems.First).Key);
    }

    [Theory]
    [InlineData("7,Mere,Housing, north")]
    [InlineData("7,Mere")]
    public void Line_WithAnotherNumberOfCells_IsNamed(string line) =>
        Assert.Equal(
            "Cells",
            Assert.Single(Read($"employee_number,name,unit\n{line}\n").Problems.First).Key
        );

    private static PeopleFile Read(string text) =>
        PeopleFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Regions);
}
