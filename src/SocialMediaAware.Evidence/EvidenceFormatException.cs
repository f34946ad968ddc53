namespace SocialMediaAware.Evidence;

/// <summary>
/// Something that came from outside (a receipt, an export, a key, a checkpoint, a leaf) is not in the form that it
/// claims. The message says what is wrong and where, for the person who handed it in.
/// </summary>
/// <remarks>Being malformed is not the same as being false: what is well formed and does not hold is a failed check.</remarks>
public sealed class EvidenceFormatException : FormatException
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public EvidenceFormatException() { }

    /// <summary>Creates the exception with a sentence that says what is wrong and where.</summary>
    public EvidenceFormatException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a sentence and the error that revealed it.</summary>
    public EvidenceFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}
