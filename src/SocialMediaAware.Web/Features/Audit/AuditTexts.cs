namespace SocialMediaAware.Web.Features.Audit;

/// <summary>Names the texts of this room, in <c>AuditTexts.resx</c>.</summary>
public sealed class AuditTexts;
