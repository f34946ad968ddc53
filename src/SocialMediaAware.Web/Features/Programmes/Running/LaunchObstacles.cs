using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>A module that the agency has not confirmed as its rule in force, in the version that people would read.</summary>
public sealed record UnconfirmedModule(string Slug, string Title);

/// <summary>What keeps terms from holding.</summary>
/// <param name="IsIncomplete">Whether modules, words to sign or dates are missing.</param>
/// <param name="NotPublished">Modules of which nothing can be read.</param>
/// <param name="NotConfirmed">Modules that are not confirmed.</param>
public sealed record LaunchObstacles(
    bool IsIncomplete,
    IReadOnlyList<string> NotPublished,
    IReadOnlyList<UnconfirmedModule> NotConfirmed
)
{
    /// <summary>Whether anything keeps them.</summary>
    public bool Any => IsIncomplete || NotPublished.Count + NotConfirmed.Count > 0;

    /// <summary>Whether the planner can work out what they would do.</summary>
    public bool CanBePlanned => !IsIncomplete && NotPublished.Count == 0;
}

/// <summary>Finds what keeps a programme's terms from holding.</summary>
public sealed class LaunchChecks(PortalDbContext database, ContentStore content)
{
    /// <summary>What keeps them.</summary>
    public async Task<LaunchObstacles> FindAsync(
        Programme programme,
        ProgrammeTerms terms,
        CancellationToken cancellationToken
    )
    {
        var library = content.Library;
        var confirmed = (
            await database
                .RuleConfirmations.Where(one => one.AgencyId == programme.AgencyId)
                .Select(one => new { one.ModuleSlug, one.Major })
                .ToListAsync(cancellationToken)
        )
            .Select(one => (one.ModuleSlug, one.Major))
            .ToHashSet();
        var modules = terms
            .ModuleSlugs.Select(slug => (Slug: slug, Module: library.FindPublished(slug)))
            .ToList();
        return new(
            IsIncomplete(programme.Kind, terms),
            [.. modules.Where(one => one.Module is null).Select(one => one.Slug)],
            [
                .. modules
                    .Where(one =>
                        one.Module is { } module
                        && !confirmed.Contains((one.Slug, module.Version.Major))
                    )
                    .Select(one => new UnconfirmedModule(one.Slug, one.Module!.Title)),
            ]
        );
    }

    private static bool IsIncomplete(ProgrammeKind kind, ProgrammeTerms terms) =>
        terms.Name.Length == 0
        || terms.ModuleSlugs.Count == 0
        || terms.Statements.Count == 0
        || terms.Schedule.DueInWorkingDays < 1
        || (
            kind is ProgrammeKind.OneOff
            && (terms.Schedule is not { OpensOn: { } opensOn, DueOn: { } dueOn } || dueOn < opensOn)
        );
}
