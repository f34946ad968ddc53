using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Chosen modules as a form sends them.</summary>
/// <param name="Chosen">The modules that are ticked.</param>
/// <param name="Place">The number that each was given; what has none comes last.</param>
public sealed record ModulesForm(string[]? Chosen, Dictionary<string, string?>? Place)
{
    /// <summary>The form that states modules in their order.</summary>
    public static ModulesForm Of(IReadOnlyList<string> slugs) =>
        new(
            [.. slugs],
            slugs.Index().ToDictionary(one => one.Item, one => (string?)(one.Index + 1).ForField())
        );

    /// <summary>The field in which a module's number is wrong.</summary>
    public static string PlaceFieldOf(string slug) => $"place-{slug}";

    /// <summary>The modules in the order of their numbers. What is wrong is said in the model state.</summary>
    public IReadOnlyList<string> Read(
        IReadOnlyList<ModuleOffer> offers,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        var chosen = offers.Where(offer => Chosen?.Contains(offer.Slug) is true).ToList();
        if (chosen.Count == 0)
        {
            errors.AddModelError(nameof(Chosen), texts["ModulesMissing"]);
        }

        foreach (var offer in chosen.Where(offer => !offer.CanBeChosen))
        {
            errors.AddModelError(nameof(Chosen), texts["ModuleCannotBeRead", offer.Title]);
        }

        var places = new List<(int Place, string Slug)>();
        foreach (var offer in chosen)
        {
            var typed = Place?.GetValueOrDefault(offer.Slug)?.Trim();
            var place = NumberField.Read(typed);
            if (!string.IsNullOrEmpty(typed) && place is null or 0)
            {
                errors.AddModelError(
                    PlaceFieldOf(offer.Slug),
                    texts["ModulePlaceWrong", offer.Title]
                );
            }

            places.Add((place ?? int.MaxValue, offer.Slug));
        }

        return [.. places.OrderBy(one => one.Place).Select(one => one.Slug)];
    }
}
