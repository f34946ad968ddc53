using System.Security.Cryptography;

namespace SocialMediaAware.Evidence;

/// <summary>Signs notes with ECDSA on P-256 and SHA-256. The key stays the caller's, to read from its store and to dispose of.</summary>
/// <remarks>Not for several threads at once, because <see cref="ECDsa"/> is not.</remarks>
public sealed class NoteSigner
{
    private readonly ECDsa _key;

    /// <summary>A signer with a private key on P-256.</summary>
    /// <param name="name">The key's name; for a ledger, its origin.</param>
    /// <param name="key">The key pair.</param>
    /// <exception cref="EvidenceFormatException">The key is not on P-256, or the name is not allowed in a note.</exception>
    public NoteSigner(string name, ECDsa key)
    {
        _key = key;
        VerificationKey = VerificationKey.Of(name, key);
    }

    /// <summary>What others need to check the signatures; publish it.</summary>
    public VerificationKey VerificationKey { get; }

    /// <summary>Signs a text.</summary>
    /// <exception cref="EvidenceFormatException">The text does not end with a newline, or contains what a note may not.</exception>
    public SignedNote Sign(string text)
    {
        NoteRules.RequireText(text);
        var bytes = StrictUtf8.Encode(text, "A note");
        var signature = _key.SignData(
            bytes,
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return new SignedNote(
            text,
            [new NoteSignature(VerificationKey.Name, VerificationKey.KeyId, signature)]
        );
    }

    /// <summary>Signs a checkpoint. The caller answers for its tree being an extension of the last one signed.</summary>
    /// <exception cref="EvidenceFormatException">The checkpoint's origin is not this key's name.</exception>
    public SignedNote Sign(Checkpoint checkpoint) =>
        checkpoint.Origin == VerificationKey.Name
            ? Sign(checkpoint.ToText())
            : throw new EvidenceFormatException(
                "A checkpoint's origin is not the name of the key that is to sign it."
            );
}
