using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>A made-up person and what they are going to sign.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="PersonId">The person.</param>
/// <param name="AccountId">Their account.</param>
public sealed record DemonstrationSigner(Guid AssignmentId, Guid PersonId, Guid AccountId);

/// <summary>
/// Takes a made-up person through an assignment: they read, practise and sign through the same use cases as everybody.
/// </summary>
public sealed class DemonstrationSigning(IServiceScopeFactory scopes)
{
    /// <summary>Reads and practises what is left, and signs; does nothing where nothing is asked any more.</summary>
    /// <exception cref="InvalidOperationException">Everything was done, and the person still cannot sign.</exception>
    public async Task FinishAsync(DemonstrationSigner signer, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<AgencyScope>().EnterEveryAgency();
        var path = await services
            .GetRequiredService<AssignmentPaths>()
            .ReadAsync(signer.PersonId, signer.AssignmentId, cancellationToken);
        var today = services.GetRequiredService<TimeProvider>().Today();
        // What they signed just before may count for this too: then nothing is left to do.
        if (path is null or { IsMetElsewhere: true } || !path.Assignment.CanBeDoneOn(today))
        {
            return;
        }

        await ReadAsync(services, signer.PersonId, path, cancellationToken);
        foreach (var subject in await SubjectsAsync(services, path.Assignment, cancellationToken))
        {
            await PractiseAsync(services, path.Assignment, subject, cancellationToken);
        }

        await SignAsync(services, signer, cancellationToken);
    }

    private static async Task ReadAsync(
        IServiceProvider services,
        Guid personId,
        AssignmentPath path,
        CancellationToken cancellationToken
    )
    {
        var opening = services.GetRequiredService<OpeningSections>();
        var database = services.GetRequiredService<PortalDbContext>();
        // One commit for what a person reads over days: a year of the demonstration has thousands of sections.
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        foreach (var part in path.Modules)
        {
            foreach (var section in part.AskedSections.Where(s => !part.Opened.Contains(s.Id)))
            {
                await opening.OpenAsync(
                    personId,
                    path.Assignment,
                    part.Module,
                    section,
                    part.Module.Version,
                    cancellationToken
                );
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<QuizSubject>> SubjectsAsync(
        IServiceProvider services,
        Assignment assignment,
        CancellationToken cancellationToken
    )
    {
        var asked = await services
            .GetRequiredService<AskedModules>()
            .ReadAsync(assignment, cancellationToken);
        var inFull = asked
            .Remaining.Where(module => module is { IsRefreshed: false, Content.Quiz.Draw: > 0 })
            .Select(module => QuizSubject.Of(module.Content!));
        return QuizSubject.RefresherOf(asked) is { } refresher
            ? [.. inFull, refresher]
            : [.. inFull];
    }

    private static async Task PractiseAsync(
        IServiceProvider services,
        Assignment assignment,
        QuizSubject subject,
        CancellationToken cancellationToken
    )
    {
        await services
            .GetRequiredService<Starting>()
            .StartAsync(assignment, subject, cancellationToken);
        var attempt = await services
            .GetRequiredService<PortalDbContext>()
            .QuizAttempts.Of(assignment.PersonId, assignment.Id)
            .At(subject)
            .AsNoTracking()
            .Include(each => each.Drawn)
            .OrderByDescending(each => each.Major)
            .FirstAsync(cancellationToken);
        foreach (
            var drawn in attempt
                .Drawn.Where(each => each.AnsweredAt is null)
                .OrderBy(each => each.Position)
        )
        {
            var scenario = subject.FindScenario(drawn.ScenarioSlug)!;
            int[] right =
            [
                .. scenario.Options.Where(option => option.IsRight).Select(option => option.Index),
            ];
            await services
                .GetRequiredService<Answering>()
                .AnswerAsync(
                    assignment,
                    subject,
                    new GivenAnswer(attempt.Id, drawn.Position, scenario.HashHex, right),
                    cancellationToken
                );
        }
    }

    // Not through the writer that people's signatures go through, which is not running yet at the start: it makes the same shared commit.
    private static async Task SignAsync(
        IServiceProvider services,
        DemonstrationSigner signer,
        CancellationToken cancellationToken
    )
    {
        var sheet = await services
            .GetRequiredService<SigningSheets>()
            .ReadAsync(signer.PersonId, signer.AssignmentId, cancellationToken);
        if (sheet is null || sheet.Problems.Count > 0)
        {
            throw new InvalidOperationException(
                "A member of the demonstration read and practised everything, and still cannot sign."
            );
        }

        var request = new SigningRequest
        {
            AssignmentId = signer.AssignmentId,
            PersonId = signer.PersonId,
            AccountId = signer.AccountId,
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
}
