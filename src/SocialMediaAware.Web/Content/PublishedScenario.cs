using System.Text;

namespace SocialMediaAware.Web.Content;

/// <summary>Reads a scenario again from the bytes that were kept of it, long after its file says something else.</summary>
public static class PublishedScenario
{
    /// <summary>Reads it.</summary>
    /// <param name="moduleSlug">The module whose pool it was in.</param>
    /// <param name="scenarioSlug">Its id.</param>
    /// <param name="bytes">The file as it was.</param>
    /// <returns>Null when it can no longer be read as a scenario. Links in it may lead nowhere today.</returns>
    public static Scenario? Read(string moduleSlug, string scenarioSlug, byte[] bytes)
    {
        var path = $"modules/{moduleSlug}/scenarios/{scenarioSlug}.md";
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        // Its text was checked when it was published; what a newer rule says of it helps nobody now.
        var unheard = new MessageLog().For(path);
        return new ScenarioReader(new SafeMarkdown(), new ContentLinks(static _ => true)).Read(
            new ContentFile(path, bytes, text),
            moduleSlug,
            unheard
        );
    }
}
