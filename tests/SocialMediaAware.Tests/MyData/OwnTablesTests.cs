using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.MyData;

namespace SocialMediaAware.Tests.MyData;

/// <summary>A new table that names people cannot be forgotten: it is in My data, or an exception with a reason.</summary>
public sealed partial class OwnTablesTests
{
    /// <summary>Entities that name a person or account, and are not in My data.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["IdentityUserClaim"] = "Identity's own table, in which the portal keeps nothing",
        ["IdentityUserLogin"] = "Identity's own table, in which the portal keeps nothing",
        ["IdentityUserToken"] = "Identity's own table, in which the portal keeps nothing",
        ["IdentityUserPasskey"] = "Identity's own table, in which the portal keeps nothing",
        ["Programme"] =
            "whom the agency named for those who do not agree: an office, not a record of them",
        ["ProgrammeChange"] = "what somebody did in office: the audit log has it",
        ["ProgrammePause"] = "what somebody did in office: the audit log has it",
        ["ElectionPollingDay"] = "what somebody did in office: the audit log has it",
        ["ElectionChoice"] = "what somebody did in office: the audit log has it",
        ["RuleConfirmation"] = "what somebody did in office: the audit log has it",
        ["MonthlyReader"] = "who gets figures in office: the audit log has it",
        ["MonthlyMail"] = "that figures went to somebody in office: their mails have it",
        ["AssistedSession"] = "what somebody did in office: the audit log has it",
        ["SharedScreen"] = "what somebody did in office: the audit log has it",
        ["OutsideAcceptance"] = "what somebody did in office: the audit log has it",
        ["MailHold"] = "what somebody did in office: the audit log has it",
        ["ImportRun"] = "what somebody did in office: the audit log has it",
        ["InformationRequest"] = "what somebody did in office: the audit log has it",
        ["SuppressionDecision"] = "what somebody did in office: the audit log has it",
        ["ReleasedPack"] = "what somebody did in office: the audit log has it",
        ["RestructurePlan"] = "what somebody did in office: the audit log has it",
    };

    [Fact]
    public async Task Tables_WhenTheyNameAPerson_AreInMyDataOrNamedExceptions()
    {
        await using var portal = await TestPortal.StartAsync();
        var naming = await portal.WithDatabaseAsync(database =>
            Task.FromResult(database.Model.GetEntityTypes().Where(NamesSomebody).ToList())
        );
        Assert.True(naming.Count > 20, "The model was not read.");
        var told = OwnTables.All.SelectMany(table => table.Entities).ToHashSet();
        Assert.Equal(
            Exceptions.Keys.Order(StringComparer.Ordinal),
            naming
                .Where(entity => !told.Contains(entity.ClrType))
                .Select(entity => entity.ClrType.Name.Split('`')[0])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Texts_OfEveryTableColumnAndWord_AreThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var texts = portal.Services.GetRequiredService<IStringLocalizer<MyDataTexts>>();
        string[] keys =
        [
            .. OwnTables.All.SelectMany(table =>
                (string[])[$"Title-{table.Key}", $"About-{table.Key}", $"Group-{table.Group}"]
            ),
            .. Columns().Select(column => $"Column{column.Name}"),
            .. Columns()
                .Select(column =>
                    Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType
                )
                .Where(type => type.IsEnum)
                .Distinct()
                .SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}{name}")),
        ];
        Assert.DoesNotContain(keys.Distinct(), key => texts[key].ResourceNotFound);
    }

    [Fact]
    public void Help_NamesEveryTableOfTheFile()
    {
        var help = File.ReadAllText(Repository.Folder("content", "help", "my-data.md"));
        Assert.Equal(
            OwnTables.All.Select(table => table.Key),
            Named().Matches(help).Select(match => match.Groups["name"].Value)
        );
    }

    private static IEnumerable<PropertyInfo> Columns() =>
        OwnTables.All.SelectMany(table => table.Row.GetProperties());

    // By the names that such properties have in this house.
    private static bool NamesSomebody(IEntityType entity) =>
        entity
            .GetProperties()
            .Where(property =>
                (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid)
            )
            .Any(property => Naming().IsMatch(property.Name))
        || entity.ClrType == typeof(Account)
        || entity.ClrType.IsSubclassOf(typeof(IdentityUser<Guid>));

    [GeneratedRegex(
        "(Person|Account|User|Leader|StandIn|MergedInto)Id$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Naming();

    [GeneratedRegex("^- `(?<name>\\w+)`:", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
