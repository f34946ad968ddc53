using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Lays out what a person is about to sign: the page shows it, and signing checks it again.</summary>
public sealed class SigningSheets(
    PortalDbContext database,
    AskedModules askedModules,
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
            .Attestations.OwnedBy(personId, database.People)
            .Where(attestation => attestation.AssignmentId == assignmentId)
            .Select(attestation => (Guid?)attestation.Id)
            .SingleOrDefaultAsync(cancellationToken);
        var asked = await askedModules.ReadAsync(assignment, cancellationToken);
        var modules = await ReadModulesAsync(asked, cancellationToken);
        SheetModule[] found = [.. modules.Select(entry => entry.Sheet).OfType<SheetModule>()];
        return new SigningSheet
        {
            Assignment = assignment,
            ProgrammeName = programme.Name,
            PersonName = await ReadNameAsync(personId, cancellationToken),
            AttestationId = attestationId,
            Modules = found,
            Counted = [.. asked.Modules.Select(module => module.Counted).OfType<SignedEarlier>()],
            StatementText = Statement.Compose(
                programme.StatementFor(assignment.PersonKind),
                [.. found.Select(module => (module.Signed, OwnLinesOf(module)))]
            ),
            Problems = [.. ProblemsOf(assignment, modules)],
        };
    }

    // Whoever learnt something elsewhere signs that they did, and for what: nobody signs that they read here what they did not.
    private static string? OwnLinesOf(SheetModule module) =>
        module.Outside is null
            ? module.Content.Statement
            : string.Join(
                '\n',
                new[]
                {
                    module.Content.Statement?.Trim(),
                    OutsideWords.Of(module.Signed.Title, module.Outside),
                }.Where(line => !string.IsNullOrEmpty(line))
            );

    private async Task<string> ReadNameAsync(Guid personId, CancellationToken cancellationToken) =>
        await database
            .PersonNames.HoldingOn(clock.Today())
            .Where(name => name.PersonId == personId)
            .OrderByDescending(name => name.HoldsFrom)
            .ThenByDescending(name => name.LearntAt)
            .Select(name => name.Name)
            .FirstOrDefaultAsync(cancellationToken)
        ?? "";

    private async Task<IReadOnlyList<(AskedModule Asked, SheetModule? Sheet)>> ReadModulesAsync(
        Asked asked,
        CancellationToken cancellationToken
    )
    {
        var personId = asked.Assignment.PersonId;
        AskedModule[] remaining = [.. asked.Remaining];
        var opened = await ReadOpenedAsync(personId, cancellationToken);
        var kept = await ReadKeptAsync(
            [.. remaining.Select(module => module.Slug)],
            cancellationToken
        );
        var standings = await quizzes.ReadAsync(
            personId,
            asked.Assignment.Id,
            [
                .. remaining
                    .Select(module => module.Content)
                    .OfType<Module>()
                    .Select(module => (module.Slug, module.Version)),
            ],
            cancellationToken
        );
        return
        [
            .. remaining.Select(module =>
                (
                    module,
                    module.Content is null
                        ? null
                        : LayOut(module, module.Content, opened, kept, standings[module.Slug])
                )
            ),
        ];
    }

    private static SheetModule LayOut(
        AskedModule asked,
        Module module,
        HashSet<string> opened,
        HashSet<(string, ContentVersion, TreeHash)> kept,
        QuizStanding.Result standing
    )
    {
        var hash = TreeHash.FromBytes(module.ContentHash);
        var done = asked.SectionsDone(opened);
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
            UnopenedSections = [.. module.Sections.Where(section => !done.Contains(section.Id))],
            IsKept = kept.Contains((module.Slug, module.Version, hash)),
            IsQuizPassed = standing.IsPassed || asked.Outside is not null,
            Attempt = standing.Evidence,
            Outside = asked.Outside,
            OutsideOffer = asked.OutsideOffer,
            Before = asked.Before is { } before
                ? new SignedBefore(
                    before.Version,
                    before.At,
                    asked.IsSameText,
                    asked.BeforeText is not null
                )
                : null,
            Changes = asked.Changes(),
            IsRefreshed = asked.IsRefreshed,
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
        return [.. hashes.Select(Convert.ToHexStringLower)];
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

    private IEnumerable<SigningProblem> ProblemsOf(
        Assignment assignment,
        IReadOnlyList<(AskedModule Asked, SheetModule? Sheet)> modules
    )
    {
        var today = clock.Today();
        if (!assignment.CanBeDoneOn(today))
        {
            return [new SigningProblem(SigningRefusals.Of(assignment, today))];
        }

        if (modules.Count == 0)
        {
            return [new SigningProblem(SigningRefusal.AlreadyMet)];
        }

        var problems = modules.SelectMany(entry => ProblemsOf(entry.Sheet, entry.Asked.Slug));
        return modules.Any(entry => entry.Sheet is { IsRefreshed: true, IsQuizPassed: false })
            ? [.. problems, new SigningProblem(SigningRefusal.RefresherNotPassed)]
            : problems;
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

        if (module is { IsQuizPassed: false, IsRefreshed: false })
        {
            yield return new(SigningRefusal.QuizNotPassed, slug, module.Content.Title);
        }
    }
}
