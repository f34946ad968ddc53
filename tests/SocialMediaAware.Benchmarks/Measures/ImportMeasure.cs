using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>A file of everybody, previewed and applied by the command in a process of its own: into an empty agency, and again.</summary>
internal sealed class ImportMeasure : IMeasure
{
    private const string Agency = "kainga-ora";
    private const int Units = 2000;

    /// <inheritdoc />
    public string Name => "import";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var people = plan.Of(100_000, 1000);
        using var empty = new TemporaryFolder();
        await using (var hand = await PortalInHand.OpenAsync(empty, null, cancellationToken))
        {
            await hand.WithAsync(services =>
                AddUnitsAsync(services.GetRequiredService<PortalDbContext>(), cancellationToken)
            );
        }

        using var files = new TemporaryFolder();
        Directory.CreateDirectory(files.FullPath);
        var file = Path.Combine(files.FullPath, "payroll.csv");
        await File.WriteAllLinesAsync(file, Lines(people), cancellationToken);
        var first = new List<(double Seconds, double Memory)>();
        var again = new List<(double Seconds, double Memory)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            using var folder = empty.Copy();
            first.Add(await RunAsync(folder, file, cancellationToken));
            again.Add(await RunAsync(folder, file, cancellationToken));
        }

        return
        [
            Told($"Import, {people:N0} lines into an empty agency: previewed and applied", first),
            Told($"Import, {people:N0} lines again: nothing to do", again),
        ];

        Figure Told(string what, List<(double Seconds, double Memory)> taken) =>
            new(
                $"{what}; memory at most (resident)",
                $"{taken.Select(one => one.Seconds).Median().Words()} s, {taken.Select(one => one.Memory).Median().Words()} MB",
                plan.IsQuick ? "" : "under 20 s, 300 MB"
            );
    }

    private static async Task<bool> AddUnitsAsync(
        PortalDbContext database,
        CancellationToken cancellationToken
    )
    {
        var agencyId = await database
            .Agencies.Where(agency => agency.Slug == Agency)
            .Select(agency => agency.Id)
            .SingleAsync(cancellationToken);
        var at = TimeProvider.System.GetUtcNow();
        for (var number = 0; number < Units; number++)
        {
            var unit = Unit.Of(agencyId, at, $"U{number}");
            database.Add(unit);
            database.Add(
                UnitFact.Learn(unit, $"Unit {number}", agencyId, new DateOnly(2020, 1, 1), at)
            );
        }

        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static IEnumerable<string> Lines(int people)
    {
        yield return "employee_number,name,email,unit,position,position_number,kind,region,work_days,start_date,leader_employee_number,flags";
        for (var number = 1; number <= people; number++)
        {
            // Nobody in the end is led by anybody in a ring: the leader's number is always smaller.
            var leader = number == 1 ? "" : $"{Math.Max(1, number / 10):000000}";
            var flags = number % 20 == 0 ? "spokespeople" : "";
            yield return $"{number:000000},Mere Tāmihana {number},person{number}@agency.example,U{number % Units},Senior adviser {number % 50},P{number},employee,Auckland Province,Mon-Fri,{(number % 28) + 1}/3/2024,{leader},{flags}";
        }
    }

    private static async Task<(double Seconds, double Memory)> RunAsync(
        TemporaryFolder folder,
        string file,
        CancellationToken cancellationToken
    )
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(PortalDbContext).Assembly.Location,
                    "people",
                    "import",
                    file,
                    "--agency",
                    Agency,
                    "--apply",
                ]
            )
            {
                WorkingDirectory = Repository.Folder("src", "SocialMediaAware.Web"),
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["Portal__DataFolder"] = folder.FullPath },
            }
        )!;
        var printed = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var most = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            most = Math.Max(most, process.WorkingSet64);
            await Task.Delay(50, cancellationToken);
        }

        await printed;
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return process.ExitCode == 0
            ? (took, most / (1024.0 * 1024))
            : throw new InvalidOperationException($"The import failed: {await errors}");
    }
}
