using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace SocialMediaAware.Tests.Deployment;

/// <summary>
/// Runs what `dotnet publish` makes as the image does: another user, a folder that this user may only read,
/// settings from the environment, one folder to write to.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class PublishedOutputTests(PublishedPortal portal) : IClassFixture<PublishedPortal>
{
    [Fact]
    public void Publish_Always_TakesContentAndStylesAlongAndNoSettingsOfDevelopers()
    {
        var files = portal.PublishedFiles();

        Assert.Contains("wwwroot/css/portal.css", files);
        Assert.Contains(files, file => file.StartsWith("wwwroot/lib/", StringComparison.Ordinal));
        Assert.Contains(files, file => file.StartsWith("wwwroot/fonts/", StringComparison.Ordinal));
        var content = Path.Combine(PublishedPortal.Repository, "content");
        Assert.Equal(
            Directory
                .EnumerateFiles(content, "*", SearchOption.AllDirectories)
                .Select(file => "content/" + Path.GetRelativePath(content, file))
                .Where(file => !Path.GetFileName(file).StartsWith('.'))
                .Order(StringComparer.Ordinal),
            files.Where(file => file.StartsWith("content/", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            files,
            file =>
                Path.GetFileName(file)
                    is "package.json"
                        or "package-lock.json"
                        or "packages.lock.json"
                        or "launchSettings.json"
                || file.Contains("App_Data", StringComparison.Ordinal)
                || file.Contains("node_modules", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Run_InAFolderItMayOnlyRead_ServesAndStopsWhenTold()
    {
        var before = portal.PublishedState();
        await using var run = portal.Start();

        await run.WaitUntilReady();

        using var start = await run.Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.True(
            start.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found,
            $"/ answered {start.StatusCode}\n{run.Output}"
        );

        using var css = await run.Http.GetAsync(new Uri("/css/portal.css", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, css.StatusCode);
        Assert.Equal("text/css", css.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await css.Content.ReadAsByteArrayAsync());
        Assert.True(
            css.Headers.ETag is not null
                || css.Headers.CacheControl?.MaxAge >= TimeSpan.FromDays(30),
            "Browsers must be able to keep the styles."
        );

        // Compose and Kubernetes send SIGTERM, and kill what has not stopped ten seconds later.
        var exitCode = await run.Stop(TimeSpan.FromSeconds(10));

        Assert.True(exitCode == 0, $"Stopped with exit code {exitCode}\n{run.Output}");
        Assert.Equal(before, portal.PublishedState());
        Assert.Empty(run.FilesWrittenElsewhere());
    }
}
