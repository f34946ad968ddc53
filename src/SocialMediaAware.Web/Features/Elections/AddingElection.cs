using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>An election as somebody enters it.</summary>
/// <param name="Kind">What is elected.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Region">The electorate of a by-election; null for others.</param>
/// <param name="PollingDay">The polling day.</param>
public sealed record NewElection(
    ElectionKind Kind,
    string Name,
    string? Region,
    PollingDayAnnouncement PollingDay
)
{
    private const int LongestRegionInKey = 40;

    /// <summary>The dates that follow from its polling day.</summary>
    public ElectionDates Dates =>
        new(
            Kind,
            PollingDay.Day,
            PollingDay.PreElectionFrom ?? ElectionEvent.PreElectionFromOf(PollingDay.Day),
            GuidanceFrom: null,
            GovernmentFormedOn: null
        );

    /// <summary>
    /// Its key: <c>general-2029</c>, <c>local-2031</c>, <c>by-election-port-waikato-2027</c>. It is the one the content would give
    /// it, so that the two meet.
    /// </summary>
    public string Key
    {
        get
        {
            var year = PollingDay.Day.Year.ToString("D4", CultureInfo.InvariantCulture);
            return Kind switch
            {
                ElectionKind.General => $"general-{year}",
                ElectionKind.Local => $"local-{year}",
                _ => $"by-election-{SlugOf(Region ?? "")}-{year}",
            };
        }
    }

    /// <summary>The letters and figures of a name, as a key writes them; empty when it has none.</summary>
    public static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (
                slug.Length > 0
                && slug[^1] != '-'
                && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
            )
            {
                slug.Append('-');
            }
        }

        return slug.ToString()[..Math.Min(slug.Length, LongestRegionInKey)].Trim('-');
    }
}

/// <summary>Adds an election that the content does not name.</summary>
public sealed class AddingElection(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    PlanningAtOnce planning,
    TimeProvider clock
)
{
    /// <summary>Adds it, writes it to the audit log in the same transaction, and plans anew.</summary>
    /// <returns><see cref="ElectionChange.Refused" /> when there is one of its key already.</returns>
    /// <exception cref="InvalidOperationException">The account does not keep elections.</exception>
    public async Task<ElectionChange> AddAsync(
        NewElection election,
        CancellationToken cancellationToken
    )
    {
        signedIn.DemandKeeper();
        var key = election.Key;
        if (await FindAsync(key, cancellationToken) is { } known)
        {
            return OutcomeFor(known, election);
        }

        database.Add(
            ElectionEvent.Announce(
                key,
                election.Name,
                election.Kind,
                election.Region,
                election.PollingDay,
                signedIn.AccountId,
                clock.GetUtcNow()
            )
        );
        audit.Add(
            AuditActions.ElectionAdded,
            agencyId: null,
            key,
            $"{election.Name}, {election.PollingDay.Day:yyyy-MM-dd}, {election.PollingDay.Source}"
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            database.ChangeTracker.Clear();
            return await FindAsync(key, cancellationToken) is { } first
                ? OutcomeFor(first, election)
                : ElectionChange.Refused;
        }

        await planning.RunAsync(cancellationToken);
        return ElectionChange.Done;
    }

    private Task<ElectionEvent?> FindAsync(string key, CancellationToken cancellationToken) =>
        database
            .ElectionEvents.AsNoTracking()
            .Include(known => known.PollingDays)
            .SingleOrDefaultAsync(known => known.Key == key, cancellationToken);

    // A form that was sent twice finds its own work done.
    private ElectionChange OutcomeFor(ElectionEvent known, NewElection election) =>
        known.NewestPollingDay.ByAccountId == signedIn.AccountId
        && known.PollingDay == election.PollingDay.Day
        && known.NewestPollingDay.Source == election.PollingDay.Source
            ? ElectionChange.Done
            : ElectionChange.Refused;
}
