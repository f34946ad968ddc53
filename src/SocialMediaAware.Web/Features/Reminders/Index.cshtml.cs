using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reminders.Watching;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>The mails of an agency's people, the newest first. Each view is written to the audit log.</summary>
public sealed class IndexModel(
    OutboxPages pages,
    MailStandingReading standing,
    AuditLog audit,
    SignedIn signedIn
) : PageModel
{
    /// <summary>The states one can look for, in the order of a mail's life.</summary>
    public static IReadOnlyList<OutboxState> States => Enum.GetValues<OutboxState>();

    /// <summary>The kinds one can look for.</summary>
    public static IReadOnlyList<MailKind> Kinds => Enum.GetValues<MailKind>();

    /// <summary>In this state, by its name; nothing for all.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; set; }

    /// <summary>Of this kind, by its name; nothing for all.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    /// <summary>To somebody whose name or address holds these words.</summary>
    [FromQuery(Name = "person")]
    public string? Person { get; set; }

    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was done on another page that led here.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What is looked for.</summary>
    public MailFilter Filter { get; private set; } = null!;

    /// <summary>The mails.</summary>
    public ListPage<MailLine> List { get; private set; } = null!;

    /// <summary>How many there are.</summary>
    public MailCounts Counts { get; private set; } = null!;

    /// <summary>How the sending of mail stands.</summary>
    public MailStanding Standing { get; private set; } = null!;

    /// <summary>How many of those shown failed and can be sent again; 0 unless those that failed are looked for.</summary>
    public int CanGoAgain { get; private set; }

    /// <summary>Whether whoever looks also holds and sends again.</summary>
    public bool MayChange => signedIn.HasAnywhere(PortalRole.HumanResources);

    /// <summary>Shows the list. What cannot be read as a state, a kind or a page is left aside.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = MailFilter.Read(State, Kind, Person);
        _ = int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page);
        List = await pages.ListAsync(Filter, page, cancellationToken);
        Counts = await pages.CountAsync(cancellationToken);
        Standing = await standing.ReadAsync(pages.AgencyIds, cancellationToken);
        CanGoAgain =
            MayChange && Filter.State is OutboxState.Failed
                ? await pages.CountFailedAsync(Filter, cancellationToken)
                : 0;
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
        var query = Filter.ToQuery();
        query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return $"/reminders{query}";
    }
}
