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

/// <summary>Publishes the portal once and starts it as another user.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PublishedPortal : IAsyncLifetime
{
    private const UnixFileMode Everyone =
        UnixFileMode.UserRead
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    // Closed to other users when made, so it is opened below.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sma-published-");

    public static string Repository { get; } = FindRepository();

    private string App => Path.Combine(_folder.FullName, "app");

    public async Task InitializeAsync()
    {
        File.SetUnixFileMode(_folder.FullName, Everyone | UnixFileMode.UserWrite);
        // The packages were restored for all configurations, so the publish need not restore.
        var publish = Commands.Start(
            Commands.DotNet,
            [
                "publish",
                Path.Combine(Repository, "src", "SocialMediaAware.Web"),
                "--no-restore",
                "--configuration",
                "Release",
                "--output",
                App,
                "--verbosity",
                "quiet",
                "-nodeReuse:false",
            ],
            Repository
        );
        using (publish)
        {
            var output = await publish.ReadToEnd(TimeSpan.FromMinutes(5));
            Assert.True(publish.Process.ExitCode == 0, output);
        }
        foreach (var file in Directory.EnumerateFiles(App, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(
                file,
                UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead
            );
        }
        foreach (var folder in AppFolders())
        {
            File.SetUnixFileMode(folder, Everyone);
        }
    }

    public Task DisposeAsync()
    {
        foreach (var folder in Directory.Exists(App) ? AppFolders() : [])
        {
            File.SetUnixFileMode(folder, Everyone | UnixFileMode.UserWrite);
        }
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    public string[] PublishedFiles() =>
        [
            .. Directory
                .EnumerateFiles(App, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(App, file))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>One line for each published file, with what a write would change.</summary>
    public string[] PublishedState() =>
        [
            .. PublishedFiles()
                .Select(name => (name, file: new FileInfo(Path.Combine(App, name))))
                .Select(of => $"{of.name} {of.file.Length} {of.file.LastWriteTimeUtc:O}"),
        ];

    public RunningPortal Start() => RunningPortal.Start(App, _folder.FullName);

    private string[] AppFolders() =>
        [App, .. Directory.EnumerateDirectories(App, "*", SearchOption.AllDirectories)];

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocialMediaAware.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        }
        return folder.FullName;
    }
}

/// <summary>The portal in a process of its own, as the image starts it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RunningPortal : IAsyncDisposable
{
    // The user of Microsoft's images; nobody on a usual machine, so that its files are the portal's.
    private const int User = 1654;

    private readonly Commands.Running _portal;
    private readonly string _data;

    private RunningPortal(Commands.Running portal, string data, Uri address)
    {
        _portal = portal;
        _data = data;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public HttpClient Http { get; }

    public string Output => _portal.Output;

    public static RunningPortal Start(string app, string parent)
    {
        var data = Directory.CreateDirectory(Path.Combine(parent, "data")).FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        List<string> command = [Commands.DotNet, "SocialMediaAware.Web.dll"];
        if (Environment.IsPrivilegedProcess)
        {
            Commands.Run("chown", [$"{User}:{User}", data]);
            command =
            [
                "setpriv",
                $"--reuid={User}",
                $"--regid={User}",
                "--clear-groups",
                "--no-new-privs",
                .. command,
            ];
        }
        var portal = Commands.Start(
            command[0],
            command[1..],
            app,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PATH"] = "/usr/bin:/bin",
                ["HOME"] = "/nonexistent",
                ["LANG"] = "C.UTF-8",
                // As in the Dockerfile.
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["DOTNET_EnableDiagnostics"] = "0",
                ["Portal__DataFolder"] = data,
                ["TMPDIR"] = data,
            }
        );
        return new RunningPortal(portal, data, address);
    }

    public async Task WaitUntilReady()
    {
        var clock = Stopwatch.StartNew();
        var last = "no answer";
        while (clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            Assert.False(_portal.Process.HasExited, $"The portal did not start.\n{Output}");
            try
            {
                using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
                last = $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}";
            }
            catch (HttpRequestException refused)
            {
                last = refused.Message;
            }
            await Task.Delay(100);
        }
        Assert.Fail($"/health/ready was not ready within a minute: {last}\n{Output}");
    }

    /// <summary>Sends SIGTERM and gives the exit code.</summary>
    public async Task<int> Stop(TimeSpan limit)
    {
        // .NET itself can only kill. `kill` is part of every shell, but not always a program.
        Commands.Run("/bin/sh", ["-c", $"kill -TERM {_portal.Process.Id}"]);
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await _portal.Process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The portal had not stopped after {limit.TotalSeconds} s.\n{Output}");
        }
        return _portal.Process.ExitCode;
    }

    /// <summary>Files of the portal's user where anybody may write, outside the data folder.</summary>
    public string[] FilesWrittenElsewhere() =>
        Environment.IsPrivilegedProcess
            ?
            [
                .. new[] { Path.GetTempPath(), "/tmp", "/var/tmp", "/dev/shm" }
                    .Where(Directory.Exists)
                    .SelectMany(folder =>
                        Commands
                            .Run(
                                "find",
                                [
                                    folder,
                                    "-path",
                                    _data,
                                    "-prune",
                                    "-o",
                                    "-uid",
                                    $"{User}",
                                    "-print",
                                ]
                            )
                            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    )
                    .Distinct(StringComparer.Ordinal),
            ]
            // The same user's other programs write there too.
            : [];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_portal.Process.HasExited)
        {
            _portal.Process.Kill(entireProcessTree: true);
            await _portal.Process.WaitForExitAsync();
        }
        _portal.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
