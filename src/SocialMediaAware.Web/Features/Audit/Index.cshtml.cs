using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Audit;

/// <summary>The audit log, for auditors and administrators.</summary>
public sealed class IndexModel(AuditPages pages) : PageModel
{
    // Days that the calendar of a portal can have: what lies outside is a slip, and could not be turned into an instant.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    /// <summary>The actions one can look for.</summary>
    public static IReadOnlyList<string> Actions => AuditActions.All;

    /// <summary>One action only; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>The first day, as a New Zealand date.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>The entry after whose place to go on.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>The entries of this page.</summary>
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasOlder { get; private set; }

    /// <summary>Reads a page. What cannot be read as a day or an entry is left aside.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        What = Actions.Contains(What) ? What : null;
        From = From is { Year: < FirstYear or > LastYear } ? null : From;
        Until = Until is { Year: < FirstYear or > LastYear } ? null : Until;
        (Lines, HasOlder) = await pages.ReadAsync(
            new AuditSearch(What, From, Until, Before),
            cancellationToken
        );
    }

    /// <summary>The address of the page that goes on after an entry; of the first one for null.</summary>
    public string AddressOf(Guid? before)
    {
        var query = new QueryBuilder();
        Add(query, "what", What);
        Add(query, "from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(query, "until", Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(query, "before", before?.ToString());
        return $"/audit{query}";
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
