using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>A module that open assignments would ask for as well, or no longer.</summary>
public sealed record ChangedModule(string Title, bool IsAdded, int OpenAssignments);

/// <summary>What changing a running programme would do.</summary>
/// <param name="Obstacles">What keeps the new terms from holding.</param>
/// <param name="Differences">What changes, in words.</param>
/// <param name="Counts">What the planner would do; null when it cannot be planned.</param>
/// <param name="Modules">What open assignments would cover besides, or no longer.</param>
/// <param name="Signed">How many are signed, and stay.</param>
/// <param name="ChangesWords">Whether the words to sign change.</param>
public sealed record ChangePreview(
    LaunchObstacles Obstacles,
    IReadOnlyList<TermDifference> Differences,
    WhatIfCounts? Counts,
    IReadOnlyList<ChangedModule> Modules,
    int Signed,
    bool ChangesWords
)
{
    /// <summary>Whether it can be confirmed.</summary>
    public bool IsPossible => !Obstacles.Any && Differences.Count > 0;

    /// <summary>The same for the same numbers.</summary>
    public string Fingerprint() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Counts}/{string.Join('|', Modules)}/{Signed}/{Obstacles.Any}"
        );
}

/// <summary>Works out what changing a launched programme would do, and changes nothing.</summary>
public sealed class ChangePreviews(
    PortalDbContext database,
    LaunchChecks checks,
    TermsWords words,
    WhatIf whatIf,
    ContentStore content
)
{
    /// <summary>What the draft would do; null without a draft.</summary>
    public async Task<ChangePreview?> ReadAsync(
        KeptProgramme kept,
        CancellationToken cancellationToken
    )
    {
        if (kept.Programme.Draft is not { } draft)
        {
            return null;
        }

        var names = await words.NamesAsync(kept.Agency, cancellationToken);
        var obstacles = await checks.FindAsync(kept.Programme, draft, cancellationToken);
        return new(
            obstacles,
            words.Differences(kept.Programme.Kind, kept.Terms, draft, names),
            obstacles.CanBePlanned
                ? await whatIf.AskAsync(kept.AsPlanned(draft, default), cancellationToken)
                : null,
            await ModulesAsync(kept, draft, cancellationToken),
            await database
                .Assignments.Of(kept.Programme.Id)
                .CountAsync(assignment => assignment.SignedAt != null, cancellationToken),
            !SameWords(kept.Terms, draft)
        );
    }

    // A changed rule's assignments each cover one module: they begin and end with it.
    private async Task<List<ChangedModule>> ModulesAsync(
        KeptProgramme kept,
        ProgrammeTerms draft,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<ChangedModule>();
        if (kept.Programme.Kind is ProgrammeKind.PolicyChange)
        {
            return changed;
        }

        var before = kept.Terms.ModuleSlugs;
        var open = database.Assignments.Of(kept.Programme.Id).StillCovering();
        foreach (var slug in draft.ModuleSlugs.Except(before))
        {
            changed.Add(
                new(
                    TitleOf(slug),
                    IsAdded: true,
                    await open.CountAsync(
                        one => one.Modules.All(module => module.ModuleSlug != slug),
                        cancellationToken
                    )
                )
            );
        }

        foreach (var slug in before.Except(draft.ModuleSlugs))
        {
            changed.Add(
                new(
                    TitleOf(slug),
                    IsAdded: false,
                    await open.CountAsync(
                        one => one.Modules.Any(module => module.ModuleSlug == slug),
                        cancellationToken
                    )
                )
            );
        }

        return changed;
    }

    private string TitleOf(string slug) => content.Library.FindPublished(slug)?.Title ?? slug;

    private static bool SameWords(ProgrammeTerms one, ProgrammeTerms other) =>
        one.Statements.Count == other.Statements.Count
        && one.Statements.All(entry =>
            other.Statements.GetValueOrDefault(entry.Key) == entry.Value
        );
}
