using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Import;
using static SocialMediaAware.Tests.People.Import.ImportGiven;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>Files that lie in the drop folder at night.</summary>
public sealed class NightlyImportTests : IDisposable
{
    private readonly string drop = Path.Combine(Path.GetTempPath(), $"sma-drop-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(drop, recursive: true);

    [Fact]
    public async Task Files_WhenRightAreApplied_AndTheOthersWaitOrAreRefused_EachWithWhy()
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                Settings = new Dictionary<string, string> { ["Portal:People:DropFolder"] = drop },
            }
        );
        var agency = await portal.AgencyAsync();
        await portal.UnitAsync(agency, "Customer");
        var mine = Directory.CreateDirectory(Path.Combine(drop, "kainga-ora")).FullName;
        Directory.CreateDirectory(Path.Combine(drop, "nobody"));

        await File.WriteAllTextAsync(Path.Combine(mine, "payroll.csv"), Header + Lines(1, 20));
        await File.WriteAllTextAsync(Path.Combine(drop, "nobody", "payroll.csv"), Header);
        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal(20, (await portal.HereAsync(agency)).Count);
        Assert.Contains("20 new", WhyIn(mine, "done"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(mine));

        portal.Clock.Move(TimeSpan.FromDays(1));
        await File.WriteAllTextAsync(Path.Combine(mine, "payroll.csv"), Header + Lines(1, 10));
        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal(20, (await portal.HereAsync(agency)).Count);
        Assert.Contains("end 10 of the 20", WhyIn(mine, "refused"), StringComparison.Ordinal);

        foreach (
            var (file, text, why) in new[]
            {
                ("payroll.csv", Header + "1,Mere,Atlantis,,,\n", "1 things are wrong"),
                ("payroll.csv", "GIF89a", "picture"),
                ("my payroll!.csv", Header + Lines(1, 20), "name of the file"),
            }
        )
        {
            portal.Clock.Move(TimeSpan.FromMinutes(1));
            Directory.Delete(Path.Combine(mine, "refused"), recursive: true);
            await File.WriteAllTextAsync(Path.Combine(mine, file), text);
            await RunAsync(portal);
            Assert.Contains(why, WhyIn(mine, "refused"), StringComparison.Ordinal);
        }

        Assert.Equal(20, (await portal.HereAsync(agency)).Count);
    }

    private static string WhyIn(string folder, string where) =>
        File.ReadAllText(
            Assert.Single(Directory.GetFiles(Path.Combine(folder, where), "*.why.txt"))
        );

    private static Task<int> RunAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<NightlyImports>().RunAsync(CancellationToken.None)
        );
}
