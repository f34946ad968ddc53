using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// Copies the starter programmes of the content into an agency that has no programme of that key. From then on the agency's own
/// is the one that counts: a later change in the file does not touch it. Nothing is launched here.
/// </summary>
public sealed class StarterProgrammes(
    PortalDbContext database,
    ContentStore content,
    TimeProvider clock
)
{
    private const int DefaultWorkingDays = 10;
    private const int WorkingDaysInAnElection = 5;

    /// <summary>Copies what is missing. Running it again changes nothing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var agencies = await database
            .Agencies.Select(agency => new { agency.Id, agency.Slug })
            .ToListAsync(cancellationToken);
        var known = await database
            .Programmes.Select(programme => new { programme.AgencyId, programme.Key })
            .ToListAsync(cancellationToken);
        foreach (var starter in content.Library.Programmes)
        {
            var missing = agencies.Where(agency =>
                (starter.AgencySlug is null || starter.AgencySlug == agency.Slug)
                && !known.Contains(new { AgencyId = agency.Id, starter.Key })
            );
            foreach (var agency in missing)
            {
                database.Add(Copy(starter, agency.Id));
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private Programme Copy(StarterProgramme starter, Guid agencyId) =>
        Programme.DrawUp(
            agencyId,
            starter.Key,
            KindOf(starter.Kind),
            starter.Name,
            starter.Summary,
            starter.DueWorkingDays
                ?? (starter.Kind == "election" ? WorkingDaysInAnElection : DefaultWorkingDays),
            starter.ModuleSlugs,
            starter
                .Statements.Where(entry => starter.AudienceKinds.Contains(entry.Key))
                .ToDictionary(
                    entry => Enum.Parse<PersonKind>(entry.Key, ignoreCase: true),
                    entry => entry.Value
                ),
            clock.GetUtcNow(),
            starter.Window is var (opens, due) ? YearlyWindow.FromText($"{opens}/{due}") : null
        );

    // In content a kind is written with hyphens, such as policy-change.
    private static ProgrammeKind KindOf(string kind) =>
        Enum.Parse<ProgrammeKind>(
            kind.Replace("-", "", StringComparison.Ordinal)
                .Replace("_", "", StringComparison.Ordinal),
            ignoreCase: true
        );
}
