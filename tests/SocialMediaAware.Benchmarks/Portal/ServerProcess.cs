using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Benchmarks.Portal;

/// <summary>A web server in a process of its own: the portal as IT starts it, or what it is compared with.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly Task drained;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        errors = process.StandardError.ReadToEndAsync();
        // As a container's log would take it, and without reading it.
        drained = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>How long it took from the start of the process to the first answer that it is ready.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that it holds now, in megabytes of the operating system's count (resident set).</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <summary>Starts the portal in Production and waits until it is ready.</summary>
    public static Task<ServerProcess> StartPortalAsync(
        TemporaryFolder folder,
        CancellationToken cancellationToken
    )
    {
        var address = FreeAddress();
        return StartAsync(
            new ProcessStartInfo("dotnet", [typeof(PortalDbContext).Assembly.Location])
            {
                WorkingDirectory = Repository.Folder("src", "SocialMediaAware.Web"),
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["ASPNETCORE_URLS"] = address.ToString(),
                    ["Portal__DataFolder"] = folder.FullPath,
                    // Everybody signs in from this one machine.
                    ["Accounts__SignInsPerMinute"] = "1000000",
                },
            },
            address,
            "/health/ready",
            cancellationToken
        );
    }

    /// <summary>Starts this program as a server that answers with a kept response.</summary>
    public static Task<ServerProcess> StartBareAsync(
        string command,
        string file,
        CancellationToken cancellationToken
    )
    {
        var address = FreeAddress();
        return StartAsync(
            new ProcessStartInfo(
                "dotnet",
                [typeof(ServerProcess).Assembly.Location, command, file, $"{address.Port}"]
            )
            {
                // The same as the portal's, so that the two differ in nothing but their work.
                Environment = { ["DOTNET_gcServer"] = "1" },
            },
            address,
            "/",
            cancellationToken
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await StopAsync();
        }

        await drained;
        process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(
        ProcessStartInfo start,
        Uri address,
        string readyAt,
        CancellationToken cancellationToken
    )
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var began = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(start)!, address);
        try
        {
            await server.WaitUntilReadyAsync(readyAt, cancellationToken);
            server.StartedIn = Stopwatch.GetElapsedTime(began);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task WaitUntilReadyAsync(string readyAt, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended: {await errors}");
            }

            try
            {
                using var answer = await client.GetAsync(readyAt, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
        }

        throw new TimeoutException("The server was not ready after two minutes.");
    }

    // Asked to stop where the operating system can ask, so that the next start finds what a stop leaves.
    private async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            using var ask = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await ask.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
