namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>The words of invitations.</summary>
public sealed class InvitationsTexts;
