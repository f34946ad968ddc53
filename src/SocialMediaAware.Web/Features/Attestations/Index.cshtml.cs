using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>A row of the list of one's receipts.</summary>
public sealed record ReceiptRow(
    Guid Id,
    string ProgrammeName,
    string AgencyName,
    DateTimeOffset SignedAt,
    int Modules,
    long Number
);

/// <summary>Lists one's receipts, also those from agencies that one has left.</summary>
public sealed class IndexModel(PortalDbContext database, SignedIn signedIn) : PageModel
{
    /// <summary>How many are on a page.</summary>
    public const int RowsOnPage = 25;

    private static readonly string[] Walls = [PortalDbContext.AgencyWall];

    /// <summary>The page asked for, from 1. What is no page shows the nearest one.</summary>
    [FromQuery(Name = "page")]
    public string? PageAsked { get; set; }

    /// <summary>The page shown, from 1.</summary>
    public int PageNumber { get; private set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int PageCount { get; private set; }

    /// <summary>The receipts on it.</summary>
    public IReadOnlyList<ReceiptRow> Rows { get; private set; } = [];

    /// <summary>The address of another page of the list.</summary>
    public static string AddressOf(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"?page={page}");

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (signedIn.PersonId is not { } personId)
        {
            return;
        }

        var mine = database.Attestations.OwnedBy(personId, database.People);
        var count = await mine.CountAsync(cancellationToken);
        PageCount = (count + RowsOnPage - 1) / RowsOnPage;
        _ = int.TryParse(PageAsked, CultureInfo.InvariantCulture, out var asked);
        PageNumber = Math.Clamp(asked, 1, Math.Max(1, PageCount));
        Rows = await mine.NewestFirst()
            .Skip((PageNumber - 1) * RowsOnPage)
            .Take(RowsOnPage)
            .Select(attestation => new ReceiptRow(
                attestation.Id,
                database
                    .Assignments.IgnoreQueryFilters(Walls)
                    .Where(assignment => assignment.Id == attestation.AssignmentId)
                    .Join(
                        database.Programmes.IgnoreQueryFilters(Walls),
                        assignment => assignment.ProgrammeId,
                        programme => programme.Id,
                        (assignment, programme) => programme.Name
                    )
                    .First(),
                database
                    .Agencies.Where(agency => agency.Id == attestation.AgencyId)
                    .Select(agency => agency.ShortName)
                    .First(),
                attestation.SignedAt,
                attestation.Modules.Count,
                attestation.LedgerIndex
            ))
            .ToListAsync(cancellationToken);
    }
}
