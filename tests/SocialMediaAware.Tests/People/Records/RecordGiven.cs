using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>Builders and questions about the record of people.</summary>
internal static class RecordGiven
{
    public static DateOnly Today(this TestPortal portal) =>
        portal.Clock.GetUtcNow().NewZealandDate();

    /// <summary>The positions of a person that are believed now, in the order of their first days.</summary>
    public static Task<List<Placement>> PositionsAsync(this TestPortal portal, Guid personId) =>
        portal.WithDatabaseAsync(database =>
            database
                .Placements.Believed()
                .AsNoTracking()
                .Where(one => one.PersonId == personId)
                .OrderBy(one => one.HoldsFrom)
                .ThenBy(one => one.Position)
                .ToListAsync()
        );

    /// <summary>Everything that was ever held on where a person stands.</summary>
    public static Task<List<Placement>> EverHeldAsync(this TestPortal portal, Guid personId) =>
        portal.WithDatabaseAsync(database =>
            database.Placements.AsNoTracking().Where(one => one.PersonId == personId).ToListAsync()
        );

    public static async Task<string> PositionAddressAsync(
        this TestPortal portal,
        CastMember member,
        string page
    )
    {
        var position = (await portal.PositionsAsync(member.PersonId))[^1];
        return $"/people/person/{member.PersonId}/position/{position.Id}/{page}";
    }

    /// <summary>Opens a form and sends it as it was offered, with these fields filled in.</summary>
    public static async Task<HttpResponseMessage> FillAsync(
        this HttpClient browser,
        string address,
        params (string Name, string? Value)[] fields
    )
    {
        var page = await browser.PageAsync(address);
        return await browser.SubmitAsync(
            page,
            address,
            "main form[method=post]",
            [.. Offered(page).Where(one => fields.All(field => field.Name != one.Name)), .. fields]
        );
    }

    public static string Text(this IDocument page) => page.QuerySelector("main")!.TextContent;

    // What a browser would send of what the page filled in already.
    private static IEnumerable<(string Name, string? Value)> Offered(IDocument page) =>
        page.QuerySelectorAll("main form[method=post] [name]")
            .Where(field => field.GetAttribute("type") is not "hidden")
            .Where(field =>
                field.GetAttribute("type") is not ("radio" or "checkbox")
                || field.HasAttribute("checked")
            )
            .Select(field =>
                (
                    field.GetAttribute("name")!,
                    field.LocalName == "select"
                        ? field.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""
                        : field.GetAttribute("value")
                )
            );
}
