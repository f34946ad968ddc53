namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Names the texts of making programmes, in <c>DraftingTexts.resx</c>.</summary>
public sealed class DraftingTexts;
