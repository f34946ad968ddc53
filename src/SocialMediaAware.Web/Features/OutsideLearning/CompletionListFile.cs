using System.Text;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>A list as a form sent it: its text, or why there is none.</summary>
/// <param name="Text">The text; empty when there is a problem.</param>
/// <param name="ProblemKey">The sentence that says why; null when there is none.</param>
public sealed record CompletionListFile(string Text, string? ProblemKey)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file that a form sent.</summary>
    public static async Task<CompletionListFile> ReadAsync(
        IFormFile? file,
        CancellationToken cancellationToken
    )
    {
        if (file is null || file.Length == 0)
        {
            return new("", "ImportFileMissing");
        }

        if (file.Length > MostBytes)
        {
            return new("", "ImportFileTooLarge");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        try
        {
            var text = Strict.GetString(content.ToArray()).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal)
                ? new("", "ImportFileNotText")
                : new(text, null);
        }
        catch (DecoderFallbackException)
        {
            return new("", "ImportFileNotText");
        }
    }
}
