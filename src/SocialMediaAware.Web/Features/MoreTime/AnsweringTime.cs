using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Relief;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>An answer to a request for more time.</summary>
/// <param name="GrantedUntil">Until when time is given; null when none is.</param>
/// <param name="Words">What the person is told; may be empty where time is given.</param>
/// <param name="Part">In which part it is answered.</param>
public sealed record TimeAnswer(DateOnly? GrantedUntil, string Words, AnswererPart Part);

/// <summary>How answering ended.</summary>
public enum AnswerOutcome
{
    /// <summary>It is answered, now or by the same form before.</summary>
    Done,

    /// <summary>Somebody else answered first: nothing of this answer counts.</summary>
    AnsweredMeanwhile,

    /// <summary>The person took it back.</summary>
    TakenBack,

    /// <summary>It is no longer owed: it was signed, or ended otherwise.</summary>
    Ended,
}

/// <summary>
/// Answers a request for more time. What is given is an extension for this person and programme, like one that HR gives by itself.
/// The caller has made sure that the request is theirs to answer.
/// </summary>
public sealed class AnsweringTime(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    AfterPersonChange after,
    Notices notices,
    IStringLocalizer<MoreTimeTexts> texts,
    TimeProvider clock
)
{
    /// <summary>Why the extension was given, as HR's list of them says it. What the person wrote is not repeated there.</summary>
    public const string GivenBecause = "The person asked for it.";

    /// <summary>Answers, and computes due dates anew. Of two answers given at once one counts.</summary>
    /// <returns>How it ended.</returns>
    public async Task<AnswerOutcome> AnswerAsync(
        Guid requestId,
        TimeAnswer answer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (outcome, personId) = await SaveOnceAsync(requestId, answer, cancellationToken);
            if (outcome is AnswerOutcome.Done && answer.GrantedUntil is not null)
            {
                await after.PlanAsync(personId, cancellationToken);
            }

            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return AnswerOutcome.AnsweredMeanwhile;
        }
    }

    private async Task<(AnswerOutcome Outcome, Guid PersonId)> SaveOnceAsync(
        Guid requestId,
        TimeAnswer answer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SaveAsync(requestId, answer, cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // Another answer came at the same moment, and its mail stands there: now it is found.
            database.ChangeTracker.Clear();
            return await SaveAsync(requestId, answer, cancellationToken);
        }
    }

    private async Task<(AnswerOutcome Outcome, Guid PersonId)> SaveAsync(
        Guid requestId,
        TimeAnswer answer,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var request = await database.TimeRequests.SingleAsync(
            request => request.Id == requestId,
            cancellationToken
        );
        // What the page read before the transaction may be older than what stands there now.
        await database.Entry(request).ReloadAsync(cancellationToken);
        var assignment = await database
            .Assignments.AsNoTracking()
            .SingleAsync(one => one.Id == request.AssignmentId, cancellationToken);
        if (Obstacle(request, assignment, answer) is { } outcome)
        {
            return (outcome, request.PersonId);
        }

        var at = clock.GetUtcNow();
        request.AnswerWith(answer.GrantedUntil, answer.Words, signedIn.AccountId, answer.Part, at);
        if (answer.GrantedUntil is { } until)
        {
            var change = Change(assignment, at);
            database.AddRange(change, Given(assignment, until, change));
        }

        audit.AddDueDates(request.AgencyId, request.PersonId);
        await TellAskerAsync(request, assignment, answer.Part, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (AnswerOutcome.Done, request.PersonId);
    }

    // Who answered, and nothing of what was asked or said.
    private async Task TellAskerAsync(
        TimeRequest request,
        Assignment assignment,
        AnswererPart part,
        CancellationToken cancellationToken
    )
    {
        var programme = await database
            .Programmes.Where(one => one.Id == assignment.ProgrammeId)
            .Select(one => one.Name)
            .SingleAsync(cancellationToken);
        await notices.AddAsync(
            new Notice(
                MailTemplateKind.ExtensionAnswered,
                request.AgencyId,
                request.PersonId,
                $"extension-answered/{request.Id}",
                $"/more-time/{request.AssignmentId}"
            )
            {
                Words = new Dictionary<string, string>
                {
                    ["programme"] = programme,
                    ["answer"] = texts[$"MailAnswered{part}"].Value,
                },
            },
            cancellationToken
        );
    }

    /// <summary>The extension that would be given, not saved.</summary>
    public Extension Draft(Assignment assignment, DateOnly until) =>
        Given(assignment, until, Change(assignment, clock.GetUtcNow()));

    private AnswerOutcome? Obstacle(
        TimeRequest request,
        Assignment assignment,
        TimeAnswer answer
    ) =>
        request.TakenBackAt is not null ? AnswerOutcome.TakenBack
        : request.AnsweredAt is not null
            ? request.AnsweredByAccountId == signedIn.AccountId
                && request.GrantedUntil == answer.GrantedUntil
                && request.Answer == answer.Words
                    ? AnswerOutcome.Done
                : AnswerOutcome.AnsweredMeanwhile
        : assignment.IsEnded ? AnswerOutcome.Ended
        : null;

    // It covers every date that the planner may compute for this assignment, also before leave and promises: from its opening on.
    private static Extension Given(Assignment assignment, DateOnly until, PeopleChange change) =>
        Extension.Give(
            assignment.AgencyId,
            assignment.ProgrammeId,
            assignment.PersonId,
            unitId: null,
            region: null,
            assignment.OpensOn,
            until,
            change
        );

    private PeopleChange Change(Assignment assignment, DateTimeOffset at) =>
        PeopleChange.Record(
            assignment.AgencyId,
            PeopleChangeKind.Relief,
            assignment.PersonId,
            signedIn.AccountId,
            GivenBecause,
            at
        );
}
