using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SocialMediaAware.Benchmarks.Measures;

namespace SocialMediaAware.Benchmarks;

/// <summary>What the figures were measured on: a figure without it says nothing.</summary>
internal static class Machine
{
    /// <summary>The machine and the versions, as the lines above the table.</summary>
    public static string Describe(MeasurePlan plan)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        var rounds = plan.IsQuick ? "one quick round" : $"medians of {plan.Rounds} rounds";
        return $"""
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC · {Environment.ProcessorCount} cores, {Processor()}, {memory.Words()} GB of memory
            {RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture} · {RuntimeInformation.FrameworkDescription} ({BuiltAs}) · SQLite {SqliteVersion()}
            Load from a driver of its own on the same machine · {rounds}

            """;
    }

    private static string BuiltAs =>
#if DEBUG
        "Debug: use -c Release for figures that count";
#else
        "Release";
#endif

    private static string Processor()
    {
        const string description = "/proc/cpuinfo";
        var line = File.Exists(description)
            ? File.ReadLines(description)
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return line?.Split(':')[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string SqliteVersion()
    {
        // Asking the portal's assembly for anything points the provider at the operating system's library.
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(
            typeof(Web.Data.PortalDbContext).Module.ModuleHandle
        );
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}
