using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A page of a list of questions.</summary>
/// <param name="Lines">What it shows.</param>
/// <param name="Previous">The address of the page before; null when there is none.</param>
/// <param name="Next">The address of the page after; null when there is none.</param>
public sealed record QuestionPage(
    IReadOnlyList<QuestionLine> Lines,
    string? Previous = null,
    string? Next = null
);

/// <summary>What an integrity adviser was asked, and what everybody asked themselves.</summary>
public sealed class IndexModel(PortalDbContext database, SignedIn signedIn) : PageModel
{
    private const int PageLength = 25;
    private const int LastPage = 100_000;

    /// <summary>The page of the inbox, from 1. It is not called "page", which is what routing calls the Razor page itself.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The page of what they asked themselves, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "own-page-number")]
    public int OwnPageNumber { get; set; } = 1;

    /// <summary>Whether whoever looks answers questions.</summary>
    public bool IsAdviser => signedIn.HasAnywhere(PortalRole.IntegrityAdviser);

    /// <summary>What they were asked: what waits first, the longest waiting first, then what was answered, the newest first.</summary>
    public QuestionPage Inbox { get; private set; } = new([]);

    /// <summary>What they asked themselves, the newest first.</summary>
    public QuestionPage Own { get; private set; } = new([]);

    /// <summary>Shows the lists.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 1, LastPage);
        OwnPageNumber = Math.Clamp(OwnPageNumber, 1, LastPage);
        if (signedIn.PersonId is { } personId)
        {
            Own = await ReadAsync(
                database
                    .Questions.AskedBy(personId)
                    .OrderByDescending(question => question.AskedAt)
                    .ThenBy(question => question.Id),
                OwnPageNumber,
                number => AddressOf(PageNumber, number),
                cancellationToken
            );
        }

        if (IsAdviser)
        {
            Inbox = await ReadAsync(
                database
                    .Questions.AskedIn(signedIn.AgenciesAs(PortalRole.IntegrityAdviser))
                    .OfTheLiving(database.People)
                    .Where(question =>
                        signedIn.PersonId == null || question.PersonId != signedIn.PersonId
                    )
                    .OrderBy(question => question.WaitingSince == null)
                    .ThenBy(question => question.WaitingSince)
                    .ThenByDescending(question => question.AskedAt)
                    .ThenBy(question => question.Id),
                PageNumber,
                number => AddressOf(number, OwnPageNumber),
                cancellationToken
            );
        }
    }

    private static async Task<QuestionPage> ReadAsync(
        IQueryable<Question> questions,
        int number,
        Func<int, string> addressOf,
        CancellationToken cancellationToken
    )
    {
        var lines = await questions
            .Skip((number - 1) * PageLength)
            .Take(PageLength + 1)
            .AsLines()
            .ToListAsync(cancellationToken);
        return new QuestionPage(
            [.. lines.Take(PageLength)],
            number > 1 ? addressOf(number - 1) : null,
            lines.Count > PageLength ? addressOf(number + 1) : null
        );
    }

    private static string AddressOf(int inbox, int own) =>
        $"/questions?page-number={inbox}&own-page-number={own}";
}
