using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>
/// What reports show of the time that a module took in a round: kept until enough more people have finished
/// (<see cref="StepsOfFive" />).
/// </summary>
public sealed class ShownTimes : IBelongsToAgency
{
    private ShownTimes() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The round, as the counters of answers have it.</summary>
    public string CycleKey { get; private init; } = "";

    /// <summary>How many people read the module and passed its practice. Of two readers who work it out at once, this lets one.</summary>
    public int People { get; private set; }

    /// <summary>Reading, in seconds: lower quartile, median, upper quartile; nothing where fewer than five can be told.</summary>
    public int[] Reading { get; private set; } = [];

    /// <summary>Practising, likewise.</summary>
    public int[] Practising { get; private set; } = [];

    /// <summary>Reading and practising together, likewise.</summary>
    public int[] Together { get; private set; } = [];

    /// <summary>When it was worked out (UTC).</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>Begins with the times of nobody.</summary>
    public static ShownTimes Begin(Guid agencyId, string moduleSlug, string cycleKey) =>
        new()
        {
            AgencyId = agencyId,
            ModuleSlug = moduleSlug,
            CycleKey = cycleKey,
        };

    /// <summary>Takes them anew, if enough more people have finished.</summary>
    /// <returns>Whether it did.</returns>
    public bool TakeAnew(TimesTaken times, DateTimeOffset at)
    {
        if (!StepsOfFive.AreFullForTimes(People, times.People))
        {
            return false;
        }

        (People, TakenAt) = (times.People, at);
        Reading = Quartiles.Of(times.Reading);
        Practising = Quartiles.Of(times.Practising);
        Together = Quartiles.Of(times.Together);
        return true;
    }
}
