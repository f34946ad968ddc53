using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>An agency has said whether an election counts for it. Without a choice, general elections do and others do not.</summary>
public sealed class ElectionChoice : IBelongsToAgency
{
    /// <summary>Longest list of regions, written one after the other.</summary>
    public const int RegionWordsLength = 600;

    // No region of the list of holidays has one in its name.
    private const char Between = ',';

    private ElectionChoice() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The election.</summary>
    public Guid ElectionEventId { get; private init; }

    /// <summary>Whether it counts.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The regions whose people it concerns, as the list of holidays names them; empty for the whole agency.</summary>
    public IReadOnlyList<string> Regions => RegionsOf(RegionWords);

    /// <summary>The same as the database holds it; <see cref="RegionsOf" /> reads it.</summary>
    public string RegionWords { get; private set; } = "";

    /// <summary>The account that chose last.</summary>
    public Guid ChosenByAccountId { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ChosenAt { get; private set; }

    /// <summary>Whether an election counts for an agency that has not chosen.</summary>
    public static bool IsOnUnlessChosen(ElectionKind kind) => kind is ElectionKind.General;

    /// <summary>Whether an election can concern some regions only: by-elections and local elections can.</summary>
    public static bool CanBeOfRegions(ElectionKind kind) => kind is not ElectionKind.General;

    /// <summary>
    /// Whether an election of these regions concerns somebody who works in others. It does where it is for the whole agency, and for
    /// somebody of whom no region is known.
    /// </summary>
    public static bool Concerns(IReadOnlyList<string> regions, IReadOnlyCollection<string> own) =>
        regions.Count == 0 || own.Count == 0 || own.Any(regions.Contains);

    /// <summary>Reads a list of regions as the database holds it.</summary>
    public static IReadOnlyList<string> RegionsOf(string? words) =>
        string.IsNullOrEmpty(words) ? [] : words.Split(Between);

    /// <summary>Makes the choice for the first time.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="electionEventId">The election.</param>
    /// <param name="isOn">Whether it counts.</param>
    /// <param name="byAccountId">Who chooses.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="regions">The regions whose people it concerns; none for the whole agency.</param>
    public static ElectionChoice Make(
        Guid agencyId,
        Guid electionEventId,
        bool isOn,
        Guid byAccountId,
        DateTimeOffset at,
        IReadOnlyCollection<string>? regions = null
    )
    {
        var choice = new ElectionChoice { AgencyId = agencyId, ElectionEventId = electionEventId };
        choice.Change(isOn, byAccountId, at, regions);
        return choice;
    }

    /// <summary>Chooses again.</summary>
    /// <inheritdoc cref="Make" />
    public void Change(
        bool isOn,
        Guid byAccountId,
        DateTimeOffset at,
        IReadOnlyCollection<string>? regions = null
    )
    {
        (IsOn, ChosenByAccountId, ChosenAt) = (isOn, byAccountId, at);
        RegionWords = string.Join(
            Between,
            (regions ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }
}
