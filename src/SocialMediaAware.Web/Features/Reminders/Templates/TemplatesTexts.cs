namespace SocialMediaAware.Web.Features.Reminders.Templates;

/// <summary>Names the texts of the pages that show the words of mails, in <c>TemplatesTexts.resx</c>.</summary>
public sealed class TemplatesTexts;
