using SocialMediaAware.Web.Features.Reports.InformationRequests;
using SocialMediaAware.Web.Features.Reports.Modules;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>The reports beside the overview: the key of each one's words, and its address.</summary>
public static class ReportList
{
    /// <summary>Their addresses for an agency.</summary>
    public static IReadOnlyList<(string Key, string Address)> Of(CompletionScope scope) =>
        [
            ("Completion", CompletionAddress.Of(scope, CompletionAddress.Units)),
            ("OnePage", CompletionAddress.Of(scope, CompletionAddress.OnePage)),
            ("InformationRequests", PackAddress.List),
            ("Modules", $"{ModuleAddress.Modules}?agency={scope.Place.AgencyId}"),
            ("Obligations", $"{ModuleAddress.Obligations}?agency={scope.Place.AgencyId}"),
            ("Monthly", $"/reports/monthly?agency={scope.Place.AgencyId}"),
        ];
}
