using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A question in a list. What was written is not shown here.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ModuleSlug">The module it is about.</param>
public sealed record QuestionLine(
    Guid Id,
    DateTimeOffset AskedAt,
    QuestionState State,
    string? ModuleSlug
);

/// <summary>Questions that questions answer.</summary>
public static class QuestionQueries
{
    /// <summary>What a person asked, also in agencies they have left: it is read over the walls.</summary>
    public static IQueryable<Question> AskedBy(
        this IQueryable<Question> questions,
        Guid? personId
    ) =>
        questions
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(question => question.PersonId == personId);

    /// <summary>What the advisers of these agencies were asked.</summary>
    public static IQueryable<Question> AskedIn(
        this IQueryable<Question> questions,
        IReadOnlyCollection<Guid> agencyIds
    ) => questions.Where(question => agencyIds.Contains(question.AgencyId));

    /// <summary>What was asked by people who live: no list shows what somebody asked who died.</summary>
    public static IQueryable<Question> OfTheLiving(
        this IQueryable<Question> questions,
        IQueryable<Person> people
    ) =>
        questions.Where(question =>
            !people
                .Where(person => person.DiedOn != null)
                .Select(person => person.Id)
                .Contains(question.PersonId)
        );

    /// <summary>What waits for an adviser.</summary>
    public static IQueryable<Question> Waiting(this IQueryable<Question> questions) =>
        questions.Where(question => question.WaitingSince != null);

    /// <summary>Whether any question, whoever's, has a message with this id already: a form's id names one message only.</summary>
    public static Task<bool> HoldMessageAsync(
        this IQueryable<Question> questions,
        Guid form,
        CancellationToken cancellationToken
    ) =>
        questions
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .AnyAsync(
                question => question.Messages.Any(message => message.Id == form),
                cancellationToken
            );

    /// <summary>Each as a line of a list.</summary>
    public static IQueryable<QuestionLine> AsLines(this IQueryable<Question> questions) =>
        questions.Select(question => new QuestionLine(
            question.Id,
            question.AskedAt,
            question.WaitingSince != null ? QuestionState.Waiting
                : question.Messages.Any(answer =>
                    !answer.IsFromAsker
                    && !question.Messages.Any(later => later.IsFromAsker && later.At > answer.At)
                )
                    ? QuestionState.Answered
                : QuestionState.Closed,
            question.ModuleSlug
        ));
}
