using System.CommandLine;
using SocialMediaAware.Benchmarks.Measures;

namespace SocialMediaAware.Benchmarks;

/// <summary>The command line: which measures to take, and how thoroughly.</summary>
internal static class BenchmarkCommand
{
    private static readonly IMeasure[] Measures =
    [
        new ModulePageMeasure(),
        new SigningMeasure(),
        new JourneyMeasure(),
        new StartMeasure(),
        new MemoryMeasure(),
        new PlannerMeasure(),
        new ForecastMeasure(),
        new ImportMeasure(),
        new MailMeasure(),
        new ExportMeasure(),
        new ReportMeasure(),
    ];

    /// <summary>Takes the measures and prints them as a table.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var names = string.Join(", ", Measures.Select(measure => measure.Name));
        var quick = new Option<bool>("--quick")
        {
            Description = "One round with small numbers, for a look.",
        };
        var only = new Option<string[]>("--only")
        {
            Description = $"Only these: {names}.",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong([.. Measures.Select(measure => measure.Name)]);
        var postgres = new Option<string?>("--postgres")
        {
            Description =
                "How to reach a PostgreSQL server on which databases may be made, for the signatures there.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SMA_TEST_POSTGRES"),
        };
        var command = new RootCommand("Measures the portal on this machine.")
        {
            quick,
            only,
            postgres,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var chosen = parsed.GetValue(only) ?? [];
                var plan = new MeasurePlan(parsed.GetValue(quick), parsed.GetValue(postgres));
                await PrintAsync(
                    [
                        .. Measures.Where(measure =>
                            chosen.Length == 0 || chosen.Contains(measure.Name)
                        ),
                    ],
                    plan,
                    cancellationToken
                );
                return 0;
            }
        );
        return await command.Parse(arguments).InvokeAsync();
    }

    private static async Task PrintAsync(
        IReadOnlyList<IMeasure> measures,
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var output = Console.Out;
        // What the portal says to whoever starts it is no part of the table.
        Console.SetOut(TextWriter.Null);
        await output.WriteLineAsync(Machine.Describe(plan));
        await output.WriteLineAsync("| Measure | Figure | Aim |");
        await output.WriteLineAsync("| --- | --- | --- |");
        foreach (var measure in measures)
        {
            await Console.Error.WriteLineAsync($"Measuring: {measure.Name}");
            foreach (var figure in await measure.TakeAsync(plan, cancellationToken))
            {
                await output.WriteLineAsync($"| {figure.What} | {figure.Value} | {figure.Aim} |");
            }
        }
    }
}
