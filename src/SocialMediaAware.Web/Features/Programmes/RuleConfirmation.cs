using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>An agency has said: this module is our rule in force.</summary>
public sealed class RuleConfirmation : IBelongsToAgency
{
    /// <summary>Longest account of who was consulted.</summary>
    public const int ConsultedLength = 1000;

    private RuleConfirmation() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The major version that was confirmed.</summary>
    public int Major { get; private init; }

    /// <summary>Who was consulted, unions among them.</summary>
    public string Consulted { get; private init; } = "";

    /// <summary>The account that confirmed; null for the demonstration.</summary>
    public Guid? ConfirmedByAccountId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ConfirmedAt { get; private init; }

    /// <summary>Confirms a module.</summary>
    public static RuleConfirmation Confirm(
        Guid agencyId,
        string moduleSlug,
        int major,
        string consulted,
        Guid? byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            ModuleSlug = moduleSlug,
            Major = major,
            Consulted = consulted,
            ConfirmedByAccountId = byAccountId,
            ConfirmedAt = at,
        };
}
