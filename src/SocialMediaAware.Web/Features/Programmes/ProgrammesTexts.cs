namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Names the texts of this room, in <c>ProgrammesTexts.resx</c>.</summary>
public sealed class ProgrammesTexts;
