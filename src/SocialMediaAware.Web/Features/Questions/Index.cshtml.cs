using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A question in a list. What was written is not shown here.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="WaitingSince">Since when it waits; null when it does not.</param>
/// <param name="ModuleSlug">The module it is about.</param>
public sealed record QuestionLine(
    Guid Id,
    DateTimeOffset AskedAt,
    DateTimeOffset? WaitingSince,
    string? ModuleSlug
);

/// <summary>What an integrity adviser was asked, and what everybody asked themselves.</summary>
public sealed class IndexModel(PortalDbContext database, ContentStore content, SignedIn signedIn)
    : PageModel
{
    private const int PageLength = 25;

    /// <summary>The page of the inbox, from 1. It is not called "page", which is what routing calls the Razor page itself.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Whether whoever looks answers questions.</summary>
    public bool IsAdviser => signedIn.HasAnywhere(PortalRole.IntegrityAdviser);

    /// <summary>What they were asked: what waits first, the longest waiting first, then what was answered, the newest first.</summary>
    public IReadOnlyList<QuestionLine> Inbox { get; private set; } = [];

    /// <summary>Whether there is a page after this one.</summary>
    public bool HasMore { get; private set; }

    /// <summary>What they asked themselves, the newest first.</summary>
    public IReadOnlyList<QuestionLine> Own { get; private set; } = [];

    /// <summary>Shows the lists.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 100_000);
        Own = signedIn.PersonId is { } personId
            ? await Lines(
                    database
                        .Questions.AskedBy(personId)
                        .OrderByDescending(question => question.AskedAt)
                )
                .Take(PageLength)
                .ToListAsync(cancellationToken)
            : [];
        if (!IsAdviser)
        {
            return;
        }

        var rows = await Lines(
                database
                    .Questions.AskedIn(signedIn.AgenciesAs(PortalRole.IntegrityAdviser))
                    .Where(question =>
                        signedIn.PersonId == null || question.PersonId != signedIn.PersonId
                    )
                    .OrderBy(question => question.WaitingSince == null)
                    .ThenBy(question => question.WaitingSince)
                    .ThenByDescending(question => question.AskedAt)
                    .ThenBy(question => question.Id)
            )
            .Skip((PageNumber - 1) * PageLength)
            .Take(PageLength + 1)
            .ToListAsync(cancellationToken);
        HasMore = rows.Count > PageLength;
        Inbox = [.. rows.Take(PageLength)];
    }

    /// <summary>What a module is called; null when there is none.</summary>
    public string? TitleOf(string? moduleSlug) =>
        moduleSlug is null ? null : content.Library.FindPublished(moduleSlug)?.Title;

    private static IQueryable<QuestionLine> Lines(IQueryable<Question> questions) =>
        questions.Select(question => new QuestionLine(
            question.Id,
            question.AskedAt,
            question.WaitingSince,
            question.ModuleSlug
        ));
}
