using System.Diagnostics;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Tests.Support;

/// <summary>The built portal as a process of its own, as IT starts it.</summary>
public static class PortalProcess
{
    /// <summary>Runs the portal until it ends by itself, and returns its exit code and the lines of its standard error.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Error)> RunToEndAsync(
        (string Name, string Value)[] environment,
        params string[] arguments
    )
    {
        using var process = Start(environment, arguments);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException waited)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                "The portal was expected to end by itself, and did not.",
                waited
            );
        }

        await output;
        return (process.ExitCode, (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Starts the portal with nothing of this process's own settings but the path.</summary>
    public static Process Start(
        (string Name, string Value)[] environment,
        params string[] arguments
    )
    {
        var dll = typeof(PortalDbContext).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Folder("src", "SocialMediaAware.Web"),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
