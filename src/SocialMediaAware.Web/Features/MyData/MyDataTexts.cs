namespace SocialMediaAware.Web.Features.MyData;

/// <summary>Names the texts of this room, in <c>MyDataTexts.resx</c>.</summary>
public sealed class MyDataTexts;
