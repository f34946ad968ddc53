using System.Text;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Verifier;

/// <summary>The tool: reads files, checks them, says what came of it.</summary>
public static class VerifierCommand
{
    /// <summary>The exit code if everything was verified.</summary>
    public const int Verified = 0;

    /// <summary>The exit code if the input was read and does not hold.</summary>
    public const int NotVerified = 1;

    /// <summary>The exit code if the input or the command line cannot be used, so that nothing is known.</summary>
    public const int Unusable = 2;

    /// <summary>Runs the tool.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where the result goes, and nothing else.</param>
    /// <param name="error">Where it says why nothing could be checked.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken = default
    )
    {
        if (args is ["--help"] or ["-h"])
        {
            await output.WriteLineAsync(VerifierArguments.Usage);
            return Verified;
        }

        try
        {
            var arguments = VerifierArguments.Parse(args);
            var report = await CheckAsync(arguments, cancellationToken);
            await output.WriteAsync(arguments.AsJson ? report.ToJson() : report.ToText());
            return report.IsVerified ? Verified : NotVerified;
        }
        catch (UsageException exception)
        {
            await error.WriteLineAsync(
                $"{PrintableText.Of(exception.Message)}\n\n{VerifierArguments.Usage}"
            );
        }
        catch (Exception exception)
            when (exception
                    is EvidenceFormatException
                        or IOException
                        or UnauthorizedAccessException
                        or ArgumentException
            )
        {
            await error.WriteLineAsync(
                $"Nothing could be checked. {PrintableText.Of(exception.Message)}"
            );
        }

        return Unusable;
    }

    private static async Task<VerdictReport> CheckAsync(
        VerifierArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var key = VerificationKey.Parse(await ReadTextAsync(arguments.KeyFile, cancellationToken));
        await using var file = File.OpenRead(arguments.File);
        if (arguments.Subject == VerifierSubject.Receipt)
        {
            var receipt = Receipt.Read(file);
            return VerdictReport.Of(receipt, receipt.Check(key));
        }

        var earlier = arguments.EarlierCheckpointFile is { } path
            ? SignedNote.Parse(await ReadTextAsync(path, cancellationToken))
            : null;
        return VerdictReport.Of(
            await LedgerExport.CheckAsync(file, key, earlier, cancellationToken)
        );
    }

    /// <summary>Reads a small file; a larger one than any key or checkpoint is not read into memory.</summary>
    private static async Task<string> ReadTextAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[SignedNote.MaximumLength + 1];
        await using var file = File.OpenRead(path);
        var length = await file.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        if (length == buffer.Length)
        {
            throw new EvidenceFormatException($"{path} is too large to be a key or a checkpoint.");
        }

        // Editors on Windows leave carriage returns, which no key and no note contains.
        return Encoding
            .UTF8.GetString(buffer, 0, length)
            .Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
