using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People;

public sealed class UnitTreeTests
{
    private static readonly Guid Root = Guid.NewGuid();
    private static readonly Guid Customer = Guid.NewGuid();
    private static readonly Guid North = Guid.NewGuid();
    private static readonly Guid Urban = Guid.NewGuid();
    private static readonly Guid Lost = Guid.NewGuid();

    private static readonly UnitTree Tree = new(
        Root,
        [
            (Urban, "Ūrban", Root),
            (North, "North", Customer),
            (Root, "Kāinga Ora", null),
            (Customer, "Customer", Root),
            (Lost, "Lost", Lost),
        ]
    );

    [Fact]
    public void Tree_WhenItsUnitsComeInAnyOrder_HasEachBeforeThoseBelow() =>
        Assert.Equal(
            ["Kāinga Ora 0", "Customer 1", "North 2", "Ūrban 1"],
            Tree.InOrder.Select(unit => $"{unit.Name} {unit.Depth}")
        );

    [Fact]
    public void Tree_WhenAUnitNamesItselfAbove_IsLeftOut() => Assert.Null(Tree.Find(Lost));

    [Fact]
    public void Tree_WhenAskedForAUnit_GivesThoseBelowAndAbove()
    {
        Assert.Equal(
            ["Customer", "North"],
            Tree.WithThoseBelow(Tree.Find(Customer)!).Select(unit => unit.Name)
        );
        Assert.Equal(4, Tree.WithThoseBelow(Tree.Root).Count);
        Assert.Equal(
            ["North", "Customer", "Kāinga Ora"],
            Tree.WithThoseAbove(Tree.Find(North)!).Select(unit => unit.Name)
        );
    }
}
