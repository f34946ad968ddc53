using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>An agency has said whether an election counts for it. Without a choice, general elections do and others do not.</summary>
public sealed class ElectionChoice : IBelongsToAgency
{
    private ElectionChoice() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The election.</summary>
    public Guid ElectionEventId { get; private init; }

    /// <summary>Whether it counts.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The account that chose last.</summary>
    public Guid ChosenByAccountId { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ChosenAt { get; private set; }

    /// <summary>Whether an election counts for an agency that has not chosen.</summary>
    public static bool IsOnUnlessChosen(ElectionKind kind) => kind is ElectionKind.General;

    /// <summary>Makes the choice for the first time.</summary>
    public static ElectionChoice Make(
        Guid agencyId,
        Guid electionEventId,
        bool isOn,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            AgencyId = agencyId,
            ElectionEventId = electionEventId,
            IsOn = isOn,
            ChosenByAccountId = byAccountId,
            ChosenAt = at,
        };

    /// <summary>Chooses again.</summary>
    public void Change(bool isOn, Guid byAccountId, DateTimeOffset at) =>
        (IsOn, ChosenByAccountId, ChosenAt) = (isOn, byAccountId, at);
}
