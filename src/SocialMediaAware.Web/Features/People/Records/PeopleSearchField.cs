using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Reads the search of the list of people as its address holds it.</summary>
internal static class PeopleSearchField
{
    /// <summary>The words; cut where they are longer than anything that is held.</summary>
    public static string Read(string? words)
    {
        var text = words?.Trim() ?? "";
        return text.Length <= Person.EmailLength ? text : text[..Person.EmailLength];
    }

    /// <summary>The address of a page of the list.</summary>
    public static string AddressOf(int page, IEnumerable<(string Name, string? Value)> filters)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in filters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return $"/people{query}";
    }

    /// <summary>Everybody of an agency whom these words find, whether they are here or left.</summary>
    public static PeopleSearch Everybody(Guid agencyId, string words) =>
        new(
            agencyId,
            UnitIds: null,
            words,
            Kind: null,
            Region: null,
            Flag: null,
            PeopleStanding.Everybody,
            FindsFormerNames: true
        );

    /// <summary>What a page is asked for. What is no kind or flag asks for any.</summary>
    public static PeopleSearch SearchOf(PeopleIndexModel page) =>
        new(
            page.Place.AgencyId,
            page.Place.IsWholeAgency
                ? null
                : [.. page.Place.Tree.WithThoseBelow(page.Place.Unit).Select(unit => unit.Id)],
            page.Words ?? "",
            Enum.TryParse<PersonKind>(page.Kind, out var kind) && Enum.IsDefined(kind)
                ? kind
                : null,
            string.IsNullOrEmpty(page.Region) ? null : page.Region,
            AudienceFlags.All.Contains(page.Flag, StringComparer.Ordinal) ? page.Flag : null,
            page.Chosen,
            page.MayChange
        );
}
