namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>Names the texts of this room, in <c>AccountsTexts.resx</c>.</summary>
public sealed class AccountsTexts;
