using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>A line of the list.</summary>
public sealed record CompletionLine(
    Guid Id,
    string Name,
    string Course,
    string Provider,
    DateOnly CompletedOn,
    bool IsTakenBack
);

/// <summary>A page of the list.</summary>
public sealed record CompletionPage(IReadOnlyList<CompletionLine> Lines, int Number, bool HasMore);

/// <summary>Everything about one completion.</summary>
public sealed record CompletionView(OutsideCompletion Completion, string Name, string EnteredBy);

/// <summary>Reads what was entered, in the agencies of HR and auditors.</summary>
public sealed class CompletionList(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>How many are on a page.</summary>
    public const int PageLength = 25;

    private Guid[] Agencies =>
        [
            .. signedIn.AgenciesAs(PortalRole.HumanResources),
            .. signedIn.AgenciesAs(PortalRole.Auditor),
        ];

    /// <summary>Reads a page, the newest first.</summary>
    public async Task<CompletionPage> ReadAsync(
        string? search,
        int page,
        CancellationToken cancellationToken
    )
    {
        var number = Math.Clamp(page, 1, 100_000);
        var words = SearchWords.Of(search?.Trim() ?? "");
        var today = clock.Today();
        var agencies = Agencies;
        var lines = await (
            from completion in database.OutsideCompletions
            where agencies.Contains(completion.AgencyId)
            join name in database.PersonNames.HoldingOn(today)
                on completion.PersonId equals name.PersonId
            where words == "" || name.FoundBy.Contains(words)
            orderby completion.EnteredAt descending, completion.Id
            select new CompletionLine(
                completion.Id,
                name.Name,
                completion.Course,
                completion.Provider,
                completion.CompletedOn,
                completion.TakenBackAt != null
            )
        )
            .Skip((number - 1) * PageLength)
            .Take(PageLength + 1)
            .ToListAsync(cancellationToken);
        return new([.. lines.Take(PageLength)], number, lines.Count > PageLength);
    }

    /// <summary>Finds one; null when there is none in these agencies.</summary>
    public async Task<CompletionView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var agencies = Agencies;
        var today = clock.Today();
        var completion = await database
            .OutsideCompletions.AsNoTracking()
            .Include(completion => completion.Modules)
            .SingleOrDefaultAsync(
                completion => completion.Id == id && agencies.Contains(completion.AgencyId),
                cancellationToken
            );
        if (completion is null)
        {
            return null;
        }

        var name = await database
            .PersonNames.HoldingOn(today)
            .Where(name => name.PersonId == completion.PersonId)
            .Select(name => name.Name)
            .FirstOrDefaultAsync(cancellationToken);
        var by = await database
            .Users.Where(account => account.Id == completion.EnteredByAccountId)
            .Select(account =>
                database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == account.PersonId)
                    .Select(name => name.Name)
                    .FirstOrDefault()
                ?? account.Email
            )
            .FirstOrDefaultAsync(cancellationToken);
        return new(completion, name ?? "", by ?? "");
    }
}
