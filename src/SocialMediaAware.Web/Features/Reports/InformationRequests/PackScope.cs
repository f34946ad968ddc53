using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>What a pack is drawn up about.</summary>
/// <param name="Asked">What is asked.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Place">The agency's units, as they were on the day.</param>
/// <param name="Programmes">Its programmes that were launched.</param>
/// <param name="AsAt">The day.</param>
/// <param name="KnownAt">What the portal knew at this instant (UTC).</param>
public sealed record PackScope(
    AskedInformation Asked,
    Agency Agency,
    ReportPlace Place,
    IReadOnlyList<ReportedProgramme> Programmes,
    DateOnly AsAt,
    DateTimeOffset KnownAt
)
{
    /// <summary>The report of a round of a programme as at the day.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="cycle">The round's key; null for all rounds.</param>
    public CompletionScope ScopeOf(ReportedProgramme programme, string? cycle) =>
        new(Place, Programmes, programme, cycle, AsAt, KnownAt, []);
}

/// <summary>Finds what a pack is drawn up about.</summary>
public sealed class PackScopes(
    Data.PortalDbContext database,
    ReportPlaces places,
    ReportedProgrammes programmes,
    TimeProvider clock
)
{
    /// <summary>The agency, its units and its programmes, on the period's last day or today; null where it is not the asker's.</summary>
    public async Task<PackScope?> FindAsync(
        AskedInformation asked,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var asAt = asked.Until < today ? asked.Until : today;
        var knownAt = asAt == today ? clock.GetUtcNow() : EndOf(asAt);
        var place = await places.FindAsync(
            asked.AgencyId.ToString(),
            asAt,
            knownAt,
            cancellationToken
        );
        var agency = await database.Agencies.FindAsync([asked.AgencyId], cancellationToken);
        return place is null || agency is null
            ? null
            : new(
                asked,
                agency,
                place,
                await programmes.ReadAsync(asked.AgencyId, cancellationToken),
                asAt,
                knownAt
            );
    }

    // The last microsecond of the day: instants are kept in microseconds.
    private static DateTimeOffset EndOf(DateOnly day) =>
        day.AddDays(1).StartInNewZealand().AddTicks(-TimeSpan.TicksPerMicrosecond);
}
