using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>
/// Takes the elections that the content names into the database when the portal starts: new ones, and announcements that are newer
/// than the newest the portal knows. What was entered in the portal since is not undone.
/// </summary>
public sealed class ElectionIntake(
    PortalDbContext database,
    ContentStore content,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Takes them in. Running it again changes nothing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakeInAsync(cancellationToken);
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            // Another replica started at the same moment.
            database.ChangeTracker.Clear();
            await TakeInAsync(cancellationToken);
        }
    }

    private async Task TakeInAsync(CancellationToken cancellationToken)
    {
        var known = await database
            .ElectionEvents.Include(election => election.PollingDays)
            .ToDictionaryAsync(election => election.Key, cancellationToken);
        foreach (var entry in content.Library.Elections)
        {
            if (!known.TryGetValue(entry.Key, out var election))
            {
                election = ElectionEvent.Announce(
                    entry.Key,
                    entry.Name,
                    KindOf(entry.Kind),
                    entry.Region,
                    AnnouncementOf(entry, 0),
                    by: null,
                    clock.GetUtcNow()
                );
                database.Add(election);
            }

            Follow(election, entry);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private void Follow(ElectionEvent election, ElectionEntry entry)
    {
        var isKnown = database.Entry(election).State is not EntityState.Added;
        for (var number = 0; number < entry.PollingDays.Count; number++)
        {
            var announcement = AnnouncementOf(entry, number);
            if (IsNews(election, announcement))
            {
                var before = election.PollingDay;
                election.MovePollingDay(announcement, by: null, clock.GetUtcNow());
                if (isKnown)
                {
                    audit.Add(
                        AuditActions.PollingDayMoved,
                        agencyId: null,
                        election.Key,
                        $"{before:yyyy-MM-dd} to {announcement.Day:yyyy-MM-dd}, elections.yml"
                    );
                }
            }
        }

        if (election.GuidanceFrom is null && entry.GuidanceFrom is { } issued)
        {
            election.IssueGuidance(issued);
        }

        if (
            election.GovernmentFormedOn is null
            && entry.GovernmentFormedOn is { } formed
            && formed > election.PollingDay
        )
        {
            election.FormGovernment(formed);
        }
    }

    private static bool IsNews(ElectionEvent election, PollingDayAnnouncement announcement) =>
        announcement.Day != election.PollingDay
        && announcement.AnnouncedOn is { } announced
        && (election.NewestPollingDay.AnnouncedOn is not { } known || announced > known);

    // A date of the pre-election period in the file belongs to its last polling day.
    private static PollingDayAnnouncement AnnouncementOf(ElectionEntry entry, int number)
    {
        var day = entry.PollingDays[number];
        return new PollingDayAnnouncement(
            day.Day,
            day.Source,
            day.AnnouncedOn,
            number == entry.PollingDays.Count - 1 ? entry.PreElectionFrom : null
        );
    }

    private static ElectionKind KindOf(ElectionEntryKind kind) =>
        kind switch
        {
            ElectionEntryKind.Local => ElectionKind.Local,
            ElectionEntryKind.ByElection => ElectionKind.ByElection,
            _ => ElectionKind.General,
        };
}
