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

        var began = services.GetRequiredService<TimeProvider>().GetUtcNow().ToMicroseconds();
        await ReadAsync(services, signer.PersonId, path, cancellationToken);
        foreach (var subject in await SubjectsAsync(services, path.Assignment, cancellationToken))
        {
            await PractiseAsync(services, path.Assignment, subject, cancellationToken);
        }

        await TakeTimeAsync(services, path, began, cancellationToken);
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
        var answering = services.GetRequiredService<Answering>();
        // A mistake brings another situation, which is read with the attempt; those who make none read it once.
        for (var isPassed = false; !isPassed; )
        {
            var attempt = await services
                .GetRequiredService<PortalDbContext>()
                .QuizAttempts.Of(assignment.PersonId, assignment.Id)
                .At(subject)
                .AsNoTracking()
                .Include(each => each.Drawn)
                .OrderByDescending(each => each.Major)
                .FirstAsync(cancellationToken);
            isPassed = attempt.PassedAt is not null;
            foreach (var drawn in attempt.Drawn.Where(each => !isPassed && !each.IsAnswered))
            {
                var scenario = subject.FindScenario(drawn.ScenarioSlug)!;
                var choice = DemonstrationHabits.ChoiceOf(attempt, drawn, scenario);
                var given = new GivenAnswer(attempt.Id, drawn.Position, scenario.HashHex, choice);
                var answer = await answering.AnswerAsync(
                    assignment,
                    subject,
                    given,
                    cancellationToken
                );
                isPassed = answer.IsPassed;
            }
        }
    }

    // The clock stands still while a made-up person works: their reading and practice are put back as if they had taken some minutes.
    private static async Task TakeTimeAsync(
        IServiceProvider services,
        AssignmentPath path,
        DateTimeOffset began,
        CancellationToken cancellationToken
    )
    {
        var (database, personId) = (
            services.GetRequiredService<PortalDbContext>(),
            path.Assignment.PersonId
        );
        var attempts = await database
            .QuizAttempts.Of(personId, path.Assignment.Id)
            .Where(attempt => attempt.BegunAt >= began && attempt.ModuleSlug != "")
            .ToListAsync(cancellationToken);
        var readings = await database
            .Readings.Where(reading => reading.AssignmentId == path.Assignment.Id)
            .ToListAsync(cancellationToken);
        var opened = await database
            .OpenedSections.Where(each => each.PersonId == personId && each.OpenedAt >= began)
            .OrderBy(each => each.Id)
            .ToListAsync(cancellationToken);
        foreach (var attempt in attempts)
        {
            var minutes = path
                .Modules.First(one => one.Module.Slug == attempt.ModuleSlug)
                .Module.Minutes;
            var (reading, practice) = DemonstrationHabits.TimeOf(attempt, minutes);
            var practisedFrom = attempt.PassedAt!.Value - practice;
            database.Entry(attempt).Property(each => each.BegunAt).CurrentValue = practisedFrom;
            foreach (var begun in readings.Where(each => each.ModuleSlug == attempt.ModuleSlug))
            {
                database.Entry(begun).Property(each => each.BegunAt).CurrentValue =
                    practisedFrom - reading;
            }

            var sections = opened.Where(each => each.ModuleSlug == attempt.ModuleSlug).ToList();
            foreach (var (order, section) in sections.Index())
            {
                database.Entry(section).Property(each => each.OpenedAt).CurrentValue =
                    practisedFrom - (reading * (sections.Count - order) / sections.Count);
            }
        }

        await database.SaveChangesAsync(cancellationToken);
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
