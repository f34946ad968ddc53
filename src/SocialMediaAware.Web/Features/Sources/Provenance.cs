using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Web.Features.Sources;

/// <summary>
/// Follows obligations from their source to the modules that teach them, the situations that exercise them and the programmes in
/// which people sign for them: those of the reader's agencies and of every agency, never another agency's own.
/// </summary>
public sealed class Provenance(
    PortalDbContext database,
    ContentStore content,
    ReadableModules readable
)
{
    /// <summary>Every obligation that concerns the reader, in the order of the registers.</summary>
    public async Task<IReadOnlyList<ProvenanceRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var library = content.Library;
        var agencies = await readable.ReadAgencySlugsAsync(cancellationToken);
        var modules = await readable.ReadAsync(cancellationToken);
        var taught = modules
            .SelectMany(module =>
                module.Sections.SelectMany(section =>
                    section.TeachesObligationIds.Select(id => (id, new TaughtAt(module, section)))
                )
            )
            .ToLookup(pair => pair.id, pair => pair.Item2, StringComparer.Ordinal);
        var exercised = modules
            .SelectMany(module => module.Scenarios)
            .SelectMany(scenario => scenario.ObligationIds.Select(id => (id, scenario)))
            .ToLookup(pair => pair.id, pair => pair.scenario, StringComparer.Ordinal);
        var signed = await ReadProgrammesAsync(cancellationToken);
        return
        [
            .. library
                .Obligations.Values.Where(obligation =>
                    library.Sources.TryGetValue(obligation.SourceId, out var source)
                    && (source.AgencySlug is null || agencies.Contains(source.AgencySlug))
                )
                .Select(obligation => new ProvenanceRow(
                    obligation,
                    library.Sources[obligation.SourceId],
                    [.. taught[obligation.Id]],
                    [.. exercised[obligation.Id]],
                    [
                        .. taught[obligation.Id]
                            .SelectMany(place => signed[place.Module.Slug])
                            .Distinct()
                            .Order(StringComparer.Ordinal),
                    ],
                    [
                        .. Reach
                            .Missed(library, obligation, modules)
                            .Where(bound =>
                                bound.AgencySlug is null || agencies.Contains(bound.AgencySlug)
                            ),
                    ]
                )),
        ];
    }

    /// <summary>Those rows that somebody looks for.</summary>
    public static IReadOnlyList<ProvenanceRow> Find(
        IReadOnlyList<ProvenanceRow> rows,
        ProvenanceFilter filter
    ) =>
        [
            .. rows.Where(row =>
                (filter.SourceId is null || row.Source.Id == filter.SourceId)
                && (
                    filter.ModuleSlug is null
                    || row.Taught.Any(place => place.Module.Slug == filter.ModuleSlug)
                )
                && (filter.Kind is null || row.Obligation.Kind == filter.Kind)
                && (filter.State is null || row.State == filter.State)
            ),
        ];

    private async Task<ILookup<string, string>> ReadProgrammesAsync(
        CancellationToken cancellationToken
    )
    {
        var modules = await database
            .Programmes.Where(programme =>
                programme.LaunchedAt != null && programme.EndedAt == null
            )
            .SelectMany(
                programme => programme.Modules,
                (programme, module) => new { module.ModuleSlug, programme.Name }
            )
            .Distinct()
            .ToListAsync(cancellationToken);
        return modules.ToLookup(one => one.ModuleSlug, one => one.Name, StringComparer.Ordinal);
    }
}
