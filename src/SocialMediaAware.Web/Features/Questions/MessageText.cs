namespace SocialMediaAware.Web.Features.Questions;

/// <summary>What somebody typed, as it is kept.</summary>
public static class MessageText
{
    /// <summary>Without space round it, with plain line ends, and without characters that no page shows and no database keeps.</summary>
    public static string Clean(string? typed) =>
        string.Concat(
                (typed ?? "")
                    .ReplaceLineEndings("\n")
                    .Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))
            )
            .Trim();

    /// <summary>The text of the interface that says what is wrong with a cleaned message; null when nothing is.</summary>
    public static string? ProblemOf(string text, string missingKey) =>
        text.Length == 0 ? missingKey
        : text.Length > QuestionMessage.TextLength ? "TextTooLong"
        : null;
}
