namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>Names the texts of reports about modules, in <c>ModuleReportsTexts.resx</c>.</summary>
public sealed class ModuleReportsTexts;
