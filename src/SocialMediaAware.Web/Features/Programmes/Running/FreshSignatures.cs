using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>
/// Who signed the same major versions so lately that it counts: the rule of <c>Attestation.CountFor</c> for assignments that are not
/// made yet, read in one query for all of an agency's people.
/// </summary>
public sealed class FreshSignatures(PortalDbContext database, ContentStore content)
{
    /// <summary>Of these duties the ones that would count as signed at once.</summary>
    public async Task<HashSet<OutlookDuty>> FindAsync(
        IReadOnlyList<string> moduleSlugs,
        IReadOnlyList<OutlookDuty> duties,
        CancellationToken cancellationToken
    )
    {
        if (duties.Count == 0)
        {
            return [];
        }

        var since = duties
            .Min(duty => duty.OpensOn)
            .AddDays(-Assignment.FreshnessDays)
            .StartInNewZealand();
        var slugs = moduleSlugs.ToArray();
        var rows = await database
            .Attestations.Where(attestation => attestation.SignedAt >= since)
            .SelectMany(
                attestation => attestation.Modules,
                (attestation, module) =>
                    new
                    {
                        PersonId = database
                            .People.Where(person => person.Id == attestation.PersonId)
                            .Select(person => person.MergedIntoId)
                            .FirstOrDefault()
                            ?? attestation.PersonId,
                        attestation.SignedAt,
                        module.ModuleSlug,
                        module.Major,
                    }
            )
            .Where(row => slugs.Contains(row.ModuleSlug))
            .ToListAsync(cancellationToken);
        var signed = rows.ToLookup(
            row => row.PersonId,
            row => (row.ModuleSlug, row.Major, On: row.SignedAt.NewZealandDate())
        );
        var majors = moduleSlugs.ToDictionary(
            slug => slug,
            slug => content.Library.FindPublished(slug)!.Version.Major
        );
        return
        [
            .. duties.Where(duty =>
                (duty.ModuleSlugs ?? moduleSlugs).All(slug =>
                    signed[duty.PersonId]
                        .Any(one =>
                            one.ModuleSlug == slug
                            && one.Major >= majors[slug]
                            && duty.OpensOn <= one.On.AddDays(Assignment.FreshnessDays)
                        )
                )
            ),
        ];
    }
}
