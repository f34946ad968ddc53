using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>One act on a programme, as it is told.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who did it; null for the portal itself, and for accounts that are gone.</param>
/// <param name="Reason">Why; empty where none was given.</param>
/// <param name="Differences">What differed from the terms before; none where they stayed.</param>
public sealed record ProgrammeHistoryLine(
    ProgrammeChangeKind Kind,
    DateTimeOffset At,
    string? By,
    string Reason,
    IReadOnlyList<TermDifference> Differences
);

/// <summary>Tells what was done to a programme, the newest first.</summary>
public sealed class ProgrammeHistory(PortalDbContext database, TermsWords words)
{
    /// <summary>Tells it.</summary>
    public async Task<IReadOnlyList<ProgrammeHistoryLine>> ReadAsync(
        Programme programme,
        TermsNames names,
        CancellationToken cancellationToken
    )
    {
        var changes = await database
            .ProgrammeChanges.AsNoTracking()
            .Where(change => change.ProgrammeId == programme.Id)
            .OrderBy(change => change.At)
            .ThenBy(change => change.Id)
            .ToListAsync(cancellationToken);
        var accounts = await AccountsAsync(
            [.. changes.Select(change => change.ByAccountId).OfType<Guid>().Distinct()],
            cancellationToken
        );
        var lines = new List<ProgrammeHistoryLine>();
        ProgrammeTerms? before = null;
        foreach (var change in changes)
        {
            var after = ProgrammeTerms.FromText(change.Terms);
            lines.Add(
                new(
                    change.Kind,
                    change.At,
                    change.ByAccountId is { } id ? accounts.GetValueOrDefault(id) : null,
                    change.Reason,
                    before is null ? [] : words.Differences(programme.Kind, before, after, names)
                )
            );
            before = after;
        }

        lines.Reverse();
        return lines;
    }

    private async Task<Dictionary<Guid, string>> AccountsAsync(
        Guid[] accountIds,
        CancellationToken cancellationToken
    ) =>
        await database
            .Users.Where(account => EF.Parameter(accountIds).Contains(account.Id))
            .Select(account => new
            {
                account.Id,
                Name = database
                    .PersonNames.Believed()
                    .Where(name => name.PersonId == account.PersonId)
                    .OrderByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault()
                    ?? account.Email
                    ?? "",
            })
            .ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
}
