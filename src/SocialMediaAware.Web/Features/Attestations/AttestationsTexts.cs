namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Names the texts of this room, in <c>AttestationsTexts.resx</c>.</summary>
public sealed class AttestationsTexts;
