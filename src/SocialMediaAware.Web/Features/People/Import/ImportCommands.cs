using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>
/// The command <c>people import</c>: says person by person what a file would change, and with <c>--apply</c> does it. What it found goes
/// to standard output, a line for each person, with tabs between; everything else to standard error.
/// </summary>
public static class ImportCommands
{
    /// <summary>It ran into something: no such file, no table, no such agency, a portal that runs.</summary>
    public const int NotPossible = 1;

    /// <summary>The file is wrong, or HR must decide who somebody is; nothing was applied.</summary>
    public const int FileIsWrong = 2;

    /// <summary>So many people would end that their number must be given; nothing was applied.</summary>
    public const int NumberNeeded = 3;

    /// <summary>Makes the command.</summary>
    /// <param name="buildForReading">Builds the services that only read.</param>
    /// <param name="buildForWriting">Builds the services that write, while no portal runs on the same data.</param>
    public static Command Create(
        Func<WebApplication> buildForReading,
        Func<WebApplication> buildForWriting
    )
    {
        var said = new ImportOptions();
        var import = new Command(
            "import",
            "Says what a file about people would change, person by person, and does it with --apply."
        )
        {
            said.File,
            said.Agency,
            said.Feed,
            said.Apply,
            said.Ending,
        };
        import.SetAction(
            (parsed, cancellationToken) =>
            {
                var request = said.Read(parsed);
                return RunAsync(
                    request.Apply ? buildForWriting : buildForReading,
                    request,
                    parsed.InvocationConfiguration,
                    cancellationToken
                );
            }
        );
        return new Command("people", "What is held on people.") { import };
    }

    private static async Task<int> RunAsync(
        Func<WebApplication> buildHost,
        ImportRequest request,
        InvocationConfiguration console,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var host = buildHost();
            if (host.Services.GetService<WriteGate>() is not null)
            {
                // Kept until the host goes: a portal that starts meanwhile is told.
                host.Services.GetRequiredService<DataFolderLock>();
            }

            await using var scope = host.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            services.GetRequiredService<AgencyScope>().EnterEveryAgency();
            var words = services.GetRequiredService<ImportWords>();
            try
            {
                return await new ImportPrinting(services, console).RunAsync(
                    request,
                    cancellationToken
                );
            }
            catch (TableRefusedException refused)
            {
                await console.Error.WriteLineAsync(words.Of(refused));
                return NotPossible;
            }
        }
        catch (Exception problem)
            when (problem
                    is PortalStartException
                        or IOException
                        or UnauthorizedAccessException
                        or System.Data.Common.DbException
                        or DbUpdateException
            )
        {
            await console.Error.WriteLineAsync(problem.Message);
            return NotPossible;
        }
    }
}

/// <summary>What can be said to the command.</summary>
internal sealed class ImportOptions
{
    /// <summary>The file.</summary>
    public Argument<FileInfo> File { get; } =
        new("FILE") { Description = "A table of people: CSV, or a workbook of Excel (.xlsx)." };

    /// <summary>The agency's slug.</summary>
    public Option<string?> Agency { get; } =
        new("--agency")
        {
            Description = "The slug of the agency; not needed where there is only one.",
        };

    /// <summary>The feed.</summary>
    public Option<string> Feed { get; } =
        new("--feed")
        {
            Description = "The feed that the file comes from. It ends only what it brought.",
            DefaultValueFactory = _ => FeedName.Usual,
        };

    /// <summary>Whether to do it.</summary>
    public Option<bool> Apply { get; } =
        new("--apply") { Description = "Do it. Without this, it only says what it would do." };

    /// <summary>How many end.</summary>
    public Option<int?> Ending { get; } =
        new("--ending")
        {
            Description = "How many people end, where so many do that the number must be given.",
        };

    /// <summary>What was said.</summary>
    public ImportRequest Read(ParseResult parsed) =>
        new(
            parsed.GetRequiredValue(File).FullName,
            parsed.GetValue(Agency),
            parsed.GetValue(Feed)!,
            parsed.GetValue(Apply),
            parsed.GetValue(Ending)
        );
}

/// <summary>What the command was asked.</summary>
/// <param name="Path">The file.</param>
/// <param name="Agency">The agency's slug; null for the only one.</param>
/// <param name="Feed">The feed.</param>
/// <param name="Apply">Whether to do it.</param>
/// <param name="Ending">How many end, as it was given.</param>
internal sealed record ImportRequest(
    string Path,
    string? Agency,
    string Feed,
    bool Apply,
    int? Ending
);
