using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>
/// What the made-up people have done so far: most of those who started have read, practised and signed, through the same use cases
/// as everybody. Those with a name of their own have not: theirs is left to whoever tries the portal.
/// </summary>
public sealed class DemonstrationHistory(
    PortalDbContext database,
    IServiceScopeFactory scopes,
    DemonstrationMode mode,
    TimeProvider clock
)
{
    /// <summary>Of how many people who started, one has not finished.</summary>
    private const int OneUnfinishedOf = 4;

    /// <summary>Runs once: not where anybody signed already.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!mode.IsOn || await database.Attestations.AnyAsync(cancellationToken))
        {
            return;
        }

        string[] named = [.. DemonstrationCast.All.Select(member => member.Email)];
        var today = clock.Today();
        var started = await (
            from assignment in database.Assignments
            where
                assignment.OpensOn <= today
                && assignment.HeldAt == null
                && assignment.LeftAt == null
            join person in database.People on assignment.PersonId equals person.Id
            where !named.Contains(person.Email)
            join account in database.Users on person.Id equals account.PersonId
            orderby assignment.OpensOn, person.Email
            select new Done(assignment.Id, person.Id, account.Id)
        ).ToListAsync(cancellationToken);
        foreach (var done in started.Where((_, index) => index % OneUnfinishedOf != 0))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
            await FinishAsync(scope.ServiceProvider, done, cancellationToken);
        }
    }

    private static async Task FinishAsync(
        IServiceProvider services,
        Done done,
        CancellationToken cancellationToken
    )
    {
        var paths = services.GetRequiredService<AssignmentPaths>();
        if (
            await paths.ReadAsync(done.PersonId, done.AssignmentId, cancellationToken)
            is not { } path
        )
        {
            return;
        }

        foreach (var part in path.Modules)
        {
            foreach (var section in part.Module.Sections)
            {
                await services
                    .GetRequiredService<OpeningSections>()
                    .OpenAsync(
                        done.PersonId,
                        path.Assignment,
                        part.Module,
                        section,
                        part.Module.Version,
                        cancellationToken
                    );
            }

            await PractiseAsync(services, path.Assignment, part.Module, cancellationToken);
        }

        await SignAsync(services, done, cancellationToken);
    }

    private static async Task PractiseAsync(
        IServiceProvider services,
        Assignment assignment,
        Module module,
        CancellationToken cancellationToken
    )
    {
        await services
            .GetRequiredService<Starting>()
            .StartAsync(assignment, QuizSubject.Of(module), cancellationToken);
        var attempt = await services
            .GetRequiredService<PortalDbContext>()
            .QuizAttempts.Of(assignment.PersonId, assignment.Id)
            .At(module.Slug, module.Version)
            .AsNoTracking()
            .Include(each => each.Drawn)
            .SingleAsync(cancellationToken);
        foreach (var drawn in attempt.Drawn.OrderBy(each => each.Position))
        {
            var scenario = module.FindScenario(drawn.ScenarioSlug)!;
            int[] right =
            [
                .. scenario.Options.Where(option => option.IsRight).Select(option => option.Index),
            ];
            await services
                .GetRequiredService<Answering>()
                .AnswerAsync(
                    assignment,
                    QuizSubject.Of(module),
                    new GivenAnswer(attempt.Id, drawn.Position, scenario.HashHex, right),
                    cancellationToken
                );
        }
    }

    // The writer that people's signatures go through is not running yet; it makes the same shared commit.
    private static async Task SignAsync(
        IServiceProvider services,
        Done done,
        CancellationToken cancellationToken
    )
    {
        var sheet = await services
            .GetRequiredService<SigningSheets>()
            .ReadAsync(done.PersonId, done.AssignmentId, cancellationToken);
        if (sheet is null || sheet.Problems.Count > 0)
        {
            throw new InvalidOperationException(
                "A member of the demonstration read and practised everything, and still cannot sign."
            );
        }

        var request = new SigningRequest
        {
            AssignmentId = done.AssignmentId,
            PersonId = done.PersonId,
            AccountId = done.AccountId,
            AuthenticationMethod = "demonstration",
            ShownToken = sheet.Token,
            IsDeclared = true,
            TypedName = sheet.PersonName,
        };
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await services
            .GetRequiredService<SharedCommit>()
            .RecordAsync([sheet.SignedBy(request, now)], cancellationToken);
    }

    private sealed record Done(Guid AssignmentId, Guid PersonId, Guid AccountId);
}
