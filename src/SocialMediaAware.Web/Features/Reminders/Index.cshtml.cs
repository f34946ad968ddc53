using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>The mails of an agency's people, the newest first. Each view is written to the audit log.</summary>
public sealed class IndexModel(OutboxPages pages, AuditLog audit, SignedIn signedIn) : PageModel
{
    /// <summary>The states one can look for, in the order of a mail's life.</summary>
    public static IReadOnlyList<OutboxState> States => Enum.GetValues<OutboxState>();

    /// <summary>In this state, by its name; nothing for all.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; set; }

    /// <summary>To somebody whose name or address holds these words.</summary>
    [FromQuery(Name = "person")]
    public string? Person { get; set; }

    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>Whether some mails only are looked for.</summary>
    public bool IsSearched => State is not null || !string.IsNullOrEmpty(Person);

    /// <summary>The mails.</summary>
    public ListPage<MailLine> List { get; private set; } = null!;

    /// <summary>What needs somebody's eye.</summary>
    public MailCounts Counts { get; private set; } = null!;

    /// <summary>Shows the list. What cannot be read as a state or a page is left aside.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var state = States
            .Where(state => state.ToString().Equals(State, StringComparison.OrdinalIgnoreCase))
            .Select(state => (OutboxState?)state)
            .FirstOrDefault();
        State = state?.ToString();
        Person = (Person ?? "").Trim() is { Length: <= PersonName.NameLength } words ? words : "";
        _ = int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page);
        List = await pages.ListAsync(state, Person, page, cancellationToken);
        Counts = await pages.CountAsync(cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            signedIn.AgencyIds.Take(2).ToArray() is [var only] ? only : null,
            AddressOf(List.Page),
            string.Create(CultureInfo.InvariantCulture, $"page {List.Page}: {List.Lines.Count}"),
            cancellationToken
        );
    }

    /// <summary>The address of another page of the same list.</summary>
    public string AddressOf(int page)
    {
        var query = new QueryBuilder
        {
            { "state", State ?? "" },
            { "person", Person ?? "" },
            { "page", page.ToString(CultureInfo.InvariantCulture) },
        };
        return $"/reminders{query}";
    }
}
