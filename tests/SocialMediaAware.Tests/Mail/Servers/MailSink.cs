using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Mail.Servers;

/// <summary>What a listener of the sink is and how it fails.</summary>
public sealed record SinkOptions
{
    public string Tls { get; init; } = "none";

    public string? Certificate { get; init; }

    /// <summary>The one version of TLS that it speaks, as Python names it; nothing for what is usual.</summary>
    public string? Oldest { get; init; }

    public IReadOnlyList<string> Auth { get; init; } = [];

    public string User { get; init; } = "";

    public string Secret { get; init; } = "";

    public bool Utf8 { get; init; } = true;

    public bool EightBit { get; init; } = true;

    public int Size { get; init; } = 32 * 1024 * 1024;

    public IReadOnlyList<SinkFault> Faults { get; init; } = [];
}

/// <summary>A failure at a stage: see sink.py.</summary>
public sealed record SinkFault(
    string Stage,
    string Do,
    string With = "",
    int Times = int.MaxValue,
    int After = 0
);

/// <summary>A mail that the sink has taken.</summary>
public sealed record SunkMail(
    string Id,
    string From,
    IReadOnlyList<string> To,
    IReadOnlyList<string> Options,
    bool IsEncrypted,
    bool IsSignedIn,
    string Hello,
    int Connection,
    byte[] Content
);

/// <summary>A mail server of its own process, for the tests of one class; each test has a listener of its own.</summary>
public sealed class MailSink : IAsyncLifetime, IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("sma-sink-").FullName;
    private readonly SemaphoreSlim turn = new(1);
    private readonly Channel<JsonElement> answers = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentDictionary<int, Channel<string>> holds = new();
    private Process? process;
    private Task<string>? errors;

    public Task InitializeAsync()
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("SMA_PYTHON") ?? "/usr/bin/python3",
            [
                Path.Combine(
                    Repository.Folder("tests", "SocialMediaAware.Tests", "Mail", "Servers"),
                    "sink.py"
                ),
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException(
                $"The tests' mail server did not start: there is no {start.FileName}. It needs Debian's python3-aiosmtpd; tests/run.sh installs it.",
                problem
            );
        }

        errors = process.StandardError.ReadToEndAsync();
        _ = ReadAsync(process.StandardOutput);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        // It ends with its input.
        process!.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Opens a port.</summary>
    public async Task<SinkListener> ListenAsync(SinkOptions? options = null)
    {
        options ??= new SinkOptions();
        var mails = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N")));
        var answer = await AskAsync(
            new
            {
                @do = "listen",
                options.Tls,
                options.Certificate,
                options.Oldest,
                options.Auth,
                options.User,
                options.Secret,
                options.Utf8,
                eightbit = options.EightBit,
                options.Size,
                Folder = mails.FullName,
                options.Faults,
            }
        );
        var port = answer.GetProperty("port").GetInt32();
        return new SinkListener(this, port, mails.FullName);
    }

    internal async Task<int> ConnectionsAsync(int port) =>
        (await AskAsync(new { @do = "count", port })).GetProperty("connections").GetInt32();

    internal Task FailAsync(int port, IReadOnlyList<SinkFault> faults) =>
        AskAsync(
            new
            {
                @do = "fail",
                port,
                faults,
            }
        );

    internal async Task<string> HeldAsync(int port)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await HoldsOf(port).Reader.ReadAsync(patience.Token);
    }

    private Channel<string> HoldsOf(int port) =>
        holds.GetOrAdd(port, _ => Channel.CreateUnbounded<string>());

    private async Task<JsonElement> AskAsync(object question)
    {
        await turn.WaitAsync();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await process!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, Json));
            await process.StandardInput.FlushAsync(patience.Token);
            return await answers.Reader.ReadAsync(patience.Token);
        }
        catch (Exception problem)
            when (problem is IOException or ChannelClosedException or OperationCanceledException)
        {
            throw new InvalidOperationException(
                process!.HasExited
                    ? $"The tests' mail server did not start. It needs Debian's python3-aiosmtpd; tests/run.sh installs it. {await errors!}"
                    : "The tests' mail server does not answer.",
                problem
            );
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            using var said = JsonDocument.Parse(line);
            var told = said.RootElement.Clone();
            if (told.TryGetProperty("at", out var stage))
            {
                var held = HoldsOf(told.GetProperty("port").GetInt32());
                await held.Writer.WriteAsync(stage.GetString()!);
            }
            else
            {
                await answers.Writer.WriteAsync(told);
            }
        }

        answers.Writer.Complete();
    }
}

/// <summary>A port of the sink, with a box of its own.</summary>
public sealed class SinkListener(MailSink sink, int port, string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public int Port => port;

    /// <summary>What it has taken so far, in order.</summary>
    public IReadOnlyList<SunkMail> Mails
    {
        get
        {
            var path = Path.Combine(folder, "mails.jsonl");
            return File.Exists(path)
                ?
                [
                    .. File.ReadLines(path)
                        .Select(line => JsonSerializer.Deserialize<SunkMail>(line, Json)!),
                ]
                : [];
        }
    }

    /// <summary>How many connections there were.</summary>
    public Task<int> ConnectionsAsync() => sink.ConnectionsAsync(port);

    /// <summary>Fails in another way from now on.</summary>
    public Task FailAsync(params SinkFault[] faults) => sink.FailAsync(port, faults);

    /// <summary>Waits until a fault holds somebody or tells of them, and returns its stage.</summary>
    public Task<string> HeldAsync() => sink.HeldAsync(port);
}
