using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.OutsideLearning;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.MyData;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Features.People.Units;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Questions;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Structure;

/// <summary>
/// Who asks in the authorization matrix, and for whose things. Each cell gets a thing of its own, made as <see cref="Given" /> makes it,
/// so that no request finds what an earlier one left. To teach it another route parameter, add it to <see cref="Makers" />; one that
/// is nobody's, to <see cref="Fixed" />.
/// </summary>
public sealed partial class MatrixTargets
{
    /// <summary>Route parameters that name somebody's thing: how to make one that belongs to a person.</summary>
    private static readonly Dictionary<
        string,
        Func<MatrixTargets, CastMember, Agency, Task<string>>
    > Makers = new(StringComparer.Ordinal)
    {
        ["asked"] = (targets, owner, agency) => targets.TimeRequestAsync(owner, agency),
        ["disagreement"] = (targets, owner, agency) => targets.DisagreementAsync(owner, agency),
        ["assignment"] = (targets, owner, agency) => targets.AssignmentAsync(owner, agency),
        ["exemption"] = (targets, owner, agency) => targets.ExemptionAsync(owner, agency),
        ["extension"] = (targets, owner, agency) => targets.ExtensionAsync(owner, agency),
        ["completion"] = (targets, owner, agency) => targets.CompletionAsync(owner, agency),
        ["file"] = (targets, owner, agency) => targets.FileAsync(owner, agency),
        ["form"] = (targets, owner, agency) => targets.FormAsync(owner, agency),
        ["session"] = (targets, owner, agency) => targets.SessionAsync(owner, agency),
        ["grant"] = (targets, owner, agency) => targets.GrantAsync(owner, agency),
        ["id"] = (targets, owner, agency) => targets.AttestationAsync(owner, agency),
        ["import"] = (targets, _, agency) => targets.ImportAsync(agency),
        ["mail"] = (targets, owner, agency) => targets.MailAsync(owner, agency),
        ["pack"] = (targets, _, agency) => targets.PackAsync(agency),
        ["person"] = (_, owner, _) => Task.FromResult(owner.PersonId.ToString()),
        ["placement"] = (targets, owner, _) => targets.PlacementAsync(owner),
        ["programme"] = async (targets, _, agency) =>
            (await targets.portal.OnboardingAsync(agency)).Id.ToString(),
        ["plan"] = (targets, _, agency) => targets.PlanAsync(agency),
        ["reader"] = (targets, owner, _) => targets.RefusedAsync(owner),
        ["request"] = (targets, owner, agency) => targets.RequestAsync(owner, agency),
        ["question"] = (targets, owner, agency) => targets.QuestionAsync(owner, agency),
        ["tie"] = (targets, owner, agency) => targets.TieAsync(owner, agency),
    };

    /// <summary>Route parameters that are nobody's.</summary>
    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        ["module"] = "be-social-media-aware",
        ["election"] = "general-2026",
        ["code"] = "404",
        ["section"] = "arguments",
        ["topic"] = "staff",
        ["act"] = "pause",
        ["group"] = "new",
        ["kind"] = "rename",
        ["table"] = "placements",
        ["template"] = "receipt",
        ["path"] = "nothing-here.txt",
    };

    private readonly TestPortal portal;
    private readonly Dictionary<string, CastMember> actors = [];
    private readonly Dictionary<Guid, Programme> programmes = [];
    private readonly Dictionary<Guid, string> attestations = [];
    private Agency agency = null!;
    private Agency otherAgency = null!;
    private Unit team = null!;
    private Unit otherUnit = null!;

    private MatrixTargets(TestPortal portal) => this.portal = portal;

    /// <summary>Sets up two agencies, a team, and somebody in it for each role.</summary>
    public static async Task<MatrixTargets> SetUpAsync(TestPortal portal)
    {
        var targets = new MatrixTargets(portal)
        {
            agency = await portal.AgencyAsync("kainga-ora"),
            otherAgency = await portal.AgencyAsync("stats-nz"),
        };
        targets.team = await portal.UnitAsync(targets.agency, "Customer");
        targets.otherUnit = await portal.UnitAsync(targets.agency, "Construction");
        foreach (var role in AuthorizationMatrix.Roles)
        {
            targets.actors[role] = await targets.ActorAsync(role);
        }

        return targets;
    }

    /// <summary>Whether an endpoint names somebody's thing.</summary>
    public static bool AreIn(string endpoint) =>
        Parameter().Matches(endpoint).Any(match => Makers.ContainsKey(match.Groups[1].Value));

    /// <summary>A browser in which somebody of the role is signed in, freshly.</summary>
    public async Task<HttpClient> BrowserAsync(string role) =>
        role == AuthorizationMatrix.Anonymous
            ? portal.Visitor()
            : await portal.SignedInAsync(actors[role].AccountId);

    /// <summary>The address of a cell, with a thing of its scope in each place.</summary>
    public async Task<string> AddressAsync(MatrixCell cell)
    {
        var address = cell.Endpoint;
        (CastMember, Agency)? whose = null;
        foreach (Match match in Parameter().Matches(cell.Endpoint))
        {
            var name = match.Groups[1].Value;
            var isOptional = match.Value.EndsWith("?}", StringComparison.Ordinal);
            var value =
                isOptional ? ""
                : Fixed.TryGetValue(name, out var same) ? same
                : await MakeAsync(name, cell, whose ??= await OwnerAsync(cell));
            address = address.Replace(match.Value, value, StringComparison.Ordinal);
        }

        var handler = cell.Method.Split(':');
        return address + (handler.Length > 1 ? $"?handler={handler[1]}" : "");
    }

    private Task<string> MakeAsync(string name, MatrixCell cell, (CastMember, Agency) whose) =>
        Makers.TryGetValue(name, out var make)
            ? make(this, whose.Item1, whose.Item2)
            : throw new InvalidOperationException(
                $"The matrix does not know the route parameter {{{name}}} of {cell.Endpoint}: add it to MatrixTargets."
            );

    // All things in one address are of one person.
    private async Task<(CastMember, Agency)> OwnerAsync(MatrixCell cell)
    {
        var leader = cell.Role == "leader" ? actors["leader"] : null;
        return cell.Scope switch
        {
            "own" => (actors[cell.Role], agency),
            "own team" => (await portal.PersonAsync(agency, unit: team, ledBy: leader), agency),
            "other agency" => (await portal.PersonAsync(otherAgency), otherAgency),
            _ => (await portal.PersonAsync(agency, unit: otherUnit), agency),
        };
    }

    private async Task<CastMember> ActorAsync(string role)
    {
        var actor = await portal.PersonAsync(agency, unit: team);
        PortalRole? granted = role switch
        {
            "HR" => PortalRole.HumanResources,
            "content owner" => PortalRole.ContentOwner,
            "integrity adviser" => PortalRole.IntegrityAdviser,
            "auditor" => PortalRole.Auditor,
            "administrator" => PortalRole.Administrator,
            _ => null,
        };
        if (granted is not null)
        {
            await portal.RoleAsync(actor, granted.Value, agency);
        }

        if (role == "leader")
        {
            await portal.PersonAsync(agency, unit: team, ledBy: actor);
        }

        return actor;
    }

    private async Task<string> AssignmentAsync(CastMember owner, Agency where) =>
        (await AssignedAsync(owner, where)).Id.ToString();

    private async Task<Assignment> AssignedAsync(CastMember owner, Agency where)
    {
        if (!programmes.TryGetValue(where.Id, out var programme))
        {
            programmes[where.Id] = programme = await portal.OnboardingAsync(where);
        }

        return await portal.AssignmentAsync(owner, programme);
    }

    // A signature counts for what its signer owes of the same module. So it is over another module than the other things ask for,
    // and everybody has one.
    private async Task<string> AttestationAsync(CastMember owner, Agency where)
    {
        if (attestations.TryGetValue(owner.PersonId, out var made))
        {
            return made;
        }

        var programme = await portal.OnboardingAsync(where, "kainga-ora-social-media-guidance");
        var signer = new Signer(owner, await portal.AssignmentAsync(owner, programme));
        await portal.KeepPublishedAsync();
        await portal.OpenedAsync(signer);
        await portal.PractisedAsync(signer);
        var id = (await portal.SignAsync(signer)).AttestationId!.Value.ToString();
        attestations.Add(owner.PersonId, id);
        return id;
    }

    private Task<string> PlacementAsync(CastMember owner) =>
        portal.WithDatabaseAsync(async database =>
            (
                await database
                    .Placements.Where(placement =>
                        placement.PersonId == owner.PersonId && placement.UnlearntAt == null
                    )
                    .Select(placement => placement.Id)
                    .FirstAsync()
            ).ToString()
        );

    private Task<string> PlanAsync(Agency where) =>
        portal.WithDatabaseAsync(async database =>
        {
            var today = portal.Clock.Today();
            var now = portal.Clock.GetUtcNow();
            var plan = RestructurePlan.Start(where.Id, "A draft", today, Guid.NewGuid(), now);
            database.Add(plan);
            await database.SaveChangesAsync();
            return plan.Id.ToString();
        });

    private Task<string> RequestAsync(CastMember owner, Agency where) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var request = CorrectionRequest.Ask(
                Guid.NewGuid(),
                where.Id,
                owner.PersonId,
                "names",
                "It is written with a macron.",
                now
            );
            database.Add(request);
            await database.SaveChangesAsync();
            return request.Id.ToString();
        });

    private async Task<string> CompletionAsync(CastMember owner, Agency where) =>
        (await portal.CompletedElsewhereAsync(where, owner)).Id.ToString();

    private Task<string> FileAsync(CastMember owner, Agency where) =>
        AddAsync(
            EvidenceFile.Take(
                where.Id,
                owner.PersonId,
                EvidenceFileKind.Pdf,
                [1],
                owner.AccountId,
                portal.Clock.GetUtcNow()
            ),
            file => file.Id
        );

    private async Task<string> FormAsync(CastMember owner, Agency where)
    {
        await portal.KeepPublishedAsync();
        var assignment = await AssignedAsync(owner, where);
        return await portal.WithAsync(async services =>
        {
            var sheet = await services
                .GetRequiredService<SigningSheets>()
                .ReadAsync(owner.PersonId, assignment.Id, CancellationToken.None);
            return await AddAsync(
                PaperForm.Make(
                    sheet!,
                    PaperForm.NewNumber(),
                    owner.AccountId,
                    portal.Clock.GetUtcNow()
                ),
                form => form.Id
            );
        });
    }

    private async Task<string> SessionAsync(CastMember owner, Agency where)
    {
        var assignment = await AssignedAsync(owner, where);
        var now = portal.Clock.GetUtcNow();
        return await AddAsync(
            AssistedSession.Open(
                where.Id,
                "Morning tea",
                "The depot",
                now.NewZealandDate(),
                [assignment.ProgrammeId],
                owner.AccountId,
                owner == actors.GetValueOrDefault("leader"),
                now
            ),
            session => session.Id
        );
    }

    private Task<string> AddAsync<T>(T thing, Func<T, Guid> idOf)
        where T : class =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(thing);
            await database.SaveChangesAsync();
            return idOf(thing).ToString();
        });

    private Task<string> QuestionAsync(CastMember owner, Agency where) =>
        portal.WithDatabaseAsync(async database =>
        {
            var question = Question.Ask(
                Guid.NewGuid(),
                where.Id,
                owner.PersonId,
                null,
                null,
                null,
                "May I?",
                portal.Clock.GetUtcNow()
            );
            database.Add(question);
            await database.SaveChangesAsync();
            return question.Id.ToString();
        });

    private Task<string> MailAsync(CastMember owner, Agency where) =>
        portal.WithDatabaseAsync(async database =>
        {
            var id = Guid.NewGuid();
            var now = portal.Clock.GetUtcNow();
            database.Add(
                OutboxMessage.Write(
                    id,
                    [where.Id],
                    owner.PersonId,
                    $"test/{id}",
                    "agency.example",
                    new MailParty(owner.Name, owner.Email),
                    new MailContent("Subject", "Text", "<p>Text</p>"),
                    [],
                    now,
                    now
                )
            );
            await database.SaveChangesAsync();
            return id.ToString();
        });

    // The owner's own where they hold one, so that asking about it does not give them another role.
    private async Task<string> GrantAsync(CastMember owner, Agency where)
    {
        var held = await HeldAsync(owner);
        if (held is null)
        {
            await portal.RoleAsync(owner, PortalRole.ContentOwner, where);
            held = await HeldAsync(owner);
        }

        return held!.Value.ToString();
    }

    private Task<Guid?> HeldAsync(CastMember owner) =>
        portal.WithDatabaseAsync(database =>
            database
                .RoleGrants.Where(grant =>
                    grant.AccountId == owner.AccountId && grant.RevokedAt == null
                )
                .Select(grant => (Guid?)grant.Id)
                .FirstOrDefaultAsync()
        );

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    private async Task<string> ImportAsync(Agency where)
    {
        var run = ImportRun.Take(
            where.Id,
            "payroll",
            "staff.csv",
            new string('0', ImportRun.HashLength),
            ImportSource.Browser,
            null,
            portal.Clock.GetUtcNow()
        );
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(run);
            await database.SaveChangesAsync();
        });
        return run.Id.ToString();
    }
}
