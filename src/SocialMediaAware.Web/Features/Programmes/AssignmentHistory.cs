using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Writes a record of every assignment that is saved new or changed, in the same transaction, whoever saves it.
/// </summary>
internal sealed class AssignmentHistory(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Record(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Record(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Record(DbContext database)
    {
        var now = clock.GetUtcNow();
        // What an assignment covers is a part of it.
        var coveringOthers = database
            .ChangeTracker.Entries<AssignmentModule>()
            .Where(entry => entry.State is not EntityState.Unchanged)
            .Select(entry => entry.Entity.AssignmentId)
            .ToHashSet();
        foreach (
            var entry in database
                .ChangeTracker.Entries<Assignment>()
                .Where(entry => Changes(entry) || coveringOthers.Contains(entry.Entity.Id))
                .ToList()
        )
        {
            entry.Entity.Revise();
            database.Add(AssignmentRecord.Of(entry.Entity, now));
        }
    }

    // A save that failed and is tried again has revised it already; a second record of the same state does no harm.
    private static bool Changes(EntityEntry<Assignment> entry) =>
        entry.State is EntityState.Added
        || (entry.State is EntityState.Modified && entry.Properties.Any(one => one.IsModified));
}
