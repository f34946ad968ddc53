using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>A programme that another can be made like.</summary>
public sealed record ProgrammeToCopy(Guid Id, string Name);

/// <summary>Begins a programme: from a template, or like one that the agency has.</summary>
public sealed class BeginningProgramme(
    PortalDbContext database,
    DraftTemplates templates,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    private const int TokenLength = 12;

    /// <summary>What tells one form from another, so that one that is sent twice begins one programme.</summary>
    public static string NewToken() => Guid.NewGuid().ToString("N")[..TokenLength];

    /// <summary>The programmes of an agency, by name.</summary>
    public async Task<IReadOnlyList<ProgrammeToCopy>> ToCopyAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    ) =>
        await database
            .Programmes.Where(programme => programme.AgencyId == agencyId)
            .OrderBy(programme => programme.Name)
            .Select(programme => new ProgrammeToCopy(programme.Id, programme.Name))
            .ToListAsync(cancellationToken);

    /// <summary>Begins one from a template.</summary>
    /// <exception cref="InvalidOperationException">The account is not HR of the agency.</exception>
    public async Task<Guid> BeginAsync(
        Guid agencyId,
        ProgrammeKind kind,
        string? token,
        CancellationToken cancellationToken
    )
    {
        var agency = await database.Agencies.SingleAsync(
            agency => agency.Id == agencyId,
            cancellationToken
        );
        var terms = templates.For(kind, agency.ShortName);
        return await BeginAsync(agencyId, kind, terms, token, cancellationToken);
    }

    /// <summary>Begins one like another; null when the agency has no such programme.</summary>
    /// <exception cref="InvalidOperationException">The account is not HR of the agency.</exception>
    public async Task<Guid?> BeginLikeAsync(
        Guid agencyId,
        Guid programmeId,
        string? token,
        CancellationToken cancellationToken
    )
    {
        var other = await database
            .Programmes.Include(programme => programme.Modules)
            .Include(programme => programme.Statements)
            .AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(
                programme => programme.Id == programmeId && programme.AgencyId == agencyId,
                cancellationToken
            );
        if (other is null)
        {
            return null;
        }

        var accepted = await database
            .OutsideAcceptances.Where(one => one.ProgrammeId == programmeId)
            .Select(one => one.ModuleSlug)
            .ToListAsync(cancellationToken);
        var terms = templates.Like(other.Draft ?? other.TermsWith(accepted));
        return await BeginAsync(agencyId, other.Kind, terms, token, cancellationToken);
    }

    private async Task<Guid> BeginAsync(
        Guid agencyId,
        ProgrammeKind kind,
        ProgrammeTerms terms,
        string? token,
        CancellationToken cancellationToken
    )
    {
        if (!signedIn.Has(PortalRole.HumanResources, agencyId))
        {
            throw new InvalidOperationException("Programmes are made by the agency's HR.");
        }

        var key = $"{kind.ToString().ToLowerInvariant()}-{Cleaned(token)}";
        var programme = Programme.Begin(agencyId, key, kind, terms, clock.GetUtcNow());
        database.Add(programme);
        audit.Add(
            AuditActions.ProgrammeDrafted,
            agencyId,
            $"programme {programme.Id}",
            $"Begun: {programme.Name}"
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return programme.Id;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // The same form, sent twice: the programme that the first one began is the one.
            database.ChangeTracker.Clear();
            return await database
                .Programmes.Where(one => one.AgencyId == agencyId && one.Key == key)
                .Select(one => one.Id)
                .SingleAsync(cancellationToken);
        }
    }

    private static string Cleaned(string? token) =>
        token is { Length: TokenLength } && token.All(char.IsAsciiHexDigitLower)
            ? token
            : NewToken();
}
