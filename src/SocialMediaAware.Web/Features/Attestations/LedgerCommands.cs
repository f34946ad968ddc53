using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>The commands of the ledger: <c>ledger verify</c> and <c>ledger export</c>. They read, also beside a running portal.</summary>
public static class LedgerCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the command <c>ledger</c>.</summary>
    /// <param name="buildHost">Builds the services that only read.</param>
    public static Command Create(Func<WebApplication> buildHost) =>
        new("ledger", "Works with the ledger of what people signed.")
        {
            Verify(buildHost),
            Export(buildHost),
        };

    private static Command Verify(Func<WebApplication> buildHost)
    {
        var json = new Option<bool>("--json")
        {
            Description = "Print the result as JSON and nothing else.",
        };
        var command = new Command(
            "verify",
            "Recomputes the whole ledger and compares it with what is stored: exit code 0 when everything holds."
        )
        {
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    buildHost,
                    parsed,
                    async verification =>
                    {
                        var verdict = await verification.VerifyAsync(cancellationToken);
                        await PrintAsync(
                            verdict,
                            parsed.GetValue(json),
                            parsed.InvocationConfiguration.Output
                        );
                        return verdict.IsVerified ? 0 : 1;
                    }
                )
        );
        return command;
    }

    private static Command Export(Func<WebApplication> buildHost)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where to." };
        var command = new Command(
            "export",
            "Writes the ledger to a file that an auditor checks without the portal. It names nobody."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    buildHost,
                    parsed,
                    async verification =>
                    {
                        var target = parsed.GetRequiredValue(file);
                        long size;
                        await using (var stream = target.Create())
                        {
                            size = await verification.ExportAsync(stream, cancellationToken);
                        }

                        await parsed.InvocationConfiguration.Output.WriteLineAsync(
                            $"{size} entries written to {target.FullName}"
                        );
                        return 0;
                    }
                )
        );
        return command;
    }

    private static Task<int> RunAsync(
        Func<WebApplication> buildHost,
        ParseResult parsed,
        Func<LedgerVerification, Task<int>> work
    ) =>
        CommandWork.RunAsync(
            buildHost,
            parsed.InvocationConfiguration,
            services => work(services.GetRequiredService<LedgerVerification>())
        );

    private static async Task PrintAsync(LedgerVerdict verdict, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            var report = new
            {
                Verified = verdict.IsVerified,
                verdict.Origin,
                verdict.Size,
                verdict.Checks,
            };
            await output.WriteLineAsync(JsonSerializer.Serialize(report, Json));
            return;
        }

        foreach (var check in verdict.Checks)
        {
            await output.WriteLineAsync(
                $"{(check.Passed ? "ok     " : "FAILED ")} {check.Sentence}"
            );
        }

        await output.WriteLineAsync(
            verdict.IsVerified
                ? $"The ledger {verdict.Origin} is whole."
                : $"The ledger {verdict.Origin} is NOT whole. Keep this database as it is: it is evidence."
        );
    }
}
