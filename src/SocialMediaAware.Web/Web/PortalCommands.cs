using System.CommandLine;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts.Links;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Backups;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Web;

/// <summary>The portal as a command line.</summary>
public static class PortalCommands
{
    private static readonly string[] Names =
    [
        "content",
        "ledger",
        "backup",
        "restore",
        "plan",
        "people",
        "accounts",
        "health",
        "--help",
        "-h",
        "--version",
    ];

    /// <summary>Whether the arguments begin with a command; the test host passes settings instead.</summary>
    public static bool IsCommand(string[] arguments) =>
        arguments.Length > 0 && Names.Contains(arguments[0]);

    /// <summary>Runs a command and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Social Media Aware: read, practise, sign.")
        {
            ContentCommands.Create(() =>
                ContentFolder.Resolve(
                    Environment.GetEnvironmentVariable("Portal__ContentFolder"),
                    Directory.GetCurrentDirectory()
                )
            ),
            LedgerCommands.Create(() => PortalCommandHost.BuildForReading()),
            PlanCommands.Create(() => PortalCommandHost.BuildForReading()),
            ImportCommands.Create(
                () => PortalCommandHost.BuildForReading(),
                () => PortalCommandHost.BuildForWriting()
            ),
            AccountCommands.Create(() => PortalCommandHost.BuildForWriting()),
            BackupCommands.CreateBackup(),
            BackupCommands.CreateRestore(),
            HealthCommand.Create(),
        };
        return await root.Parse(arguments).InvokeAsync();
    }
}
