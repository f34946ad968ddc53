namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Names the texts of programmes that are launched and run, in <c>RunningTexts.resx</c>.</summary>
public sealed class RunningTexts;
