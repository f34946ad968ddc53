using System.Globalization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>What a statement says about a module that was learnt elsewhere. It is signed, so it is the same on every page.</summary>
public static class OutsideWords
{
    /// <summary>The line, such as: I learnt Be social media aware elsewhere: Course, Provider, completed on 3 March 2026.</summary>
    public static string Of(string moduleTitle, MetOutside outside) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"I learnt what “{moduleTitle}” is about elsewhere: {outside.Course}, {outside.Provider}, completed on {outside.CompletedOn.InFewWords()}."
        );
}
