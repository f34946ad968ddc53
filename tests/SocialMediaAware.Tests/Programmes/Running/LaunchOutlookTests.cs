using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Running;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes.Running;

/// <summary>What a preview says is what planning day by day then makes.</summary>
public sealed class LaunchOutlookTests
{
    private static readonly DateOnly Today = new(2027, 1, 18);
    private static readonly DateOnly Until = Today.AddDays(60);

    [Theory]
    [InlineData(ProgrammeKind.Onboarding)]
    [InlineData(ProgrammeKind.Yearly)]
    [InlineData(ProgrammeKind.OneOff)]
    public void Outlook_WhateverThePeople_IsWhatPlanningEachDayMakes(ProgrammeKind kind)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var facts = FactsOf(kind, seed);
            var outlook = LaunchOutlook.Of(facts, Calendar, Today, Until);
            var made = DayByDay(facts);
            Assert.Equal(
                made.Order(),
                outlook.Duties.Select(duty => (duty.PersonId, duty.OpensOn, duty.DueOn)).Order()
            );
            Assert.Empty(
                outlook
                    .LeftOut.Select(one => one.PersonId)
                    .Intersect(made.Select(one => one.PersonId))
            );
            Assert.DoesNotContain(outlook.LeftOut, one => one.Reason is PlanReasonKind.NotHere);
        }
    }

    private static List<(Guid PersonId, DateOnly OpensOn, DateOnly DueOn)> DayByDay(
        ProgrammeFacts facts
    )
    {
        var made = new List<(Guid, DateOnly, DateOnly)>();
        IReadOnlyList<PlannedAssignment> there = [];
        for (var day = Today; day < Until; day = day.AddDays(1))
        {
            var difference = facts.Programme.Plan(
                facts.Rounds,
                facts.Input with
                {
                    Assignments = there,
                },
                Calendar,
                day
            );
            made.AddRange(difference.Make.Select(one => (one.PersonId, one.OpensOn, one.DueOn)));
            there = Apply(there, difference, day);
        }

        return made;
    }

    private static ProgrammeFacts FactsOf(ProgrammeKind kind, int seed)
    {
        var random = new Random(seed);
        var placements = new List<PlannedPlacement>();
        var flags = new List<PlannedFlag>();
        var leave = new List<PlannedLeave>();
        for (var number = 0; number < 12; number++)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            var person = new Guid(bytes);
            var from = Today.AddDays(random.Next(-200, 90));
            placements.Add(
                Placed(
                    person,
                    from,
                    random.Next(3) == 0 ? null : from.AddDays(random.Next(150, 400)),
                    random.Next(4) == 0 ? PersonKind.Volunteer : PersonKind.Employee
                )
            );
            if (random.Next(3) == 0)
            {
                var first = Today.AddDays(random.Next(-30, 70));
                flags.Add(new(person, "spokespeople", first, first.AddDays(random.Next(5, 50))));
            }

            if (random.Next(3) == 0)
            {
                var away = Today.AddDays(random.Next(-20, 50));
                leave.Add(new(person, away, away.AddDays(random.Next(2, 40))));
            }
        }

        var programme = new PlannableProgramme(
            Guid.NewGuid(),
            Guid.NewGuid(),
            "kainga-ora",
            "drawn-up",
            kind,
            Today.StartInNewZealand(),
            [PersonKind.Employee],
            ["be-social-media-aware"],
            new()
            {
                Window = new(2, 1, 3, 31),
                OpensOn = Today.AddDays(random.Next(-10, 70)),
                DueOn = Today.AddDays(100),
                LatecomersOwe = random.Next(2) == 0,
            }
        )
        {
            Audience = new()
            {
                Groups =
                    random.Next(2) == 0 ? [] : [new AudienceGroup { Flags = ["spokespeople"] }],
            },
        };
        return new(
            programme,
            programme.RoundsUntil(Until, [programme], []),
            Input(placements, leave) with
            {
                Programme = programme.ToPlanned(),
                Flags = flags,
            }
        );
    }
}
