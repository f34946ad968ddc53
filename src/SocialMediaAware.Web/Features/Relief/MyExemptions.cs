using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>An exemption, as who gave it sees it.</summary>
public sealed record ExemptionLine(
    Guid Id,
    Guid PersonId,
    string Person,
    string Programme,
    string ReasonCode,
    DateOnly From,
    DateOnly LastDay
);

/// <summary>One page of the exemptions that the reader gave.</summary>
public sealed record ExemptionPage(
    IReadOnlyList<ExemptionLine> Lines,
    int Page,
    int Pages,
    int Count
);

/// <summary>Reads the exemptions that the reader gave, and nobody else's.</summary>
public sealed class MyExemptions(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>How many a page shows.</summary>
    public const int LinesOnAPage = 50;

    /// <summary>One page of those that hold today, the first to end first.</summary>
    /// <param name="page">Which page, from 1; one too far gives the last.</param>
    /// <param name="personId">Of one person; null for everybody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ExemptionPage> ReadAsync(
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
                mine.OrderBy(one => one.HoldsUntil)
                    .ThenBy(one => one.Id)
                    .Skip((shown - 1) * LinesOnAPage)
                    .Take(LinesOnAPage)
            )
            .ToListAsync(cancellationToken);
        return new(lines, shown, pages, count);
    }

    /// <summary>One of them; null for another's, and for one that has ended.</summary>
    public Task<ExemptionLine?> FindAsync(Guid exemptionId, CancellationToken cancellationToken) =>
        Lines(Mine().Where(one => one.Id == exemptionId)).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Exemption> Mine()
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        return database
            .Exemptions.HoldingOn(clock.Today())
            .Where(one =>
                one.GivenByAccountId == signedIn.AccountId
                && agencyIds.Contains(one.AgencyId)
                // Nobody who died is on any list.
                && database.People.Any(person =>
                    person.Id == one.PersonId
                    && person.DiedOn == null
                    && person.MergedIntoId == null
                )
            );
    }

    private IQueryable<ExemptionLine> Lines(IQueryable<Exemption> exemptions)
    {
        var today = clock.Today();
        return exemptions.Select(one => new ExemptionLine(
            one.Id,
            one.PersonId,
            database
                .PersonNames.HoldingOn(today)
                .Where(name => name.PersonId == one.PersonId)
                .OrderByDescending(name => name.HoldsFrom)
                .Select(name => name.Name)
                .FirstOrDefault()
                ?? "",
            database
                .Programmes.Where(programme => programme.Id == one.ProgrammeId)
                .Select(programme => programme.Name)
                .Single(),
            one.ReasonCode,
            one.HoldsFrom,
            one.HoldsUntil!.Value.AddDays(-1)
        ));
    }
}
