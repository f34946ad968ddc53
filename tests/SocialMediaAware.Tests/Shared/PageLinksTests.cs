using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Tests.Shared;

/// <summary>The way from one page of a list to another.</summary>
public sealed class PageLinksTests
{
    [Theory]
    [InlineData(1, 1, null, null)]
    [InlineData(1, 3, null, "?page=2")]
    [InlineData(2, 3, "?page=1", "?page=3")]
    [InlineData(3, 3, "?page=2", null)]
    public void Of_WhenAPageIsShown_LinksToItsNeighbours(
        int page,
        int pages,
        string? previous,
        string? next
    )
    {
        var links = PageLinks.Of(page, pages, AddressOf);
        Assert.Equal((previous, next, (page, pages)), (links.Previous, links.Next, links.Position));
        Assert.Empty(links.Numbers);
    }

    [Theory]
    [InlineData(1, 1, "[1]")]
    [InlineData(1, 3, "[1] 2 3")]
    [InlineData(1, 9, "[1] 2 …9")]
    [InlineData(5, 9, "1 …4 [5] 6 …9")]
    [InlineData(8, 9, "1 …7 [8] 9")]
    public void Numbered_WhenThereAreManyPages_ShowsTheEndsAndThoseAround(
        int page,
        int pages,
        string shown
    )
    {
        var links = PageLinks.Numbered(page, pages, AddressOf);
        Assert.Equal(
            shown,
            string.Join(
                ' ',
                links.Numbers.Select(one =>
                    (one.FollowsGap ? "…" : "")
                    + (one.IsCurrent ? $"[{one.Number}]" : $"{one.Number}")
                )
            )
        );
        Assert.All(links.Numbers, one => Assert.Equal(AddressOf(one.Number), one.Address));
        Assert.Null(links.Position);
    }

    private static string AddressOf(int page) => $"?page={page}";
}
