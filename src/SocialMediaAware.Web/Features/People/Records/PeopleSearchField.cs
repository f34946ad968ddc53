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
