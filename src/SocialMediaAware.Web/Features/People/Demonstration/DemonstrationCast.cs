using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>A member of the demonstration that pages, tests and the documentation can name.</summary>
/// <param name="Email">The address of the account.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Description">Who they are, in a few words.</param>
public sealed record DemonstrationMember(string Email, string Name, string Description)
{
    /// <summary>The role that their account was given; null for staff and leaders.</summary>
    public PortalRole? Role { get; init; }

    /// <summary>How they stand to the agency.</summary>
    public PersonKind Kind { get; init; } = PersonKind.Employee;

    /// <summary>How many working days ago they started; null for years ago.</summary>
    public int? StartedWorkingDaysAgo { get; init; }

    /// <summary>Whether they went on leave after their first days, and are away.</summary>
    public bool IsAway { get; init; }
}

/// <summary>The members of the demonstration with a name of their own. All of them are made up.</summary>
public static class DemonstrationCast
{
    /// <summary>A new employee of Kāinga Ora who has not begun.</summary>
    public static DemonstrationMember NewStarter { get; } =
        new(
            "anahera.kereama@kainga-ora.example",
            "Anahera Kereama",
            "New employee at Kāinga Ora, started three working days ago"
        )
        {
            StartedWorkingDaysAgo = 3,
        };

    /// <summary>A new contractor of Kāinga Ora.</summary>
    public static DemonstrationMember NewContractor { get; } =
        new(
            "declan.obrien@kainga-ora.example",
            "Declan O’Brien",
            "New contractor at Kāinga Ora, started five working days ago"
        )
        {
            Kind = PersonKind.Contractor,
            StartedWorkingDaysAgo = 5,
        };

    /// <summary>An employee of Kāinga Ora whose onboarding is overdue.</summary>
    public static DemonstrationMember OverdueStarter { get; } =
        new(
            "rohan.dsouza@kainga-ora.example",
            "Rohan D’Souza",
            "Employee at Kāinga Ora whose onboarding is overdue"
        )
        {
            StartedWorkingDaysAgo = 16,
        };

    /// <summary>A new employee of Kāinga Ora who is on leave.</summary>
    public static DemonstrationMember AwayStarter { get; } =
        new(
            "leilani.faleolo@kainga-ora.example",
            "Leilani Faleolo",
            "New employee at Kāinga Ora who is on leave"
        )
        {
            StartedWorkingDaysAgo = 12,
            IsAway = true,
        };

    /// <summary>A people leader of Kāinga Ora with a team of eight.</summary>
    public static DemonstrationMember PeopleLeader { get; } =
        new(
            "hemi.ruatapu@kainga-ora.example",
            "Hēmi Ruatapu",
            "People leader at Kāinga Ora with a team of eight"
        );

    /// <summary>HR of Kāinga Ora.</summary>
    public static DemonstrationMember HumanResources { get; } =
        new("ngaire.whitcombe@kainga-ora.example", "Ngaire Whitcombe", "HR at Kāinga Ora")
        {
            Role = PortalRole.HumanResources,
        };

    /// <summary>Content owner of Kāinga Ora.</summary>
    public static DemonstrationMember ContentOwner { get; } =
        new("dilani.perera@kainga-ora.example", "Dilani Perera", "Content owner at Kāinga Ora")
        {
            Role = PortalRole.ContentOwner,
        };

    /// <summary>Integrity adviser of Kāinga Ora.</summary>
    public static DemonstrationMember IntegrityAdviser { get; } =
        new("tavita.lemalu@kainga-ora.example", "Tavita Lemalu", "Integrity adviser at Kāinga Ora")
        {
            Role = PortalRole.IntegrityAdviser,
        };

    /// <summary>The integrity adviser's deputy at Kāinga Ora.</summary>
    public static DemonstrationMember DeputyIntegrityAdviser { get; } =
        new(
            "siobhan.ashworth@kainga-ora.example",
            "Siobhán Ashworth",
            "Deputy integrity adviser at Kāinga Ora"
        )
        {
            Role = PortalRole.IntegrityAdviser,
        };

    /// <summary>Auditor of Kāinga Ora.</summary>
    public static DemonstrationMember Auditor { get; } =
        new("marek.lindqvist@kainga-ora.example", "Marek Lindqvist", "Auditor at Kāinga Ora")
        {
            Role = PortalRole.Auditor,
        };

    /// <summary>Administrator of Kāinga Ora.</summary>
    public static DemonstrationMember Administrator { get; } =
        new(
            "linh.pemberton@kainga-ora.example",
            "Linh Pemberton",
            "Administrator of the portal at Kāinga Ora"
        )
        {
            Role = PortalRole.Administrator,
        };

    /// <summary>An employee of the Ministry of Social Development.</summary>
    public static DemonstrationMember MsdEmployee { get; } =
        new(
            "kahurangi.fonoti@msd.example",
            "Kahurangi Fonoti",
            "Employee at the Ministry of Social Development"
        );

    /// <summary>HR of the Ministry of Social Development.</summary>
    public static DemonstrationMember MsdHumanResources { get; } =
        new(
            "graeme.fairburn@msd.example",
            "Graeme Fairburn",
            "HR at the Ministry of Social Development"
        )
        {
            Role = PortalRole.HumanResources,
        };

    /// <summary>HR of the Ministry for Ethnic Communities.</summary>
    public static DemonstrationMember EthnicCommunitiesHumanResources { get; } =
        new(
            "zahra.haddad@ethnic-communities.example",
            "Zahra Haddad",
            "HR at the Ministry for Ethnic Communities"
        )
        {
            Role = PortalRole.HumanResources,
        };

    /// <summary>Those whom the demonstration's sign-in page shows first, in this order.</summary>
    public static IReadOnlyList<DemonstrationMember> All { get; } =
    [
        NewStarter,
        NewContractor,
        OverdueStarter,
        AwayStarter,
        PeopleLeader,
        HumanResources,
        ContentOwner,
        IntegrityAdviser,
        DeputyIntegrityAdviser,
        Auditor,
        Administrator,
        MsdEmployee,
        MsdHumanResources,
        EthnicCommunitiesHumanResources,
    ];
}
