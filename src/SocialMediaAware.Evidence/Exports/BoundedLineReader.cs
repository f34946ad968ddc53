namespace SocialMediaAware.Evidence;

/// <summary>Reads a stream line by line and never holds more than one line and one block, however large the file.</summary>
internal sealed class BoundedLineReader(Stream stream, int maximumLength)
{
    private readonly byte[] _buffer = new byte[maximumLength + 1];
    private int _start;
    private int _end;

    /// <summary>The number of the line last read, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The next line without its newline, valid until the next call; null at the end.</summary>
    /// <exception cref="EvidenceFormatException">A line is too long, or the last one has no newline.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var newline = Array.IndexOf(
                _buffer,
                (byte)'\n',
                _start + searched,
                _end - _start - searched
            );
            if (newline >= 0)
            {
                var line = _buffer.AsMemory(_start, newline - _start);
                _start = newline + 1;
                LineNumber++;
                return line;
            }

            searched = _end - _start;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return searched == 0
                    ? null
                    : throw new EvidenceFormatException(
                        $"Line {LineNumber + 1} is not complete: the file was cut off."
                    );
            }
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            throw new EvidenceFormatException(
                $"Line {LineNumber + 1} is longer than {maximumLength} bytes."
            );
        }

        var read = await stream
            .ReadAsync(_buffer.AsMemory(_end), cancellationToken)
            .ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
