namespace SocialMediaAware.Web.Data;

/// <summary>What belongs to one agency. The query filter of <see cref="PortalDbContext"/> shows it inside that agency's walls only.</summary>
public interface IBelongsToAgency
{
    /// <summary>The agency that this belongs to.</summary>
    Guid AgencyId { get; }
}

/// <summary>
/// The agencies that the work in hand may see. It begins with none: a request opens the walls of its person's agencies after
/// signing in, a job or command opens all of them.
/// </summary>
public sealed class AgencyScope
{
    /// <summary>Whether the walls are down: for jobs and commands, never for a request.</summary>
    public bool SeesEveryAgency { get; private set; }

    /// <summary>The agencies inside whose walls we stand.</summary>
    public IReadOnlyList<Guid> AgencyIds { get; private set; } = [];

    /// <summary>Stands inside the walls of these agencies and no others.</summary>
    public void EnterOnly(IEnumerable<Guid> agencyIds)
    {
        SeesEveryAgency = false;
        AgencyIds = [.. agencyIds.Distinct()];
    }

    /// <summary>Takes the walls down, for work that is nobody's in particular.</summary>
    public void EnterEveryAgency() => SeesEveryAgency = true;
}
