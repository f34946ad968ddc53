namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>
/// Takes what is written to it at once, and sends it on when it is told to: writers of archives only write in one way, and a
/// response only in the other. What was sent is let go, so that it never holds more than came between two sendings.
/// </summary>
internal sealed class SentStream(Stream target) : Stream
{
    // More than is held here is worth a sending.
    private const int WorthSending = 64 * 1024;

    private readonly MemoryStream held = new();
    private long sent;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => sent + held.Length;

    /// <summary>How many bytes were written. It cannot be moved.</summary>
    /// <exception cref="NotSupportedException">Somebody moves it.</exception>
    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Whether enough is held to be sent.</summary>
    public bool IsWorthSending => held.Length >= WorthSending;

    /// <summary>Sends what is held.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        held.Position = 0;
        await held.CopyToAsync(target, cancellationToken);
        sent += held.Length;
        held.SetLength(0);
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) =>
        held.Write(buffer, offset, count);

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    /// <inheritdoc />
    public override void Flush()
    {
        // It is sent when it is told to, and not before.
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        held.Dispose();
        base.Dispose(disposing);
    }
}
