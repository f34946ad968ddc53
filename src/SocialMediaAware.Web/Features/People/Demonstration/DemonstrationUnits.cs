using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>A made-up unit: its first person leads the others, and the leaders of the units below.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="People">How many people are placed in it, its leader included.</param>
/// <param name="Region">The region whose anniversary day its people keep.</param>
/// <param name="Below">The units below.</param>
public sealed record DemonstrationUnit(
    string Name,
    int People,
    string Region,
    params IReadOnlyList<DemonstrationUnit> Below
)
{
    /// <summary>Members of the cast by their place among the unit's people; 0 leads.</summary>
    public IReadOnlyDictionary<int, DemonstrationMember> Cast { get; init; } =
        new Dictionary<int, DemonstrationMember>();

    /// <summary>Roles of people who are not in the cast, by their place.</summary>
    public IReadOnlyDictionary<int, PortalRole> Roles { get; init; } =
        new Dictionary<int, PortalRole>();
}

/// <summary>The made-up trees of units, by agency. The root stands for the agency's own root unit.</summary>
public static class DemonstrationUnits
{
    private const string Auckland = "Auckland Province";
    private const string Wellington = "Wellington Province";
    private const string Canterbury = "Canterbury";

    /// <summary>The tree of an agency by its slug; null for an agency that the demonstration does not know.</summary>
    public static DemonstrationUnit? Of(string agencySlug) =>
        agencySlug switch
        {
            "kainga-ora" => KaingaOra,
            "msd" => SocialDevelopment,
            "ethnic-communities" => EthnicCommunities,
            _ => null,
        };

    private static DemonstrationUnit KaingaOra { get; } =
        new(
            "",
            4,
            Wellington,
            new(
                "Customer and Community",
                2,
                Wellington,
                new("Tāmaki Makaurau", 9, Auckland)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [0] = DemonstrationCast.PeopleLeader,
                        [1] = DemonstrationCast.NewStarter,
                        [2] = DemonstrationCast.OverdueStarter,
                        [3] = DemonstrationCast.AwayStarter,
                    },
                },
                new("Te Tai Tokerau", 6, "Northland"),
                new("Waikato and Bay of Plenty", 8, "Waikato"),
                new("Hawke’s Bay and Tairāwhiti", 7, "Hawke's Bay"),
                new("Wellington and Manawatū", 10, Wellington),
                new("Te Waipounamu", 9, Canterbury)
            ),
            new(
                "Construction and Delivery",
                2,
                Auckland,
                new("Northern Delivery", 8, Auckland)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.NewContractor,
                    },
                },
                new("Central Delivery", 7, Wellington),
                new("Southern Delivery", 7, Canterbury),
                new("Maintenance", 8, Auckland)
            ),
            new(
                "Urban Planning and Design",
                2,
                Auckland,
                new("Master Planning", 6, Auckland),
                new("Consents and Land", 6, Wellington)
            ),
            new(
                "People, Governance and Capability",
                2,
                Wellington,
                new("People", 8, Wellington)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.HumanResources,
                    },
                },
                new("Learning and Development", 4, Wellington),
                new("Integrity and Assurance", 6, Wellington)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.IntegrityAdviser,
                        [2] = DemonstrationCast.DeputyIntegrityAdviser,
                        [3] = DemonstrationCast.Auditor,
                    },
                },
                new("Communications", 8, Wellington)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.ContentOwner,
                    },
                }
            ),
            new(
                "Finance and Technology",
                2,
                Wellington,
                new("Finance", 6, Wellington),
                new("Technology", 9, Wellington)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.Administrator,
                    },
                },
                new("Procurement", 4, Auckland)
            )
        );

    private static DemonstrationUnit SocialDevelopment { get; } =
        new(
            "",
            3,
            Wellington,
            new(
                "Service Delivery",
                2,
                Wellington,
                new("Auckland Service Centres", 9, Auckland)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.MsdEmployee,
                    },
                },
                new("Wellington Service Centres", 8, Wellington),
                new("Canterbury Service Centres", 8, Canterbury),
                new("Contact Centres", 10, "Waikato")
            ),
            new(
                "Policy",
                2,
                Wellington,
                new("Income Support Policy", 6, Wellington),
                new("Employment Policy", 5, Wellington)
            ),
            new(
                "People and Capability",
                2,
                Wellington,
                new("People", 6, Wellington)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.MsdHumanResources,
                    },
                    Roles = new Dictionary<int, PortalRole> { [2] = PortalRole.Administrator },
                },
                new("Integrity", 4, Wellington)
                {
                    Roles = new Dictionary<int, PortalRole>
                    {
                        [1] = PortalRole.IntegrityAdviser,
                        [2] = PortalRole.IntegrityAdviser,
                        [3] = PortalRole.Auditor,
                    },
                },
                new("Communications", 5, Wellington)
                {
                    Roles = new Dictionary<int, PortalRole> { [1] = PortalRole.ContentOwner },
                }
            )
        );

    private static DemonstrationUnit EthnicCommunities { get; } =
        new(
            "",
            3,
            Wellington,
            new(
                "Community Engagement",
                1,
                Wellington,
                new("Northern Engagement", 5, Auckland),
                new("Central Engagement", 4, Wellington),
                new("Southern Engagement", 4, Canterbury)
            ),
            new(
                "Policy and Analytics",
                1,
                Wellington,
                new("Policy", 4, Wellington)
                {
                    Roles = new Dictionary<int, PortalRole> { [1] = PortalRole.ContentOwner },
                },
                new("Data and Insights", 3, Wellington)
                {
                    Roles = new Dictionary<int, PortalRole> { [1] = PortalRole.Administrator },
                }
            ),
            new(
                "Corporate Services",
                1,
                Wellington,
                new DemonstrationUnit("People and Integrity", 5, Wellington)
                {
                    Cast = new Dictionary<int, DemonstrationMember>
                    {
                        [1] = DemonstrationCast.EthnicCommunitiesHumanResources,
                    },
                    Roles = new Dictionary<int, PortalRole>
                    {
                        [2] = PortalRole.IntegrityAdviser,
                        [3] = PortalRole.IntegrityAdviser,
                        [4] = PortalRole.Auditor,
                    },
                }
            )
        );
}
