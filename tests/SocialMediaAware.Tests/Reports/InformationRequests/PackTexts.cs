using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialMediaAware.Web.Features.Reports;
using SocialMediaAware.Web.Features.Reports.InformationRequests;

namespace SocialMediaAware.Tests.Reports.InformationRequests;

/// <summary>The words of packs, for rules that are tried without a portal.</summary>
internal static class PackTexts
{
    private static readonly ResourceManagerStringLocalizerFactory Factory = new(
        Options.Create(new LocalizationOptions()),
        NullLoggerFactory.Instance
    );

    public static IStringLocalizer<InformationRequestsTexts> Localizer { get; } =
        new StringLocalizer<InformationRequestsTexts>(Factory);

    public static IStringLocalizer<ReportsTexts> Words { get; } =
        new StringLocalizer<ReportsTexts>(Factory);
}
