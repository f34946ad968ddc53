using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>The command <c>plan</c>: says what the planner would do on a day, and does nothing. It runs beside a running portal.</summary>
public static class PlanCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Makes the command.</summary>
    /// <param name="buildHost">Builds the services that only read.</param>
    public static Command Create(Func<WebApplication> buildHost)
    {
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The New Zealand date to plan for, such as 2027-02-01; today without it.",
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (
                    DateOnly.TryParseExact(
                        text,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    return day;
                }

                result.AddError($"\"{text}\" is no date. Write year-month-day: 2027-02-01.");
                return null;
            },
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print every change as JSON and nothing else.",
        };
        var why = new Option<string?>("--why")
        {
            Description =
                "Say for one person what is owed and why: a mail address, an employee number, or an id.",
        };
        var command = new Command(
            "plan",
            "Says which assignments the planner would make and change. It changes nothing: the portal does that by itself."
        )
        {
            asOf,
            json,
            why,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandWork.RunAsync(
                    buildHost,
                    parsed.InvocationConfiguration,
                    services =>
                        parsed.GetValue(why) is { } person
                            ? WhyCommand.PrintAsync(
                                services,
                                person.Trim(),
                                parsed.InvocationConfiguration,
                                cancellationToken
                            )
                            : PrintAsync(
                                services,
                                parsed.GetValue(asOf),
                                parsed.GetValue(json),
                                parsed.InvocationConfiguration.Output,
                                cancellationToken
                            )
                )
        );
        return command;
    }

    private static async Task<int> PrintAsync(
        IServiceProvider services,
        DateOnly? asOf,
        bool asJson,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var day = asOf ?? services.GetRequiredService<TimeProvider>().Today();
        var plans = await services
            .GetRequiredService<Planning>()
            .ComputeAsync(day, onlyPersonId: null, cancellationToken);
        await output.WriteLineAsync(
            asJson
                ? JsonSerializer.Serialize(Report(day, plans), Json)
                : string.Join(Environment.NewLine, Lines(day, plans))
        );
        return 0;
    }

    private static object Report(DateOnly day, IReadOnlyList<ProgrammePlan> plans) =>
        new
        {
            AsOf = day,
            Changes = plans.Sum(plan => plan.Difference.Count),
            Programmes = plans.Select(plan => new
            {
                Agency = plan.Programme.AgencySlug,
                Programme = plan.Programme.Key,
                plan.Programme.Kind,
                plan.Difference.Make,
                plan.Difference.Move,
                plan.Difference.Hold,
                plan.Difference.Release,
                plan.Difference.Leave,
                plan.Difference.ComeBack,
                plan.Difference.Supersede,
            }),
        };

    private static IEnumerable<string> Lines(DateOnly day, IReadOnlyList<ProgrammePlan> plans)
    {
        yield return $"On {day.InWords()}:";
        foreach (var (programme, difference) in plans)
        {
            yield return $"{programme.AgencySlug}/{programme.Key}: "
                + $"{difference.Make.Count} to make, {difference.Move.Count} to move, "
                + $"{difference.Hold.Count} to hold, {difference.Release.Count} to release, "
                + $"{difference.Leave.Count} to withdraw, {difference.ComeBack.Count} to ask again, "
                + $"{difference.Supersede.Count} to end.";
            foreach (
                var round in difference
                    .Make.CountBy(one => one.CycleKey)
                    .OrderBy(round => round.Key, StringComparer.Ordinal)
                    .Take(20)
            )
            {
                yield return $"  {round.Key}: {round.Value}";
            }
        }

        yield return "Nothing was changed.";
    }
}
