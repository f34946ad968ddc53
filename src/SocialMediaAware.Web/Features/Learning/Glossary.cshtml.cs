using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>The words that the modules explain, te reo Māori words among them.</summary>
public sealed class GlossaryModel(ReadableModules readable) : PageModel
{
    /// <summary>The words in the order of the alphabet, each with its modules.</summary>
    public IReadOnlyList<(GlossaryEntry Entry, IReadOnlyList<Module> Modules)> Words
    {
        get;
        private set;
    } = [];

    /// <summary>Shows them. A word that two modules explain alike stands there once.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var modules = await readable.ReadAsync(cancellationToken);
        Words =
        [
            .. modules
                .SelectMany(module => module.Glossary.Select(entry => (entry, module)))
                .GroupBy(pair => pair.entry)
                .OrderBy(group => group.Key.Word, NewZealandEnglish.Alphabet)
                .Select(group =>
                    (group.Key, (IReadOnlyList<Module>)[.. group.Select(pair => pair.module)])
                ),
        ];
    }
}
