namespace SocialMediaAware.Web.Content;

/// <summary>
/// How much is accepted. What is over a limit is refused before a parser sees it, because the parsers
/// below are quadratic, or recurse, on text that nobody writes by hand.
/// </summary>
public static class ContentLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int FileBytes = 1024 * 1024;

    /// <summary>The longest text of Markdown, in characters.</summary>
    public const int MarkdownLength = 128 * 1024;

    /// <summary>The most lines of Markdown.</summary>
    public const int MarkdownLines = 3000;

    /// <summary>The most sections of a module.</summary>
    public const int Sections = 60;

    /// <summary>The most footnotes, words of the glossary and link targets of a module.</summary>
    public const int Definitions = 100;

    /// <summary>The longest line, in characters.</summary>
    public const int LineLength = 4000;

    /// <summary>The longest front matter, in characters.</summary>
    public const int FrontMatterLength = 16 * 1024;

    /// <summary>How many quotes and lists may stand in one another.</summary>
    public const int NestedBlocks = 6;

    /// <summary>How far a line may be indented, in columns.</summary>
    public const int Indent = 32;

    /// <summary>The most opening square brackets in one text.</summary>
    public const int Brackets = 600;

    /// <summary>How many square brackets may be open at once.</summary>
    public const int NestedBrackets = 4;

    /// <summary>The most marks of emphasis, code, tables, HTML and entities in one text, of each kind.</summary>
    public const int Marks = 3000;

    /// <summary>The most columns of a table.</summary>
    public const int TableColumns = 24;

    /// <summary>How deep YAML may nest.</summary>
    public const int YamlDepth = 10;

    /// <summary>The most values in one YAML file.</summary>
    public const int YamlValues = 100_000;

    /// <summary>The Flesch-Kincaid grade over which a module is pointed out, where it sets no limit of its own.</summary>
    public const double ReadingGrade = 9;

    /// <summary>The minutes over which an onboarding programme is pointed out.</summary>
    public const int OnboardingMinutes = 30;

    /// <summary>The share of scenarios in which the right option may be the longest.</summary>
    public const double RightOptionLongestShare = 0.4;
}
