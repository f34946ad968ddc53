using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace SocialMediaAware.Tests.Deployment;

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
