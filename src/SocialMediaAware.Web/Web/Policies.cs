using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Web;

/// <summary>
/// Who gets through which door: the one place that says so. A policy asks for a role in any agency; which agency's things somebody
/// sees behind the door is a matter of the walls, and of <see cref="SignedIn" />. Everything that is not named here needs a sign-in.
/// </summary>
public static class Policies
{
    /// <summary>Opens reports.</summary>
    public const string SeesReports = "sees reports";

    /// <summary>Opens the mails that went to people.</summary>
    public const string SeesMail = "sees mail";

    /// <summary>Opens what holds mail, or sends it again.</summary>
    public const string KeepsMail = "keeps mail";

    /// <summary>Opens the words of mails, with nobody's mail.</summary>
    public const string SeesMailTemplates = "sees mail templates";

    /// <summary>Opens the audit log.</summary>
    public const string SeesAuditLog = "sees the audit log";

    /// <summary>Opens settings.</summary>
    public const string AdministersPortal = "administers the portal";

    /// <summary>Opens what content owners look after, and what they and HR confirm.</summary>
    public const string KeepsContent = "keeps content";

    /// <summary>Opens the record of what the portal does by itself.</summary>
    public const string SeesJobs = "sees jobs";

    /// <summary>Opens what only integrity advisers may see: questions that people asked in confidence.</summary>
    public const string AnswersQuestions = "answers questions";

    /// <summary>Opens what is held on people.</summary>
    public const string SeesPeople = "sees people";

    /// <summary>Opens what changes people and units.</summary>
    public const string KeepsPeople = "keeps people";

    /// <summary>Opens what makes, launches and changes programmes.</summary>
    public const string KeepsProgrammes = "keeps programmes";

    /// <summary>Opens a leader's own team; also to who stands in or sees to it for them.</summary>
    public const string LeadsTeam = "leads a team";

    /// <summary>Opens sessions in which people are helped to sign.</summary>
    public const string Facilitates = "facilitates";

    /// <summary>Opens what changes elections, for every agency or for one's own.</summary>
    public const string KeepsElections = "keeps elections";

    private static readonly Dictionary<string, PortalRole[]> Roles = new()
    {
        [SeesReports] = [PortalRole.HumanResources, PortalRole.Auditor],
        [SeesMail] = [PortalRole.HumanResources, PortalRole.Auditor],
        [KeepsMail] = [PortalRole.HumanResources],
        [SeesMailTemplates] =
        [
            PortalRole.HumanResources,
            PortalRole.ContentOwner,
            PortalRole.Administrator,
        ],
        [SeesAuditLog] = [PortalRole.Auditor, PortalRole.Administrator],
        [AdministersPortal] = [PortalRole.Administrator],
        [SeesPeople] = [PortalRole.HumanResources, PortalRole.Auditor],
        [KeepsPeople] = [PortalRole.HumanResources],
        [KeepsProgrammes] = [PortalRole.HumanResources],
        [Facilitates] = [PortalRole.HumanResources, PortalRole.Leader],
        [LeadsTeam] = [PortalRole.Leader],
        [KeepsElections] = [PortalRole.HumanResources, PortalRole.Administrator],
        [KeepsContent] = [PortalRole.ContentOwner, PortalRole.HumanResources],
        [SeesJobs] = [PortalRole.Administrator, PortalRole.Auditor],
        [AnswersQuestions] = [PortalRole.IntegrityAdviser],
    };

    /// <summary>Adds the policies. Without one of them, a request needs a signed-in account.</summary>
    public static void AddPolicies(this IServiceCollection services)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        var builder = services.AddAuthorizationBuilder().SetFallbackPolicy(signedIn);
        foreach (var (name, roles) in Roles)
        {
            builder.AddPolicy(
                name,
                policy =>
                    policy
                        .RequireAuthenticatedUser()
                        .RequireClaim(PortalClaims.Role, roles.Select(role => role.ToString()))
            );
        }
    }

    /// <summary>Puts the policies on the rooms. Pages that are open to everybody are named one by one.</summary>
    public static void AuthorizeRooms(this PageConventionCollection conventions)
    {
        conventions.AuthorizeFolder("/");
        conventions.AuthorizeFolder("/Reports", SeesReports);
        conventions.AuthorizeReminders();
        conventions.AuthorizeFolder("/Audit", SeesAuditLog);
        conventions.AuthorizePeople();
        conventions.AuthorizeFolder("/Programmes", KeepsProgrammes);
        conventions.AuthorizeFolder("/Relief", KeepsPeople);
        conventions.AuthorizeFolder("/Invitations", KeepsPeople);
        conventions.AuthorizeTeam();
        conventions.AuthorizeFolder("/MyData/Answering", KeepsPeople);
        conventions.AuthorizeMoreTime();
        conventions.AuthorizePage("/Questions/Disagreements", KeepsPeople);
        conventions.AuthorizePage("/Questions/TalkedAbout", KeepsPeople);
        conventions.AuthorizeOutsideLearning();
        conventions.AuthorizeAssisted();
        conventions.AuthorizeFolder("/Publishing", KeepsContent);
        conventions.AuthorizeSettings();
        conventions.AuthorizePage("/Elections/Add", KeepsElections);
        conventions.AuthorizePage("/Elections/ConfirmAdd", KeepsElections);
        conventions.AuthorizePage("/Elections/Move", KeepsElections);
        conventions.AuthorizePage("/Elections/ConfirmMove", KeepsElections);
        conventions.AuthorizePage("/Elections/Government", KeepsElections);
        conventions.AuthorizePage("/Elections/Choose", KeepsElections);
        conventions.AuthorizePage("/Elections/ConfirmChoice", KeepsElections);
        conventions.AllowAnonymousToFolder("/Errors");
        conventions.AllowAnonymousToPage("/Accounts/SignIn");
        conventions.AllowAnonymousToPage("/Accounts/SignOut");
        conventions.AllowAnonymousToPage("/Accounts/Demonstration");
        conventions.AllowAnonymousToPage("/Accounts/FirstAdministrator");
        conventions.AllowAnonymousToFolder("/Accounts/Links");
        conventions.AllowAnonymousToFolder("/Help");
        conventions.AllowAnonymousToPage("/Assisted/Screen");
    }

    // The words of mails are content; what went to whom is not. HR alone holds mail and sends it again.
    private static void AuthorizeReminders(this PageConventionCollection conventions)
    {
        (string Folder, string Policy)[] rooms =
        [
            ("/Reminders/Templates/", SeesMailTemplates),
            ("/Reminders/Keeping/", KeepsMail),
            ("/Reminders/", SeesMail),
        ];
        conventions.AddFolderApplicationModelConvention(
            "/Reminders",
            page =>
                page.EndpointMetadata.Add(
                    new AuthorizeAttribute(
                        rooms
                            .First(room =>
                                page.ViewEnginePath.StartsWith(
                                    room.Folder,
                                    StringComparison.Ordinal
                                )
                            )
                            .Policy
                    )
                )
        );
    }

    // Two pages only look; every other page of people and units changes something.
    private static void AuthorizePeople(this PageConventionCollection conventions)
    {
        string[] looking = ["/People/Index", "/People/Person", "/People/Units/Index"];
        conventions.AddFolderApplicationModelConvention(
            "/People",
            page =>
                page.EndpointMetadata.Add(
                    new AuthorizeAttribute(
                        looking.Contains(page.ViewEnginePath) ? SeesPeople : KeepsPeople
                    )
                )
        );
    }

    // Leaders see their own team; HR keeps who leads whom and who has which task.
    private static void AuthorizeTeam(this PageConventionCollection conventions)
    {
        string[] ofLeaders = ["/Team/Index", "/Team/Download", "/Team/Leave", "/Team/Assistants"];
        conventions.AddFolderApplicationModelConvention(
            "/Team",
            page =>
                page.EndpointMetadata.Add(
                    new AuthorizeAttribute(
                        ofLeaders.Contains(page.ViewEnginePath) ? LeadsTeam : KeepsPeople
                    )
                )
        );
    }

    // Everybody asks for themself; leaders and HR answer.
    private static void AuthorizeMoreTime(this PageConventionCollection conventions)
    {
        foreach (var page in new[] { "OfTeam", "OfTeamAnswer" })
        {
            conventions.AuthorizePage($"/MoreTime/{page}", LeadsTeam);
        }

        foreach (var page in new[] { "OfAgency", "OfAgencyAnswer" })
        {
            conventions.AuthorizePage($"/MoreTime/{page}", KeepsPeople);
        }
    }

    // The reader's own choice is everybody's; HR and auditors look, and HR alone changes.
    private static void AuthorizeOutsideLearning(this PageConventionCollection conventions)
    {
        string[] looking =
        [
            "/OutsideLearning/Index",
            "/OutsideLearning/Completion",
            "/OutsideLearning/File",
        ];
        conventions.AddFolderApplicationModelConvention(
            "/OutsideLearning",
            page =>
            {
                if (page.ViewEnginePath != "/OutsideLearning/WholeWay")
                {
                    page.EndpointMetadata.Add(
                        new AuthorizeAttribute(
                            looking.Contains(page.ViewEnginePath) ? SeesPeople : KeepsPeople
                        )
                    );
                }
            }
        );
    }

    // A shared screen's pages are for whoever has its cookie and a code; papers are for HR; sessions for HR and leaders.
    private static void AuthorizeAssisted(this PageConventionCollection conventions)
    {
        string[] atTheScreen = ["/Assisted/Screen", "/Assisted/Tasks"];
        conventions.AddFolderApplicationModelConvention(
            "/Assisted",
            page =>
            {
                if (!atTheScreen.Contains(page.ViewEnginePath))
                {
                    var isPaper = page.ViewEnginePath.StartsWith(
                        "/Assisted/Paper",
                        StringComparison.Ordinal
                    );
                    page.EndpointMetadata.Add(
                        new AuthorizeAttribute(isPaper ? KeepsPeople : Facilitates)
                    );
                }
            }
        );
    }

    // A policy of a folder and one of a page in it would both have to be met: each page of settings gets exactly one.
    private static void AuthorizeSettings(this PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention(
            "/Settings",
            page =>
                page.EndpointMetadata.Add(
                    new AuthorizeAttribute(
                        page.ViewEnginePath == "/Settings/Jobs" ? SeesJobs : AdministersPortal
                    )
                )
        );

    /// <summary>Takes the address of a page away where there is no use for it: it answers 404 to everything.</summary>
    public static void KeepToItself(
        this PageConventionCollection conventions,
        string page,
        bool isOn
    )
    {
        if (!isOn)
        {
            conventions.AddPageRouteModelConvention(page, model => model.Selectors.Clear());
        }
    }
}
