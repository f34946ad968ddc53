using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Tests.Structure;

/// <summary>The rules of src/README.md as tests: a newcomer who breaks one is told which.</summary>
public sealed class ArchitectureTests
{
    private static readonly IReadOnlyList<SourceFile> Code = SourceFile.OfThePortal(".cs");

    [Fact]
    public void Evidence_WhenItsReferencesAreRead_UsesTheBaseLibraryOnly() =>
        Assert.All(
            typeof(TreeHash).Assembly.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name!, StringComparison.Ordinal)
        );

    [Fact]
    public void Content_WhenItsFilesAreRead_NeverTouchesTheDatabaseOrTheRequest() =>
        Refuse(
            Code.Where(file => file.Path.StartsWith("Content/", StringComparison.Ordinal)),
            "EntityFrameworkCore|SocialMediaAware.Web.Data|HttpContext|SocialMediaAware.Web.Features"
        );

    [Fact]
    public async Task Entities_WhenTheirFilesAreRead_HoldRulesAndNothingElse()
    {
        await using var portal = await TestPortal.StartAsync();
        var names = await portal.WithDatabaseAsync(database =>
            Task.FromResult(
                database.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList()
            )
        );
        var entities = names
            .Where(type =>
                type.Namespace?.StartsWith(
                    "SocialMediaAware.Web.Features",
                    StringComparison.Ordinal
                ) == true
            )
            .ToList();
        Assert.True(entities.Count > 10, "The model was not read.");
        var files = Code.Where(file =>
            entities.Exists(type =>
                Regex.IsMatch(
                    file.Text,
                    $@"^public sealed (class|record) {type.Name}\b",
                    RegexOptions.Multiline
                )
            )
        );
        // An account is Identity's own class; the rest know no framework.
        Refuse(
            files.Where(file => file.Name != "Account.cs"),
            @"using Microsoft\.|HttpContext|TimeProvider|DateTimeOffset\.UtcNow|DbContext\b"
        );
    }

    [Fact]
    public async Task Agencies_WhenSomethingBelongsToOne_HaveAWallRoundIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var unwalled = await portal.WithDatabaseAsync(database =>
            Task.FromResult(
                database
                    .Model.GetEntityTypes()
                    .Where(entity => entity.FindProperty("AgencyId") is not null)
                    .Where(entity =>
                        entity.FindDeclaredQueryFilter(PortalDbContext.AgencyWall) is null
                    )
                    .Select(entity => entity.ClrType.Name)
                    .Order()
                    .ToList()
            )
        );
        // Roles are read before there are walls, and the audit log holds entries of no agency too: both are asked with agencies.
        Assert.Equal(["AuditEntry", "RoleGrant"], unwalled);
    }

    [Fact]
    public void Pages_WhenAnotherRoomIsRead_AreNotUsedByIt()
    {
        var pages = typeof(PortalDbContext)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)))
            .ToList();
        var uses =
            from page in pages
            let room = page.Namespace!.Split('.').Last()
            from file in Code
            where file.Room is { } other && other != room
            where Regex.IsMatch(file.Text, $@"\b{room}\.{page.Name}\b")
            select $"{file.Path} uses {room}.{page.Name}";
        Assert.Empty(uses);
    }

    [Fact]
    public void Jobs_WhenTheirFilesAreRead_AreOneCall() =>
        Refuse(
            Code.Where(file => file.Name.EndsWith("Job.cs", StringComparison.Ordinal)),
            @"DbContext\b"
        );

    [Fact]
    public void Time_WhenItIsNeeded_IsAsked_OfTheClock() =>
        Refuse(Code, @"DateTime(Offset)?\.(Utc)?Now\b|DateTime\.Today");

    [Fact]
    public void Databases_WhenTheyAreMade_AreMigrated() =>
        Refuse(Code, @"EnsureCreated|EnsureDeleted");

    [Fact]
    public void Names_WhenTypesAreListed_SayTheWholeThought() =>
        Assert.Empty(
            typeof(PortalDbContext)
                .Assembly.GetTypes()
                .Concat(typeof(TreeHash).Assembly.GetTypes())
                .Where(type =>
                    type.Namespace?.StartsWith("SocialMediaAware", StringComparison.Ordinal) == true
                )
                .Where(type =>
                    Regex.IsMatch(
                        type.Name,
                        "(Helper|Helpers|Manager|Utils|Utilities|Repository|Mediator|Mapper)$"
                    )
                )
                .Select(type => type.FullName)
        );

    // Each save of an assignment writes a record of it, from which past days are reported; a statement would write none.
    [Fact]
    public void Assignments_WhenTheyAreChanged_AreSavedAndNotUpdatedByAStatement()
    {
        Assert.Empty(
            from file in Code
            from Match statement in Regex.Matches(
                file.Text,
                @"[^;{}]*\.Execute(Update|Delete)(Async)?\("
            )
            where Regex.IsMatch(statement.Value, @"\bAssignments\b|Set<Assignment>")
            select $"{file.Path}: {statement.Value.Trim()}"
        );
        Refuse(
            Code,
            @"(?i)\b(UPDATE|DELETE\s+FROM|INSERT\s+INTO)\s+""?assignments\b|\b(Bulk\w*|ExecuteSql\w*)\([^;]*assignments\b"
        );
    }

    [Fact]
    public void Files_WhenTheirLinesAreCounted_HoldOneThought() =>
        Assert.Empty(
            Code.Where(file =>
                    file.Lines
                    > (file.Name.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? 120 : 300)
                )
                .Select(file => $"{file.Path}: {file.Lines} lines")
        );

    [Fact]
    public void State_WhenFieldsAreListed_IsNeverStatic()
    {
        var changing =
            from type in typeof(PortalDbContext).Assembly.GetTypes()
            where type.Namespace?.StartsWith("SocialMediaAware", StringComparison.Ordinal) == true
            from field in type.GetFields(
                BindingFlags.Static
                    | BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly
            )
            where
                field is { IsLiteral: false, IsInitOnly: false }
                && !field.Name.StartsWith('<')
                && !type.Name.StartsWith('<')
            select $"{type.FullName}.{field.Name}";
        Assert.Empty(changing);
    }

    private static void Refuse(IEnumerable<SourceFile> files, string pattern)
    {
        var read = files.ToList();
        Assert.NotEmpty(read);
        Assert.Empty(
            from file in read
            from Match match in Regex.Matches(file.Text, pattern)
            select $"{file.Path}: {match.Value}"
        );
    }
}
