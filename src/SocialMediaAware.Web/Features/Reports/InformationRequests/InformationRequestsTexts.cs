namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Names the texts of packs, in <c>InformationRequestsTexts.resx</c>.</summary>
public sealed class InformationRequestsTexts;
