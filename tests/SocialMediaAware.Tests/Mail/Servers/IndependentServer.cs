using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Mail.Servers;

/// <summary>A mail that the independent server has taken.</summary>
public sealed record IndependentMail(
    string? User,
    bool IsEncrypted,
    string From,
    IReadOnlyList<string> To,
    bool IsUtf8,
    string Connection,
    byte[] Content
);

/// <summary>A mail server by other people than the sink's: see independent.mjs.</summary>
public sealed class IndependentServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Channel<IndependentMail> mails = Channel.CreateUnbounded<IndependentMail>();

    private IndependentServer(Process process) => this.process = process;

    public int Port { get; private set; }

    /// <summary>Starts one on a free port.</summary>
    public static async Task<IndependentServer> StartAsync(string certificate, string tls)
    {
        var folder = Repository.Folder("tests", "SocialMediaAware.Tests", "Mail", "Servers");
        var start = new ProcessStartInfo("node", ["independent.mjs", certificate, tls])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new IndependentServer(Process.Start(start)!);
        var errors = server.process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        var first = await server.process.StandardOutput.ReadLineAsync(patience.Token);
        if (first is null)
        {
            throw new InvalidOperationException(
                $"The second mail server did not start. It comes from npm: tests/run.sh installs it, by `npm ci` in {folder}. {await errors}"
            );
        }

        using var said = JsonDocument.Parse(first);
        server.Port = said.RootElement.GetProperty("port").GetInt32();
        _ = server.ReadAsync();
        return server;
    }

    /// <summary>The next mail that it has taken.</summary>
    public async Task<IndependentMail> MailAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await mails.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            await mails.Writer.WriteAsync(JsonSerializer.Deserialize<IndependentMail>(line, Json)!);
        }

        mails.Writer.Complete();
    }
}
