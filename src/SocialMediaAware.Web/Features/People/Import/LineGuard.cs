namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Reads on from another reader, and stops at a line that no table has: a file of one endless line would fill the memory.</summary>
internal sealed class LineGuard(TextReader inner) : TextReader
{
    private int charactersInLine;

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        var text = buffer.AsSpan(index, read);
        var lastBreak = text.LastIndexOfAny('\n', '\r');
        charactersInLine = lastBreak < 0 ? charactersInLine + read : read - lastBreak - 1;
        return charactersInLine > TableLimits.LineCharacters
            ? throw new TableRefusedException("NoText")
            : read;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
