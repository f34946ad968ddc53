using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>What an address asks about, as it was written.</summary>
/// <param name="Agency">An agency's id; nothing for the reader's first.</param>
/// <param name="Cycle">A round's key; nothing or <c>all</c> for all.</param>
public sealed record ModuleQuestion(string? Agency, string? Cycle);

/// <summary>A module that an agency asks, or asked, people to read.</summary>
/// <param name="Slug">Its id.</param>
/// <param name="Title">Its title today.</param>
/// <param name="Content">What readers are served; null when that is nothing any more.</param>
public sealed record ReportedModule(string Slug, string Title, Module? Content);

/// <summary>What a report about modules is about.</summary>
/// <param name="Place">The agency.</param>
/// <param name="Rounds">The rounds of its programmes that the reader may choose from; an onboarding is one.</param>
/// <param name="Cycle">The round that was chosen; null for all.</param>
/// <param name="Modules">Its modules, in the order of their titles.</param>
/// <param name="KnownAt">What the portal knows at this instant (UTC).</param>
/// <param name="IsRoundOfElsewhere">Whether the round that was asked about is none of this agency's, and all of them stand for it.</param>
public sealed record ModuleScope(
    ReportPlace Place,
    IReadOnlyList<ReportedRound> Rounds,
    string? Cycle,
    IReadOnlyList<ReportedModule> Modules,
    DateTimeOffset KnownAt,
    bool IsRoundOfElsewhere
)
{
    /// <summary>The agency's name.</summary>
    public string AgencyName => Place.Tree.Root.Name;

    /// <summary>What people call a round.</summary>
    public string NameOf(string cycle) =>
        Rounds.FirstOrDefault(round => round.Key == cycle)?.Name ?? cycle;

    /// <summary>A module of the agency; null for any other.</summary>
    public ReportedModule? FindModule(string slug) =>
        Modules.FirstOrDefault(module => module.Slug == slug);
}

/// <summary>Finds what a report about modules is asked about, among what the reader may see.</summary>
public sealed class ModuleScopes(
    PortalDbContext database,
    ReportPlaces places,
    ReportedProgrammes programmes,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>Finds it.</summary>
    /// <returns>Null when there is no such agency for this reader.</returns>
    public async Task<ModuleScope?> FindAsync(
        ModuleQuestion question,
        CancellationToken cancellationToken
    )
    {
        var place = await places.FindAsync(
            question.Agency,
            clock.Today(),
            clock.GetUtcNow(),
            cancellationToken
        );
        if (place is null)
        {
            return null;
        }

        var rounds = await RoundsAsync(place.AgencyId, cancellationToken);
        var asksForAll = question.Cycle is null or "" or CompletionScopes.AllCycles;
        var round = rounds.FirstOrDefault(one => one.Key == question.Cycle);
        return new(
            place,
            rounds,
            round?.Key,
            await ModulesAsync(place.AgencyId, cancellationToken),
            clock.GetUtcNow(),
            round is null && !asksForAll
        );
    }

    // A round of several programmes is one here: answers are counted by round, and by nothing that is closer to a person.
    private async Task<IReadOnlyList<ReportedRound>> RoundsAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var slug = await database
            .Agencies.Where(agency => agency.Id == agencyId)
            .Select(agency => agency.Slug)
            .SingleAsync(cancellationToken);
        var all = await programmes.ReadAsync(agencyId, cancellationToken);
        return
        [
            .. all.SelectMany(programme =>
                    programme.Kind == ProgrammeKind.Onboarding
                        ? [new ReportedRound($"onboarding/{slug}", programme.Name)]
                        : programme.Rounds.Select(round => new ReportedRound(
                            ScenarioTally.CycleOf(round.Key),
                            $"{programme.Name} – {round.Name}"
                        ))
                )
                .GroupBy(round => round.Key, StringComparer.Ordinal)
                .Select(same => new ReportedRound(
                    same.Key,
                    string.Join(", ", same.Select(round => round.Name).Distinct())
                )),
        ];
    }

    private async Task<IReadOnlyList<ReportedModule>> ModulesAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var asked = await database
            .Programmes.Where(programme =>
                programme.AgencyId == agencyId && programme.LaunchedAt != null
            )
            .SelectMany(programme => programme.Modules)
            .Select(module => module.ModuleSlug)
            .Distinct()
            .ToListAsync(cancellationToken);
        var answered = await database
            .ScenarioTallies.Where(tally => tally.AgencyId == agencyId)
            .Select(tally => tally.ModuleSlug)
            .Distinct()
            .ToListAsync(cancellationToken);
        var library = content.Library;
        return
        [
            .. asked
                .Union(answered, StringComparer.Ordinal)
                .Select(slug =>
                    (
                        Slug: slug,
                        Content: library.FindPublished(slug),
                        Any: library.FindModule(slug)
                    )
                )
                .Select(one => new ReportedModule(
                    one.Slug,
                    (one.Content ?? one.Any)?.Title ?? one.Slug,
                    one.Content
                ))
                .OrderBy(module => module.Title, NewZealandEnglish.Alphabet),
        ];
    }
}
