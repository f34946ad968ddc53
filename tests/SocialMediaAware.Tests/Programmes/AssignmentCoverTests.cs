using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

public sealed class AssignmentCoverTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Cover_WhenModulesComeAndGo_KeepsTheVersionOfThoseThatStay()
    {
        var assignment = Made();

        assignment.Cover([("three", 4), ("one", 9)]);

        Assert.Equal(["three 4 0", "one 1 1"], Covered(assignment));
    }

    [Theory]
    [InlineData("signed")]
    [InlineData("superseded")]
    [InlineData("left")]
    public void Cover_WhenItHasEnded_LeavesItAsItWas(string how)
    {
        var assignment = Made();
        Action<DateTimeOffset> end = how switch
        {
            "signed" => assignment.Sign,
            "superseded" => assignment.Supersede,
            _ => assignment.Leave,
        };
        end(Now);

        assignment.Cover([("three", 1)]);

        Assert.Equal(["one 1 0", "two 2 1"], Covered(assignment));
    }

    [Fact]
    public void Cover_WithNothing_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Made().Cover([]));

    private static IEnumerable<string> Covered(Assignment assignment) =>
        assignment
            .Modules.OrderBy(module => module.Order)
            .Select(module => $"{module.ModuleSlug} {module.Major} {module.Order}");

    private static Assignment Made() =>
        Assignment.Make(
            Guid.NewGuid(),
            Guid.NewGuid(),
            PersonKind.Employee,
            Guid.NewGuid(),
            "one-off/rules",
            new(2026, 11, 16),
            new(2026, 12, 7),
            [("one", 1), ("two", 2)],
            Now
        );
}
