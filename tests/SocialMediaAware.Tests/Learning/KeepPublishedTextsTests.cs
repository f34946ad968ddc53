using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Tests.Learning;

public sealed class KeepPublishedTextsTests
{
    [Fact]
    public async Task Start_WhenContentIsPublished_KeepsItsExactBytes()
    {
        await using var reader = await Reader.BeginAsync();
        var (text, scenarios) = await reader.Portal.WithDatabaseAsync(async database =>
            (
                await database.PublishedModuleTexts.SingleAsync(),
                await database.PublishedScenarioTexts.CountAsync()
            )
        );
        Assert.Equal(reader.Content.Bytes(SmallContent.ModuleFile), text.Bytes);
        Assert.Equal(4, scenarios);
    }

    [Fact]
    public async Task Start_WhenAPublishedTextChanged_IsRefusedWithFileAndBothHashes()
    {
        await using var reader = await Reader.BeginAsync();
        var before = reader.Content.LoadModule().ContentHashHex;
        reader.Content.ReplaceInModule("Stop and think", "Never think");
        var after = reader.Content.LoadModule().ContentHashHex;

        var refused = await Assert.ThrowsAsync<PortalStartException>(() => RunAsync(reader));

        Assert.Contains(SmallContent.ModuleFile, refused.Message, StringComparison.Ordinal);
        Assert.Contains(before, refused.Message, StringComparison.Ordinal);
        Assert.Contains(after, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenContentHasErrors_NamesFileLineAndMendOfEach()
    {
        await using var reader = await Reader.BeginAsync();
        reader
            .Content.ReplaceInModule("minutes: 6", "minutes: soon")
            .Replace("sources.yml", "id: FO-POL", "id: PS-CODE");

        var refused = await Assert.ThrowsAsync<PortalStartException>(() => RunAsync(reader));

        var line = reader.Content.LineOf(SmallContent.ModuleFile, "minutes: soon");
        Assert.Contains(
            $"{SmallContent.ModuleFile}:{line}: ",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Write it in figures.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("sources.yml:", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Message.Split(Environment.NewLine).Length >= 2);
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Start_WhenTwoReplicasStartAtOnce_KeepsEachTextOnce(TestProvider provider)
    {
        using var content = new SmallContent();
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { ContentFolder = content.Folder, Provider = provider }
        );
        content.ReplaceInModule("version: 1.0", "version: 1.1");
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    portal.WithAsync(services =>
                        new KeepPublishedTexts(
                            services.GetRequiredService<PortalDbContext>(),
                            new ContentStore(content.Folder, portal.Clock),
                            portal.Clock
                        ).RunAsync(CancellationToken.None)
                    )
                )
        );
        Assert.Equal(
            2,
            await portal.WithDatabaseAsync(database => database.PublishedModuleTexts.CountAsync())
        );
    }

    [Fact]
    public async Task Development_WhenAFileIsSaved_ShowsAndKeepsTheNewVersion()
    {
        await using var reader = await Reader.BeginAsync("Development");
        await reader.Browser.PageAsync("/learning");
        reader
            .Content.ReplaceInModule("version: 1.0", "version: 1.1")
            .ReplaceInModule("Stop and think", "Breathe and think");
        reader.Portal.Clock.Move(TimeSpan.FromSeconds(1));

        var page = await reader.Browser.PageAsync(reader.AddressOf(Reader.First));

        Assert.Contains("Breathe and think", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            2,
            await reader.Portal.WithDatabaseAsync(database =>
                database.PublishedModuleTexts.CountAsync()
            )
        );
        // What was just published is held to from now on, without a restart.
        reader.Portal.Clock.Move(TimeSpan.FromSeconds(1));
        reader.Content.ReplaceInModule("Breathe and think", "Do as you like");
        page = await reader.Browser.PageAsync(reader.AddressOf(Reader.First));
        Assert.Contains("Breathe and think", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            SmallContent.ModuleFile,
            page.QuerySelector(".sma-phase")!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static Task RunAsync(Reader reader) =>
        reader.Portal.WithAsync(services =>
            services.GetRequiredService<KeepPublishedTexts>().RunAsync(CancellationToken.None)
        );
}
