using System.Diagnostics;
using System.Text;

namespace SocialMediaAware.Tests.Deployment;

/// <summary>Other programs, with their output kept for the message of a failed test.</summary>
internal static class Commands
{
    /// <summary>The .NET that runs these tests.</summary>
    public static string DotNet { get; } =
        Environment.ProcessPath is { } path
        && Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.Ordinal)
            ? path
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a short command and gives its standard output.</summary>
    public static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    /// <param name="environment">When given, all that the program finds in its environment.</param>
    public static Running Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }
        return new Running(Process.Start(start)!);
    }

    internal sealed class Running : IDisposable
    {
        private readonly StringBuilder _output = new();

        public Running(Process process)
        {
            Process = process;
            process.OutputDataReceived += Keep;
            process.ErrorDataReceived += Keep;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public Process Process { get; }

        public string Output
        {
            get
            {
                lock (_output)
                {
                    return _output.ToString();
                }
            }
        }

        /// <summary>Waits for the end, which kills the process when it takes longer than the limit.</summary>
        public async Task<string> ReadToEnd(TimeSpan limit)
        {
            using var timeout = new CancellationTokenSource(limit);
            try
            {
                await Process.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                Process.Kill(entireProcessTree: true);
                await Process.WaitForExitAsync(CancellationToken.None);
            }
            return Output;
        }

        public void Dispose() => Process.Dispose();

        private void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                return;
            }
            lock (_output)
            {
                _output.AppendLine(line.Data);
            }
        }
    }
}
