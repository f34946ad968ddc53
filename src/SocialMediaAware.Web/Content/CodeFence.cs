namespace SocialMediaAware.Web.Content;

/// <summary>Follows fenced code through the lines of a text, where nothing is a heading.</summary>
internal sealed class CodeFence
{
    private string? _open;

    /// <summary>Whether a line is code or begins or ends it.</summary>
    public bool Holds(string line)
    {
        var text = line.TrimStart();
        if (_open is not null)
        {
            if (text.StartsWith(_open, StringComparison.Ordinal))
            {
                _open = null;
            }

            return true;
        }

        _open =
            text.StartsWith("```", StringComparison.Ordinal) ? "```"
            : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~"
            : null;
        return _open is not null;
    }
}
