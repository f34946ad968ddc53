using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.MyData.Answering;

/// <summary>A request in HR's list.</summary>
public sealed record RequestLine(
    Guid Id,
    string? Name,
    string? Agency,
    string Part,
    DateTimeOffset AskedAt,
    CorrectionOutcome? Outcome,
    bool HasStatement
);

/// <summary>What people of HR's agencies said is wrong: what waits for an answer first. Each view is written to the audit log.</summary>
public sealed class IndexModel(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
) : PageModel
{
    private const int PageLength = 50;

    /// <summary>One person only; nothing for everybody.</summary>
    [FromQuery(Name = "person")]
    public Guid? PersonId { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The requests of this page.</summary>
    public IReadOnlyList<RequestLine> Lines { get; private set; } = [];

    /// <summary>How many wait.</summary>
    public int Open { get; private set; }

    /// <summary>The way to other pages.</summary>
    public PageLinks Links { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        var requests = database.CorrectionRequests.Where(request =>
            agencyIds.Contains(request.AgencyId)
            && (PersonId == null || request.PersonId == PersonId)
        );
        Open = await requests.CountAsync(request => request.AnsweredAt == null, cancellationToken);
        var count = await requests.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PageLength - 1) / PageLength);
        _ = int.TryParse(pageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        page = Math.Clamp(page, 1, pages);
        Lines = await Described(requests)
            .Skip((page - 1) * PageLength)
            .Take(PageLength)
            .ToListAsync(cancellationToken);
        var person = PersonId is { } id ? $"person={id}&" : "";
        Links = PageLinks.Of(page, pages, number => $"/people/corrections?{person}page={number}");
        foreach (var agencyId in agencyIds)
        {
            audit.Add(
                AuditActions.PeopleViewed,
                agencyId,
                $"/people/corrections?page={page}",
                $"{Lines.Count}"
            );
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<RequestLine> Described(IQueryable<CorrectionRequest> requests)
    {
        var today = clock.Today();
        return requests
            .OrderBy(request => request.AnsweredAt != null)
            .ThenByDescending(request => request.AskedAt)
            .ThenBy(request => request.Id)
            .Select(request => new RequestLine(
                request.Id,
                database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == request.PersonId)
                    .Select(name => name.Name)
                    .FirstOrDefault(),
                database
                    .Agencies.Where(agency => agency.Id == request.AgencyId)
                    .Select(agency => agency.ShortName)
                    .FirstOrDefault(),
                request.Part,
                request.AskedAt,
                request.Outcome,
                request.Statement != ""
            ));
    }
}
