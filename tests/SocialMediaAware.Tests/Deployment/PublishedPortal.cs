using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace SocialMediaAware.Tests.Deployment;

/// <summary>Publishes the portal once and starts it as another user.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PublishedPortal : IAsyncLifetime
{
    private const UnixFileMode Everyone =
        UnixFileMode.UserRead
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    // Closed to other users when made, so it is opened below.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sma-published-");

    public static string Repository { get; } = FindRepository();

    private string App => Path.Combine(_folder.FullName, "app");

    public async Task InitializeAsync()
    {
        File.SetUnixFileMode(_folder.FullName, Everyone | UnixFileMode.UserWrite);
        // The packages were restored for all configurations, so the publish need not restore.
        var publish = Commands.Start(
            Commands.DotNet,
            [
                "publish",
                Path.Combine(Repository, "src", "SocialMediaAware.Web"),
                "--no-restore",
                "--configuration",
                "Release",
                "--output",
                App,
                "--verbosity",
                "quiet",
                "-nodeReuse:false",
            ],
            Repository
        );
        using (publish)
        {
            var output = await publish.ReadToEnd(TimeSpan.FromMinutes(5));
            Assert.True(publish.Process.ExitCode == 0, output);
        }
        foreach (var file in Directory.EnumerateFiles(App, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(
                file,
                UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead
            );
        }
        foreach (var folder in AppFolders())
        {
            File.SetUnixFileMode(folder, Everyone);
        }
    }

    public Task DisposeAsync()
    {
        foreach (var folder in Directory.Exists(App) ? AppFolders() : [])
        {
            File.SetUnixFileMode(folder, Everyone | UnixFileMode.UserWrite);
        }
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    public string[] PublishedFiles() =>
        [
            .. Directory
                .EnumerateFiles(App, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(App, file))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>One line for each published file, with what a write would change.</summary>
    public string[] PublishedState() =>
        [
            .. PublishedFiles()
                .Select(name => (name, file: new FileInfo(Path.Combine(App, name))))
                .Select(of => $"{of.name} {of.file.Length} {of.file.LastWriteTimeUtc:O}"),
        ];

    public RunningPortal Start() => RunningPortal.Start(App, _folder.FullName);

    private string[] AppFolders() =>
        [App, .. Directory.EnumerateDirectories(App, "*", SearchOption.AllDirectories)];

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocialMediaAware.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        }
        return folder.FullName;
    }
}
