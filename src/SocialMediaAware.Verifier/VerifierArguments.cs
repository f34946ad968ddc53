namespace SocialMediaAware.Verifier;

/// <summary>What is to be checked.</summary>
public enum VerifierSubject
{
    /// <summary>One person's receipt.</summary>
    Receipt,

    /// <summary>An export of the whole ledger.</summary>
    Export,
}

/// <summary>The command line was not understood; the message says why.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public UsageException() { }

    /// <summary>Creates the exception with a sentence that says what is wrong.</summary>
    public UsageException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a sentence and the error behind it.</summary>
    public UsageException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>The command line, understood.</summary>
/// <param name="Subject">What is to be checked.</param>
/// <param name="File">The receipt or export.</param>
/// <param name="KeyFile">The file with the ledger's verification key.</param>
/// <param name="EarlierCheckpointFile">A signed checkpoint from before, for an export; or none.</param>
/// <param name="AsJson">Whether the result is for a machine.</param>
public sealed record VerifierArguments(
    VerifierSubject Subject,
    string File,
    string KeyFile,
    string? EarlierCheckpointFile,
    bool AsJson
)
{
    /// <summary>How the tool is called.</summary>
    public const string Usage = """
        Checks what Social Media Aware recorded, without the portal and without a network.

          sma-verify receipt FILE --key KEYFILE [--json]
          sma-verify export FILE --key KEYFILE [--since CHECKPOINTFILE] [--json]

        KEYFILE         the ledger's verification key, one line: name+id+base64. Get it from somebody you trust,
                        not from whoever gave you the file.
        CHECKPOINTFILE  a signed checkpoint that you kept from before; the export has to begin with its entries.

        Exit codes: 0 verified, 1 not verified, 2 the input or the command line could not be used.
        """;

    /// <summary>Understands a command line.</summary>
    /// <exception cref="UsageException">It is not one of the two in <see cref="Usage"/>.</exception>
    public static VerifierArguments Parse(IReadOnlyList<string> words)
    {
        var rest = new Queue<string>(words);
        var subject = Next(rest, "Say what to check") switch
        {
            "receipt" => VerifierSubject.Receipt,
            "export" => VerifierSubject.Export,
            var other => throw new UsageException(
                $"\"{other}\" is not something to check: receipt or export is."
            ),
        };
        var values = new Dictionary<string, string>();
        while (rest.TryDequeue(out var word))
        {
            var isFlag = word is "--json";
            var isOption =
                word is "--key" || (word is "--since" && subject == VerifierSubject.Export);
            var name = isFlag || isOption ? word : "FILE";
            if (name == "FILE" && word.StartsWith('-'))
            {
                throw new UsageException($"The option {word} is not known here.");
            }

            if (!values.TryAdd(name, isOption ? Next(rest, $"A file has to follow {word}") : word))
            {
                throw new UsageException($"{name} is given twice.");
            }
        }

        return new VerifierArguments(
            subject,
            Required(values, "FILE"),
            Required(values, "--key"),
            values.GetValueOrDefault("--since"),
            values.ContainsKey("--json")
        );
    }

    private static string Next(Queue<string> words, string otherwise) =>
        words.TryDequeue(out var word) ? word : throw new UsageException($"{otherwise}.");

    private static string Required(Dictionary<string, string> values, string name) =>
        values.GetValueOrDefault(name) ?? throw new UsageException($"{name} is missing.");
}
