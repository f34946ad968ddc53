using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>
/// What the page of a quiz says once, after the redirect that follows an answer. The last answer of all is no longer in the database
/// then: the person's own browser carries it, sealed.
/// </summary>
/// <param name="NoticeKey">The key of a sentence about a form that came late; null when there is none.</param>
/// <param name="LastAnswer">The answer that an attempt was passed with; null for any other.</param>
public sealed record AfterRedirect(string? NoticeKey, AnsweredSituation? LastAnswer)
{
    private const string NoticeName = "Notice";
    private const string LastAnswerName = "LastAnswer";

    /// <summary>What there is to say about an answer.</summary>
    public static AfterRedirect Of(AnsweringResult result) =>
        new(result.NoticeKey, result.IsPassed ? result.Answered : null);

    /// <summary>Takes out what was put in before the redirect.</summary>
    public static AfterRedirect TakeFrom(ITempDataDictionary carried) =>
        new(
            carried[NoticeName] as string,
            carried[LastAnswerName] is string kept
                ? JsonSerializer.Deserialize<AnsweredSituation>(kept)
                : null
        );

    /// <summary>Puts it in for the page after the redirect.</summary>
    public void PutInto(ITempDataDictionary carried)
    {
        carried[NoticeName] = NoticeKey;
        if (LastAnswer is not null)
        {
            carried[LastAnswerName] = JsonSerializer.Serialize(LastAnswer);
        }
    }
}
