using Xunit.Abstractions;

[assembly: Xunit.TestCollectionOrderer(
    "SocialMediaAware.Tests.Structure.LongestFirst",
    "SocialMediaAware.Tests"
)]

namespace SocialMediaAware.Tests.Structure;

/// <summary>Begins with the classes that take longest, so that none of them is left over at the end while a core stands idle.</summary>
public sealed class LongestFirst : Xunit.ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        "AuthorizationMatrixTests",
        "YearOfRemindersTests",
        "KilledWhileSigningTests",
        "KilledWhileMailingTests",
        "ReportHistoryTests",
    ];

    /// <inheritdoc />
    public IEnumerable<ITestCollection> OrderTestCollections(
        IEnumerable<ITestCollection> testCollections
    ) =>
        testCollections.OrderBy(collection =>
        {
            var place = Array.FindIndex(
                Longest,
                name => collection.DisplayName.EndsWith($".{name}", StringComparison.Ordinal)
            );
            return place < 0 ? Longest.Length : place;
        });
}
