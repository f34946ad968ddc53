using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Records that a person read a section: the text they saw, and where they are in their assignment.</summary>
public sealed class OpeningSections(PortalDbContext database, TimeProvider clock)
{
    /// <summary>
    /// Records it once, however often it is said. The text counts wherever the identical text stands, so a form that comes late,
    /// for a version that has moved on, loses nothing.
    /// </summary>
    /// <param name="personId">Who read.</param>
    /// <param name="assignment">What they read it for; null when nobody asked them to.</param>
    /// <param name="module">The version they saw.</param>
    /// <param name="section">The section they saw.</param>
    /// <param name="toRead">The version that they read from now on.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task OpenAsync(
        Guid personId,
        Assignment? assignment,
        Module module,
        Section section,
        ContentVersion toRead,
        CancellationToken cancellationToken
    )
    {
        await AddAsync(personId, assignment, module, section, toRead, cancellationToken);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The other tab, or the other press of the button, was first: say it again over what it recorded.
            database.ChangeTracker.Clear();
            await AddAsync(personId, assignment, module, section, toRead, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task AddAsync(
        Guid personId,
        Assignment? assignment,
        Module module,
        Section section,
        ContentVersion toRead,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var isOpened = await database.OpenedSections.AnyAsync(
            opened => opened.PersonId == personId && opened.TextHash == section.TextHash,
            cancellationToken
        );
        if (!isOpened)
        {
            database.Add(
                OpenedSection.Open(personId, module.Slug, section.Id, section.TextHash, now)
            );
        }

        if (assignment is null)
        {
            return;
        }

        var reading = await database
            .Readings.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .SingleOrDefaultAsync(
                reading =>
                    reading.AssignmentId == assignment.Id && reading.ModuleSlug == module.Slug,
                cancellationToken
            );
        if (reading is null)
        {
            reading = Reading.Begin(
                assignment.AgencyId,
                assignment.Id,
                personId,
                module.Slug,
                toRead.Major,
                toRead.Minor,
                now
            );
            database.Add(reading);
        }

        reading.MoveToVersion(toRead.Major, toRead.Minor);
        reading.See(section.Id, now);
    }
}
