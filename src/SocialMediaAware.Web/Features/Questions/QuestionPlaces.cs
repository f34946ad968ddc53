using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>Where somebody asks.</summary>
/// <param name="AssignmentId">Their assignment, that waits for the answer; null when none does.</param>
/// <param name="ModuleSlug">A module that they may read; null for none.</param>
/// <param name="SectionId">A section of it; null for none.</param>
/// <param name="Title">The section's heading, or the module's title; null for neither.</param>
/// <param name="Agencies">Whose advisers can be asked: one, several to choose from, or none.</param>
public sealed record QuestionPlace(
    Guid? AssignmentId,
    string? ModuleSlug,
    string? SectionId,
    string? Title,
    IReadOnlyList<(Guid Id, string Name)> Agencies
)
{
    /// <summary>The agency that is asked, of those that can be: the only one, or the one that was chosen.</summary>
    public Guid? AgencyFor(Guid? chosen) =>
        Agencies.Count == 1 ? Agencies[0].Id
        : Agencies.Any(agency => agency.Id == chosen) ? chosen
        : null;
}

/// <summary>Finds where somebody asks. A rule that they may not read is not there, nor is somebody else's assignment.</summary>
public sealed class QuestionPlaces(
    PortalDbContext database,
    ReadingPlaces readings,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>Finds it.</summary>
    /// <returns>Null for an assignment that is not this person's.</returns>
    public async Task<QuestionPlace?> FindAsync(
        Guid? assignmentId,
        string? moduleSlug,
        string? sectionId,
        CancellationToken cancellationToken
    )
    {
        var assignment = assignmentId is null
            ? null
            : await database
                .Assignments.OwnedBy(signedIn.PersonId ?? Guid.Empty)
                .AsNoTracking()
                .SingleOrDefaultAsync(own => own.Id == assignmentId, cancellationToken);
        if (assignmentId is not null && assignment is null)
        {
            return null;
        }

        var reading = moduleSlug is null
            ? null
            : await readings.FindAsync(moduleSlug, assignmentId, cancellationToken);
        var section = sectionId is null ? null : reading?.Module.FindSection(sectionId);
        return new QuestionPlace(
            assignment?.CanBeDoneOn(clock.Today()) == true ? assignment.Id : null,
            reading?.Module.Slug,
            section?.Id,
            section?.Heading ?? reading?.Module.Title,
            await ReadAgenciesAsync(
                assignment is null ? signedIn.AgenciesAs(PortalRole.Staff) : [assignment.AgencyId],
                cancellationToken
            )
        );
    }

    private async Task<IReadOnlyList<(Guid Id, string Name)>> ReadAgenciesAsync(
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        var agencies = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        return [.. agencies.Select(agency => (agency.Id, agency.ShortName))];
    }
}
