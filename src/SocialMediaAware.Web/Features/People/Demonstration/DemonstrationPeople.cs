using System.Globalization;
using Bogus;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>
/// Makes up the people of an agency with all that the portal holds about them. The same seed, agencies and day give the same
/// people; only ids and security stamps differ.
/// </summary>
internal sealed class DemonstrationPeople(
    int seed,
    WorkingDayCalendar calendar,
    DateOnly today,
    DateTimeOffset now
)
{
    /// <summary>The portal has known these agencies for so many days.</summary>
    public const int KnownForDays = 90;

    private static readonly int[] StartedWorkingDaysAgo =
    [
        2,
        14,
        6,
        30,
        22,
        8,
        35,
        18,
        1,
        26,
        11,
        4,
    ];

    private static readonly string[] Positions =
    [
        "Adviser",
        "Senior Adviser",
        "Coordinator",
        "Analyst",
        "Project Manager",
        "Programme Lead",
        "Specialist",
        "Administrator",
    ];

    private readonly Randomizer random = new(seed);
    private readonly List<object> rows = [];
    private DemonstrationNames? names;
    private int ordinary;
    private int numbers = 10_000;

    private DateTimeOffset KnownSince => now.AddDays(-KnownForDays);

    private DemonstrationNames Names => names ??= new DemonstrationNames(random);

    /// <summary>Everything that was made up so far, to be saved.</summary>
    public IReadOnlyList<object> Rows => rows;

    /// <summary>Makes up an agency's units and people.</summary>
    public void Populate(Agency agency, DemonstrationUnit tree)
    {
        ordinary = 0;
        Fill(agency, tree, Unit.RootOf(agency.Id), leaderAbove: null);
        rows.AddRange(new DemonstrationDetails(agency, today, now).AddTo(rows));
    }

    private void Fill(Agency agency, DemonstrationUnit made, Unit unit, Guid? leaderAbove)
    {
        var leaderId = Guid.Empty;
        for (var place = 0; place < made.People; place++)
        {
            var member = made.Cast.GetValueOrDefault(place);
            var personId =
                place == 0 || member is not null || made.Roles.ContainsKey(place)
                    ? AddEstablished(agency, made, unit, place)
                    : AddOrdinary(agency, made, unit);
            leaderId = place == 0 ? personId : leaderId;
            if ((place == 0 ? leaderAbove : leaderId) is { } ledBy)
            {
                rows.Add(
                    Leadership.Learn(
                        agency.Id,
                        personId,
                        ledBy,
                        isActing: false,
                        today.AddDays(-KnownForDays),
                        until: null,
                        KnownSince
                    )
                );
            }
        }

        foreach (var below in made.Below)
        {
            var child = Unit.Of(agency.Id, KnownSince);
            rows.Add(child);
            rows.Add(
                UnitFact.Learn(child, below.Name, unit.Id, new DateOnly(2019, 10, 1), KnownSince)
            );
            Fill(agency, below, child, leaderId);
        }
    }

    // Leaders, members of the cast and people with a role.
    private Guid AddEstablished(Agency agency, DemonstrationUnit made, Unit unit, int place)
    {
        var member = made.Cast.GetValueOrDefault(place);
        var name = member?.Name ?? Names.Next();
        var from = member?.StartedWorkingDaysAgo is { } days
            ? calendar.SubtractWorkingDays(today, days, made.Region)
            : YearsAgo();
        var person = AddPerson(
            agency,
            name,
            member?.Email ?? DemonstrationNames.AddressOf(name, agency.Slug),
            from,
            member?.Role ?? (made.Roles.TryGetValue(place, out var role) ? role : null)
        );
        AddPlacement(
            person,
            unit,
            member?.Kind ?? PersonKind.Employee,
            place == 0 ? "People Leader" : random.ArrayElement(Positions),
            made.Region,
            from,
            until: null
        );
        if (member?.IsAway == true)
        {
            AddLeave(agency, person, from.AddDays(4), today.AddDays(20));
        }

        return person.Id;
    }

    private Guid AddOrdinary(Agency agency, DemonstrationUnit made, Unit unit)
    {
        ordinary++;
        var from = ordinary % 6 == 3 ? StartOfStarter(ordinary / 6, made.Region) : YearsAgo();
        var name = Names.Next();
        var person = AddPerson(
            agency,
            name,
            DemonstrationNames.AddressOf(name, agency.Slug),
            from,
            role: null
        );
        DateOnly? until = ordinary is 27 or 40
            ? calendar.SubtractWorkingDays(today, 4, made.Region)
            : null;
        AddPlacement(
            person,
            unit,
            KindOf(ordinary),
            random.ArrayElement(Positions),
            made.Region,
            from,
            until
        );
        AddSecondPosition(agency, person, made.Region, from);
        AddSomeLeave(agency, person);
        return person.Id;
    }

    private void AddSecondPosition(Agency agency, Person person, string region, DateOnly from)
    {
        if (ordinary is 9 or 23 or 50)
        {
            AddPlacement(
                person,
                Unit.RootOf(agency.Id),
                PersonKind.Employee,
                "Health and Safety Representative",
                region,
                from,
                until: null
            );
        }
    }

    private void AddSomeLeave(Agency agency, Person person)
    {
        switch (ordinary % 30)
        {
            // Starters among them: 15 % 6 == 3.
            case 15:
                AddLeave(agency, person, today.AddDays(-12), today.AddDays(16));
                break;
            case 20:
                AddLeave(agency, person, today.AddDays(-40), until: null);
                break;
            case 25:
                AddLeave(agency, person, today.AddDays(-2), today.AddDays(1));
                break;
            default:
                break;
        }
    }

    private Person AddPerson(
        Agency agency,
        string name,
        string email,
        DateOnly from,
        PortalRole? role
    )
    {
        // The feed brings someone a few days before they start.
        var daysUntilStart = from.DayNumber - today.DayNumber;
        var appearedAt = now.AddDays(Math.Clamp(daysUntilStart - 5, -KnownForDays, 0));
        var person = Person.Appear(email, appearedAt);
        var account = Account.For(email, person.Id, appearedAt);
        account.NormalizedEmail = account.NormalizedUserName = email.ToUpperInvariant();
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.LockoutEnabled = true;
        rows.Add(person);
        var appearedOn = appearedAt.NewZealandDate();
        rows.Add(
            PersonName.Learn(person.Id, name, from < appearedOn ? from : appearedOn, appearedAt)
        );
        rows.Add(account);
        if (role is { } given)
        {
            rows.Add(RoleGrant.Give(account.Id, given, agency.Id, byAccountId: null, appearedAt));
        }

        return person;
    }

    private void AddPlacement(
        Person person,
        Unit unit,
        PersonKind kind,
        string position,
        string region,
        DateOnly from,
        DateOnly? until
    )
    {
        var isOnPayroll = kind == PersonKind.Employee;
        rows.Add(
            Placement.Learn(
                person.Id,
                unit,
                kind,
                position,
                region,
                isOnPayroll ? (++numbers).ToString(CultureInfo.InvariantCulture) : null,
                isOnPayroll ? "payroll" : null,
                from,
                until,
                person.FirstAppearedAt
            )
        );
    }

    private void AddLeave(Agency agency, Person person, DateOnly from, DateOnly? until) =>
        rows.Add(Leave.Learn(agency.Id, person.Id, from, until, now.AddDays(-3)));

    private DateOnly StartOfStarter(int number, string region) =>
        number % StartedWorkingDaysAgo.Length == 8
            ? calendar.AddWorkingDays(today, 5, region)
            : calendar.SubtractWorkingDays(
                today,
                StartedWorkingDaysAgo[number % StartedWorkingDaysAgo.Length],
                region
            );

    private DateOnly YearsAgo() => today.AddDays(-random.Number(KnownForDays + 60, 4000));

    private static PersonKind KindOf(int number) =>
        (number % 20) switch
        {
            4 or 13 => PersonKind.Contractor,
            7 => PersonKind.Consultant,
            18 => PersonKind.Volunteer,
            _ => PersonKind.Employee,
        };
}
