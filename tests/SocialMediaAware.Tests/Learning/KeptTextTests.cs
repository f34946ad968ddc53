using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Learning;

/// <summary>What is published is kept byte for byte, and a changed text stops the start.</summary>
public sealed class KeptTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sma-kept-").FullName;

    private string Content => Path.Combine(folder, "content");

    [Fact]
    public async Task Start_WhenThePublishedTextIsUnchanged_KeepsItsExactBytesOnce()
    {
        CopyContent();
        for (var start = 0; start < 2; start++)
        {
            await using var portal = await StartAsync();
            var kept = await portal.WithDatabaseAsync(database =>
                database.PublishedModuleTexts.SingleAsync(text =>
                    text.ModuleSlug == "be-social-media-aware" && text.Major == 2
                )
            );
            Assert.Equal(await File.ReadAllBytesAsync(ModuleFile), kept.Bytes);
        }
    }

    [Fact]
    public async Task Start_WhenAPublishedTextChanged_IsRefusedWithTheFileAndBothHashes()
    {
        CopyContent();
        string before;
        await using (var portal = await StartAsync())
        {
            before = await HashAsync(portal);
        }

        await File.AppendAllTextAsync(ModuleFile, "\nOne more sentence.\n");

        var (exitCode, error) = await StartToRefusalAsync();

        Assert.Equal(1, exitCode);
        Assert.Matches(
            $@"^modules/be-social-media-aware/module\.md:\d+: .*was {before} and is [0-9a-f]{{64}}",
            Assert.Single(error)
        );
    }

    [Fact]
    public async Task Start_WhenTheChangedTextHasANewVersion_ServesItAndKeepsTheOldOne()
    {
        CopyContent();
        await using (await StartAsync()) { }

        var text = await File.ReadAllTextAsync(ModuleFile);
        await File.WriteAllTextAsync(
            ModuleFile,
            text.Replace("version: 2.0", "version: 2.1", StringComparison.Ordinal)
                + "\nOne more sentence.\n"
        );

        await using var portal = await StartAsync();
        var library = portal.Services.GetRequiredService<ContentStore>().Library;
        Assert.Equal("2.1", library.FindPublished("be-social-media-aware")!.Version.ToString());
        Assert.NotNull(library.FindVersion("be-social-media-aware", new ContentVersion(2, 0)));
    }

    [Fact]
    public async Task Start_WhenTheContentHasAnError_NamesFileLineAndMend()
    {
        CopyContent();
        var text = await File.ReadAllTextAsync(ModuleFile);
        await File.WriteAllTextAsync(
            ModuleFile,
            text.Replace("KO-BSA-24, KO-BSA-25", "KO-BSA-404, KO-BSA-25", StringComparison.Ordinal)
        );

        var (exitCode, error) = await StartToRefusalAsync();

        Assert.Equal(1, exitCode);
        Assert.Matches(
            @"^modules/be-social-media-aware/module\.md:\d+: .*KO-BSA-404",
            Assert.Single(error)
        );
    }

    [Fact]
    public async Task Page_WhenAFileIsSavedInDevelopment_ShowsItOnReload()
    {
        CopyContent();
        await using var portal = await StartAsync("Development");
        var agency = await portal.AgencyAsync();
        var reader = await portal.PersonAsync(agency);
        using var browser = await portal.SignedInAsync(reader.AccountId);
        await browser.PageAsync("/learning");

        var text = await File.ReadAllTextAsync(ModuleFile);
        await File.WriteAllTextAsync(
            ModuleFile,
            text.Replace(
                    "title: Be social media aware",
                    "title: Be aware of social media",
                    StringComparison.Ordinal
                )
                .Replace("version: 2.0", "version: 2.1", StringComparison.Ordinal)
        );
        // The portal looks at most twice a second.
        portal.Clock.Move(TimeSpan.FromSeconds(1));

        Assert.Contains(
            "Be aware of social media",
            (await browser.PageAsync("/learning")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string ModuleFile =>
        Path.Combine(Content, "modules", "be-social-media-aware", "module.md");

    private Task<TestPortal> StartAsync(string environment = "Production") =>
        TestPortal.StartAsync(
            new TestPortalOptions
            {
                Environment = environment,
                DataFolder = Path.Combine(folder, "data"),
                ContentFolder = Content,
            }
        );

    private Task<(int ExitCode, IReadOnlyList<string> Error)> StartToRefusalAsync() =>
        PortalProcess.RunToEndAsync([
            ("Portal__DataFolder", Path.Combine(folder, "data")),
            ("Portal__ContentFolder", Content),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
        ]);

    private static Task<string> HashAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(async database =>
            Convert.ToHexStringLower(
                (
                    await database.PublishedModuleTexts.SingleAsync(text =>
                        text.ModuleSlug == "be-social-media-aware" && text.Major == 2
                    )
                ).ContentHash
            )
        );

    private void CopyContent()
    {
        var from = Repository.Folder("content");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(Content, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }
}
