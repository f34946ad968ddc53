namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Where a person goes to do what still stands in the way of signing.</summary>
public static class SigningLinks
{
    /// <summary>The address.</summary>
    public static string For(SigningProblem problem, SigningSheet sheet) =>
        problem.Reason switch
        {
            SigningRefusal.SectionsNotOpened =>
                $"/learning/{problem.ModuleSlug}/{FirstUnopened(problem, sheet)}?assignment={sheet.Assignment.Id}",
            SigningRefusal.QuizNotPassed => $"/quizzes/{sheet.Assignment.Id}/{problem.ModuleSlug}",
            SigningRefusal.RefresherNotPassed => $"/quizzes/{sheet.Assignment.Id}",
            SigningRefusal.Declined => $"/questions/not-agreeing/{sheet.Assignment.Id}",
            SigningRefusal.AlreadyMet => "/attestations",
            _ => "/",
        };

    private static string FirstUnopened(SigningProblem problem, SigningSheet sheet) =>
        sheet
            .Modules.First(module => module.Signed.Slug == problem.ModuleSlug)
            .UnopenedSections[0]
            .Id;
}
