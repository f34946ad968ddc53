namespace SocialMediaAware.Web.Content;

/// <summary>
/// The rules that hold across files: what names something must name something that is there, and what is promised to
/// readers must be kept. What is wrong within one file is reported where it is read.
/// </summary>
internal static class ContentCheck
{
    public static IEnumerable<ContentMessage> Run(ContentLibrary library, TeReoWords teReo) =>
        [
            .. PublishedText.Check(library),
            .. RegisterCheck.Run(library),
            .. ModuleCheck.Run(library),
            .. library.Modules.SelectMany(QuizCheck.Run),
            .. ProgrammeCheck.Run(library),
            .. Reach.Check(library),
            .. WordingCheck.Run(library, teReo),
        ];

    public static ContentMessage Error(string file, int line, string message, string mend) =>
        new(Severity.Error, file, line, message, mend);

    public static ContentMessage Warning(string file, int line, string message, string mend) =>
        new(Severity.Warning, file, line, message, mend);

    public static string NamesOf(IEnumerable<string> names) => string.Join(", ", names);
}
