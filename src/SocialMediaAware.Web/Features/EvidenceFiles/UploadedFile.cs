namespace SocialMediaAware.Web.Features.EvidenceFiles;

/// <summary>A file as a form sent it, read and looked at.</summary>
/// <param name="Content">Its bytes; empty when there is a problem.</param>
/// <param name="Kind">What its bytes say it is.</param>
/// <param name="Problem">Why it cannot be taken; null when it can.</param>
public sealed record UploadedFile(
    byte[] Content,
    EvidenceFileKind Kind,
    EvidenceFileProblem? Problem
)
{
    /// <summary>Reads a file that a form sent. One that is too large is not read.</summary>
    public static async Task<UploadedFile> ReadAsync(
        IFormFile? file,
        CancellationToken cancellationToken
    )
    {
        if (file is null)
        {
            return Refused(EvidenceFileProblem.Missing);
        }

        if (file.Length == 0)
        {
            return Refused(EvidenceFileProblem.Empty);
        }

        if (file.Length > EvidenceFile.MostBytes)
        {
            return Refused(EvidenceFileProblem.TooLarge);
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        var bytes = content.ToArray();
        return EvidenceFile.KindOf(bytes) is { } kind
            ? new UploadedFile(bytes, kind, null)
            : Refused(EvidenceFileProblem.WrongKind);
    }

    private static UploadedFile Refused(EvidenceFileProblem problem) => new([], default, problem);
}
