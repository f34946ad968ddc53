using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Time that was given, as HR sees it.</summary>
public sealed record ExtensionLine
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The one programme; null for all.</summary>
    public required string? Programme { get; init; }

    /// <summary>The one person; null for more.</summary>
    public required string? Person { get; init; }

    /// <summary>The unit; null for any.</summary>
    public required string? Unit { get; init; }

    /// <summary>The region; null for any.</summary>
    public required string? Region { get; init; }

    /// <summary>Due dates from this day on move.</summary>
    public required DateOnly DueFrom { get; init; }

    /// <summary>To this day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was given (UTC).</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>When it was taken back (UTC); null while it holds.</summary>
    public required DateTimeOffset? TakenBackAt { get; init; }
}

/// <summary>One page of the time that was given.</summary>
public sealed record ExtensionPage(IReadOnlyList<ExtensionLine> Lines, int Page, int Pages);

/// <summary>Lists the time that was given in the reader's agencies.</summary>
public sealed class ExtensionList(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>How many a page shows.</summary>
    public const int LinesOnAPage = 30;

    /// <summary>One page, the newest first.</summary>
    /// <param name="page">Which page, from 1; one too far gives the last.</param>
    /// <param name="personId">Given to one person alone; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ExtensionPage> ReadAsync(
        int page,
        Guid? personId,
        CancellationToken cancellationToken
    )
    {
        var mine = Mine().Where(one => personId == null || one.PersonId == personId);
        var count = await mine.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + LinesOnAPage - 1) / LinesOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var lines = await Lines(
                mine.OrderByDescending(one => one.GivenAt)
                    .ThenBy(one => one.Id)
                    .Skip((shown - 1) * LinesOnAPage)
                    .Take(LinesOnAPage)
            )
            .ToListAsync(cancellationToken);
        return new(lines, shown, pages);
    }

    /// <summary>One of them; null for another agency's.</summary>
    public Task<ExtensionLine?> FindAsync(Guid extensionId, CancellationToken cancellationToken) =>
        Lines(Mine().Where(one => one.Id == extensionId)).SingleOrDefaultAsync(cancellationToken);

    // Nobody who died is on any list.
    private IQueryable<Extension> Mine()
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        return database.Extensions.Where(one =>
            agencyIds.Contains(one.AgencyId)
            && !database.People.Any(person => person.Id == one.PersonId && person.DiedOn != null)
        );
    }

    private IQueryable<ExtensionLine> Lines(IQueryable<Extension> extensions)
    {
        var today = clock.Today();
        return extensions.Select(one => new ExtensionLine
        {
            Id = one.Id,
            Agency = database
                .Agencies.Where(agency => agency.Id == one.AgencyId)
                .Select(agency => agency.ShortName)
                .Single(),
            Programme = database
                .Programmes.Where(programme => programme.Id == one.ProgrammeId)
                .Select(programme => programme.Name)
                .FirstOrDefault(),
            Person = database
                .PersonNames.HoldingOn(today)
                .Where(name => name.PersonId == one.PersonId)
                .OrderByDescending(name => name.HoldsFrom)
                .Select(name => name.Name)
                .FirstOrDefault(),
            Unit = database
                .UnitFacts.Believed()
                .Where(fact => fact.UnitId == one.UnitId)
                .OrderByDescending(fact => fact.HoldsFrom)
                .Select(fact => fact.Name)
                .FirstOrDefault(),
            Region = one.Region,
            DueFrom = one.DueFrom,
            DueOn = one.DueOn,
            Reason = database
                .PeopleChanges.Where(change => change.Id == one.GivenInId)
                .Select(change => change.Reason)
                .Single(),
            GivenAt = one.GivenAt,
            TakenBackAt = one.TakenBackAt,
        });
    }
}
