using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>What a form says about a whole list.</summary>
public sealed record ImportForm(Guid? Agency, string? Provider, IReadOnlyList<string>? Modules)
{
    /// <summary>What it states; null when something is missing, which is said in the model state.</summary>
    public ImportTarget? Read(
        IReadOnlyList<(Guid Id, string Name)> agencies,
        IReadOnlyList<OfferedModule> offered,
        ModelStateDictionary errors,
        IStringLocalizer<OutsideLearningTexts> texts
    )
    {
        var provider = CompletionForm.LineOf(Provider);
        var modules = offered.Where(each => Modules?.Contains(each.Value) == true).ToList();
        var isAgency = agencies.Any(agency => agency.Id == Agency);
        if (!isAgency)
        {
            errors.AddModelError(nameof(Agency), texts["AgencyMissing"]);
        }

        if (provider.Length is 0 or > OutsideCompletion.ProviderLength)
        {
            errors.AddModelError(
                nameof(Provider),
                provider.Length == 0
                    ? texts["ProviderMissing"]
                    : texts["TooLong", OutsideCompletion.ProviderLength]
            );
        }

        if (modules.Count == 0)
        {
            errors.AddModelError(nameof(Modules), texts["ModulesMissing"]);
        }
        else if (modules.Select(module => module.Slug).Distinct().Count() < modules.Count)
        {
            errors.AddModelError(nameof(Modules), texts["ModulesTwice"]);
        }

        return isAgency && modules.Count > 0 && errors.IsValid
            ? new ImportTarget(
                Agency!.Value,
                provider,
                [.. modules.Select(module => (module.Slug, module.Major))]
            )
            : null;
    }
}
