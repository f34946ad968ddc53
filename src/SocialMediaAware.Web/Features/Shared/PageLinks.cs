namespace SocialMediaAware.Web.Features.Shared;

/// <summary>A page that can be gone to at once.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Address">Its address.</param>
/// <param name="IsCurrent">Whether it is the one shown.</param>
/// <param name="FollowsGap">Whether pages before it are left out.</param>
public sealed record NumberedPage(int Number, string Address, bool IsCurrent, bool FollowsGap);

/// <summary>The way from one page of a list to another, drawn by the partial <c>_Pages</c>: nothing where there is one page only.</summary>
/// <param name="Previous">The address of the page before; null on the first one.</param>
/// <param name="Next">The address of the page after; null on the last one.</param>
public sealed record PageLinks(string? Previous, string? Next)
{
    /// <summary>What the link to the page before says, where the usual word does not fit.</summary>
    public string? PreviousWords { get; init; }

    /// <summary>What the link to the page after says, where the usual word does not fit.</summary>
    public string? NextWords { get; init; }

    /// <summary>Which page of how many is shown; null where nobody counts them.</summary>
    public (int Page, int Pages)? Position { get; private init; }

    /// <summary>The pages that can be gone to at once; none where back and forth is enough.</summary>
    public IReadOnlyList<NumberedPage> Numbers { get; private init; } = [];

    /// <summary>Back and forth, and where one is.</summary>
    /// <param name="page">The page shown, from 1.</param>
    /// <param name="pages">How many there are.</param>
    /// <param name="addressOf">The address of a page.</param>
    public static PageLinks Of(int page, int pages, Func<int, string> addressOf) =>
        new(page > 1 ? addressOf(page - 1) : null, page < pages ? addressOf(page + 1) : null)
        {
            Position = (page, pages),
        };

    /// <summary>Back and forth, and the first page, the last one and those around, by number.</summary>
    /// <inheritdoc cref="Of" />
    public static PageLinks Numbered(int page, int pages, Func<int, string> addressOf)
    {
        int[] shown =
        [
            .. Enumerable
                .Range(1, pages)
                .Where(number => number == 1 || number == pages || Math.Abs(number - page) <= 1),
        ];
        return Of(page, pages, addressOf) with
        {
            Position = null,
            Numbers =
            [
                .. shown.Select(
                    (number, index) =>
                        new NumberedPage(
                            number,
                            addressOf(number),
                            number == page,
                            index > 0 && number > shown[index - 1] + 1
                        )
                ),
            ],
        };
    }
}
