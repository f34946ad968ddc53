using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

public sealed class ProgrammeAudienceTests
{
    private static readonly Guid Agency = new(1, 1, 1, new byte[8]);
    private static readonly Guid Corporate = new(1, 1, 2, new byte[8]);
    private static readonly Guid Payroll = new(1, 1, 3, new byte[8]);

    [Fact]
    public void Includes_WithoutGroups_MeansEverybody() =>
        Assert.True(Includes(ProgrammeAudience.Everybody));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Includes_WhenAUnitAboveIsMeant_AsksWhetherThoseBelowAre(
        bool withBelow,
        bool expected
    )
    {
        var audience = Of(new AudienceGroup { Units = [new(Corporate, withBelow)] });

        Assert.Equal(expected, Includes(audience, unit: Payroll));
        Assert.True(Includes(audience, unit: Corporate));
        Assert.False(Includes(audience, unit: Agency));
    }

    [Fact]
    public void Includes_InAGroup_AsksForAllThatItSays()
    {
        var audience = Of(
            new AudienceGroup
            {
                Kinds = [PersonKind.Contractor],
                Units = [new(Payroll, WithUnitsBelow: true)],
                Flags = ["senior"],
            }
        );

        Assert.True(Includes(audience, PersonKind.Contractor, Payroll, "senior"));
        Assert.False(Includes(audience, PersonKind.Employee, Payroll, "senior"));
        Assert.False(Includes(audience, PersonKind.Contractor, Corporate, "senior"));
        Assert.False(Includes(audience, PersonKind.Contractor, Payroll, "candidate"));
    }

    [Theory]
    [InlineData(false, "senior", true)]
    [InlineData(true, "senior", false)]
    [InlineData(true, "senior,spokespeople", true)]
    [InlineData(false, "senior,candidate", false)]
    public void Includes_WithTasks_AsksForAnyOrAllAndNeverForThoseLeftOut(
        bool every,
        string flags,
        bool expected
    ) =>
        Assert.Equal(
            expected,
            Includes(
                Of(
                    new AudienceGroup
                    {
                        Flags = ["senior", "spokespeople"],
                        NeedsEveryFlag = every,
                        WithoutFlags = ["candidate"],
                    }
                ),
                flags: flags.Split(',')
            )
        );

    [Fact]
    public void Includes_WithSeveralGroups_IsContentWithOne()
    {
        var audience = Of(
            new AudienceGroup { Kinds = [PersonKind.Volunteer] },
            new AudienceGroup { Flags = ["spokespeople"] }
        );

        Assert.True(Includes(audience, PersonKind.Volunteer));
        Assert.True(Includes(audience, PersonKind.Employee, flags: "spokespeople"));
        Assert.False(Includes(audience, PersonKind.Employee));
    }

    [Fact]
    public void Terms_AsText_ReadBack()
    {
        var terms = new ProgrammeTerms
        {
            Name = "Kia tūpato",
            Audience = Of(new AudienceGroup { Units = [new(Payroll, true)], Flags = ["senior"] }),
            ModuleSlugs = ["one", "two"],
            Statements = new Dictionary<PersonKind, string>
            {
                [PersonKind.Volunteer] = "I have read {modules}.",
                [PersonKind.Employee] = "I have read {modules}, and agree.",
            },
            Schedule = new() { Window = new(2, 29, 3, 31), LatecomersOwe = true },
            Reminders = new() { DaysBefore = null, WeeksAfter = 1 },
        };

        var read = ProgrammeTerms.FromText(terms.ToText());

        Assert.Equal(terms.ToText(), read.ToText());
        Assert.Equal(terms.Schedule, read.Schedule);
        Assert.Equal(terms.Reminders, read.Reminders);
        Assert.Equal(Payroll, read.Audience.Groups.Single().Units.Single().UnitId);
        Assert.Equal("I have read {modules}.", read.Statements[PersonKind.Volunteer]);
    }

    private static ProgrammeAudience Of(params AudienceGroup[] groups) => new() { Groups = groups };

    private static bool Includes(
        ProgrammeAudience audience,
        PersonKind kind = PersonKind.Employee,
        Guid? unit = null,
        params string[] flags
    ) =>
        audience.Includes(
            kind,
            unit == Payroll ? [Payroll, Corporate, Agency]
                : unit == Corporate ? [Corporate, Agency]
                : [Agency],
            flags
        );
}
