namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A box to write in.</summary>
/// <param name="LabelKey">The text that names it.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="ProblemKey">The text that says what is wrong; null when nothing is.</param>
public sealed record MessageField(string LabelKey, string? Text, string? ProblemKey)
{
    /// <summary>Whether the problem is one with what was written, to mend in the box.</summary>
    public bool IsAboutText => ProblemKey is not ("AgencyMissing" or "NoAgency");

    /// <summary>Where the problem is mended.</summary>
    public string ProblemAddress => ProblemKey == "AgencyMissing" ? "#agency" : "#text";

    /// <summary>How long the text is, as it would be kept.</summary>
    public int Length => MessageText.Clean(Text).Length;
}
