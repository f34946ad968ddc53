using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Tests.Clock;

public sealed class PortalClockTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sma-clock-").FullName;

    [Fact]
    public async Task Clock_WhenThePortalStartsAgain_IsWhereItWas()
    {
        await using (var moved = await MovedPortal.BeginAsync(folder))
        {
            await moved.MoveAsync(new DateOnly(2027, 3, 26));
        }

        // The setting of the first start still stands there, or another, or none: what was lived through counts.
        foreach (var date in new[] { "2026-11-16", "2028-01-01", null })
        {
            await using var again = await TestPortal.StartAsync(MovedPortal.Options(folder, date));
            var clock = again.Services.GetRequiredService<TimeProvider>();
            Assert.Equal(new DateOnly(2027, 3, 26), clock.Today());
        }
    }

    [Fact]
    public async Task Clock_WhenNothingMovesIt_IsTheWorlds()
    {
        await using var portal = await TestPortal.StartAsync(MovedPortal.Options(folder, null));
        var clock = (PortalClock)portal.Services.GetRequiredService<TimeProvider>();
        Assert.False(clock.IsMoved);
        Assert.Empty(Directory.GetFiles(folder, PortalClock.FileName));
        using var visitor = portal.Visitor();
        Assert.Null((await visitor.PageAsync("/accounts/sign-in")).QuerySelector(".sma-phase"));
    }

    [Fact]
    public async Task Clockwork_WhenTheDateIsMoved_GoesByTheWorldsTime()
    {
        await using var moved = await MovedPortal.BeginAsync();
        var factory = moved.Portal.Services.GetRequiredKeyedService<ISchedulerFactory>(
            Schedules.Name
        );
        var clockwork = await factory.GetScheduler();
        Assert.Same(TimeProvider.System, clockwork.TimeProvider);
    }

    [Fact]
    public async Task Start_WhenTheDateIsSetInProduction_IsRefused()
    {
        var error = await RefusalAsync("Production", ("Portal__Clock__Date", "2027-02-01"));
        Assert.Contains("Portal:Clock:Date", error, StringComparison.Ordinal);
        Assert.Contains("Development only", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenTheDataFolderWasLivedThroughAndThisIsProduction_IsRefused()
    {
        await using (var moved = await MovedPortal.BeginAsync(folder))
        {
            await moved.MoveAsync(new DateOnly(2026, 11, 20));
        }

        var error = await RefusalAsync("Production");
        Assert.Contains("moved date", error, StringComparison.Ordinal);
        Assert.Contains(folder, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("February")]
    [InlineData("01/02/2027")]
    [InlineData("2019-12-31")]
    [InlineData("2027-02-30")]
    public async Task Start_WhenTheSettingIsNoDate_IsRefused(string date)
    {
        var error = await RefusalAsync("Development", ("Portal__Clock__Date", date));
        Assert.Contains("Portal:Clock:Date", error, StringComparison.Ordinal);
        Assert.Contains("2027-01-15", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenTheFileIsBroken_IsRefused()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, PortalClock.FileName), "yesterday");
        var error = await RefusalAsync("Development");
        Assert.Contains(PortalClock.FileName, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenTheDateIsBeforeWhatThePortalHasSeen_IsRefused()
    {
        await using (await TestPortal.StartAsync(MovedPortal.Options(folder, null)))
        {
            // It has run once, at the world's date.
        }

        var error = await RefusalAsync("Development", ("Portal__Clock__Date", "2020-02-01"));
        Assert.Contains("forward only", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> RefusalAsync(
        string environment,
        params (string Name, string Value)[] settings
    )
    {
        var (exitCode, error) = await PortalProcess.RunToEndAsync([
            ("ASPNETCORE_ENVIRONMENT", environment),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("Portal__DataFolder", folder),
            ("Portal__ContentFolder", Repository.Folder("content")),
            .. settings,
        ]);
        Assert.Equal(1, exitCode);
        return Assert.Single(error);
    }
}
