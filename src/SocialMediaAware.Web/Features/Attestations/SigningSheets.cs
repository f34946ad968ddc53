using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Lays out what a person is about to sign: the page shows it, and signing checks it again.</summary>
public sealed class SigningSheets(
    PortalDbContext database,
    ContentStore content,
    QuizStanding quizzes,
    TimeProvider clock
)
{
    /// <summary>Lays out an assignment for the person whose duty it is.</summary>
    /// <returns>Null when this person has no such assignment.</returns>
    public async Task<SigningSheet?> ReadAsync(
        Guid personId,
        Guid assignmentId,
        CancellationToken cancellationToken
    )
    {
        // What a person owns themself is read over the walls.
        var assignment = await database
            .Assignments.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .AsNoTracking()
            .Include(assignment => assignment.Modules)
            .SingleOrDefaultAsync(
                assignment => assignment.Id == assignmentId && assignment.PersonId == personId,
                cancellationToken
            );
        if (assignment is null)
        {
            return null;
        }

        var programme = await database
            .Programmes.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .AsNoTracking()
            .Include(programme => programme.Statements)
            .SingleAsync(programme => programme.Id == assignment.ProgrammeId, cancellationToken);
        var attestationId = await database
            .Attestations.OwnedBy(personId)
            .Where(attestation => attestation.AssignmentId == assignmentId)
            .Select(attestation => (Guid?)attestation.Id)
            .SingleOrDefaultAsync(cancellationToken);
        var modules = await ReadModulesAsync(assignment, cancellationToken);
        SheetModule[] found = [.. modules.OfType<SheetModule>()];
        return new SigningSheet
        {
            Assignment = assignment,
            ProgrammeName = programme.Name,
            PersonName = await ReadNameAsync(personId, cancellationToken),
            AttestationId = attestationId,
            Modules = found,
            StatementText = Statement.Compose(
                programme.StatementFor(assignment.PersonKind),
                [.. found.Select(module => (module.Signed, module.Content.Statement))]
            ),
            Problems = [.. ProblemsOf(assignment, modules)],
        };
    }

    private async Task<string> ReadNameAsync(Guid personId, CancellationToken cancellationToken) =>
        await database
            .PersonNames.HoldingOn(clock.Today())
            .Where(name => name.PersonId == personId)
            .OrderByDescending(name => name.HoldsFrom)
            .ThenByDescending(name => name.LearntAt)
            .Select(name => name.Name)
            .FirstOrDefaultAsync(cancellationToken)
        ?? "";

    private async Task<IReadOnlyList<SheetModule?>> ReadModulesAsync(
        Assignment assignment,
        CancellationToken cancellationToken
    )
    {
        string[] slugs = [.. assignment.Modules.Select(module => module.ModuleSlug)];
        var readings = await database
            .Readings.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(reading => reading.AssignmentId == assignment.Id)
            .Select(reading => new
            {
                reading.ModuleSlug,
                reading.Major,
                reading.Minor,
            })
            .ToDictionaryAsync(
                reading => reading.ModuleSlug,
                reading => new ContentVersion(reading.Major, reading.Minor),
                cancellationToken
            );
        var facts = new ReadingFacts(
            await ReadOpenedAsync(assignment.PersonId, cancellationToken),
            await ReadKeptAsync(slugs, cancellationToken),
            await ReadSignedBeforeAsync(assignment.PersonId, slugs, cancellationToken)
        );
        Module?[] modules =
        [
            .. assignment
                .Modules.OrderBy(module => module.Order)
                .Select(asked =>
                    VersionToRead.Of(
                        content.Library,
                        asked,
                        readings.TryGetValue(asked.ModuleSlug, out var begun) ? begun : null
                    )
                ),
        ];
        var standings = await quizzes.ReadAsync(
            assignment.PersonId,
            assignment.Id,
            [.. modules.OfType<Module>().Select(module => (module.Slug, module.Version))],
            cancellationToken
        );
        return
        [
            .. modules.Select(module =>
                module is null ? null : LayOut(module, facts, standings[module.Slug])
            ),
        ];
    }

    private SheetModule LayOut(Module module, ReadingFacts facts, QuizStanding.Result standing)
    {
        var hash = TreeHash.FromBytes(module.ContentHash);
        var before = facts.SignedBefore.GetValueOrDefault(module.Slug);
        var earlier = before is null
            ? null
            : content.Library.FindVersion(module.Slug, before.Version);
        var isSameText = before?.Hash == hash;
        return new SheetModule
        {
            Content = module,
            Signed = new SignedModule(
                module.Slug,
                module.Title,
                module.Version.Major,
                module.Version.Minor,
                hash
            ),
            UnopenedSections =
            [
                .. module.Sections.Where(section =>
                    !facts.Opened.Contains(Convert.ToHexString(section.TextHash))
                ),
            ],
            IsKept = facts.Kept.Contains((module.Slug, module.Version, hash)),
            IsQuizPassed = standing.IsPassed,
            Attempt = standing.Evidence,
            Before = before is null
                ? null
                : new SignedBefore(before.Version, before.At, isSameText, earlier is not null),
            Changes = earlier is null || isSameText ? [] : ChangedSection.Between(earlier, module),
        };
    }

    private async Task<HashSet<string>> ReadOpenedAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var hashes = await database
            .OpenedSections.Where(section => section.PersonId == personId)
            .Select(section => section.TextHash)
            .ToListAsync(cancellationToken);
        return [.. hashes.Select(Convert.ToHexString)];
    }

    private async Task<HashSet<(string, ContentVersion, TreeHash)>> ReadKeptAsync(
        string[] slugs,
        CancellationToken cancellationToken
    )
    {
        var kept = await database
            .PublishedModuleTexts.Where(text => slugs.Contains(text.ModuleSlug))
            .Select(text => new
            {
                text.ModuleSlug,
                text.Major,
                text.Minor,
                text.ContentHash,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. kept.Select(text =>
                (
                    text.ModuleSlug,
                    new ContentVersion(text.Major, text.Minor),
                    TreeHash.FromBytes(text.ContentHash)
                )
            ),
        ];
    }

    private async Task<Dictionary<string, EarlierSignature>> ReadSignedBeforeAsync(
        Guid personId,
        string[] slugs,
        CancellationToken cancellationToken
    )
    {
        var signed = await database
            .Attestations.OwnedBy(personId)
            .SelectMany(
                attestation => attestation.Modules,
                (attestation, module) => new { attestation.SignedAt, Module = module }
            )
            .Where(entry => slugs.Contains(entry.Module.ModuleSlug))
            .Select(entry => new
            {
                entry.SignedAt,
                entry.Module.ModuleSlug,
                entry.Module.Major,
                entry.Module.Minor,
                entry.Module.ContentHash,
            })
            .ToListAsync(cancellationToken);
        return signed
            .GroupBy(entry => entry.ModuleSlug)
            .Select(group => group.MaxBy(entry => entry.SignedAt)!)
            .ToDictionary(
                entry => entry.ModuleSlug,
                entry => new EarlierSignature(
                    new ContentVersion(entry.Major, entry.Minor),
                    entry.SignedAt,
                    TreeHash.FromBytes(entry.ContentHash)
                )
            );
    }

    private IEnumerable<SigningProblem> ProblemsOf(
        Assignment assignment,
        IReadOnlyList<SheetModule?> modules
    )
    {
        var today = clock.Today();
        if (!assignment.CanBeDoneOn(today))
        {
            return [new SigningProblem(SigningRefusals.Of(assignment, today))];
        }

        return modules
            .Zip(assignment.Modules.OrderBy(module => module.Order))
            .SelectMany(pair => ProblemsOf(pair.First, pair.Second.ModuleSlug));
    }

    private static IEnumerable<SigningProblem> ProblemsOf(SheetModule? module, string slug)
    {
        if (module is null)
        {
            yield return new(SigningRefusal.ModuleNotServed, slug, slug);
            yield break;
        }

        if (!module.IsKept)
        {
            yield return new(SigningRefusal.VersionNotKept, slug, module.Content.Title);
        }

        if (module.UnopenedSections.Count > 0)
        {
            yield return new(
                SigningRefusal.SectionsNotOpened,
                slug,
                module.Content.Title,
                module.UnopenedSections.Count
            );
        }

        if (!module.IsQuizPassed)
        {
            yield return new(SigningRefusal.QuizNotPassed, slug, module.Content.Title);
        }
    }

    private sealed record EarlierSignature(
        ContentVersion Version,
        DateTimeOffset At,
        TreeHash Hash
    );

    private sealed record ReadingFacts(
        HashSet<string> Opened,
        HashSet<(string, ContentVersion, TreeHash)> Kept,
        Dictionary<string, EarlierSignature> SignedBefore
    );
}
