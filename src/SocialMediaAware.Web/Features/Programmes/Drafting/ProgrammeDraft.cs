using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>A programme that HR makes or changes.</summary>
/// <param name="Programme">It, with its modules, statements and pauses.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Terms">The terms HR is working on; those that hold where nobody is.</param>
public sealed record ProgrammeDraft(Programme Programme, Agency Agency, ProgrammeTerms Terms)
{
    /// <summary>Whether people are asked already: what is saved here then changes nothing before it is confirmed.</summary>
    public bool IsLaunched => Programme.LaunchedAt is not null;

    /// <summary>The kinds of person that its audience can contain.</summary>
    public IReadOnlyList<PersonKind> PossibleKinds => KindsIn(Terms.Audience);

    /// <summary>Of these kinds, those that have words to sign: nobody else is asked.</summary>
    public IReadOnlyList<PersonKind> AskedKinds =>
        [.. PossibleKinds.Where(Terms.Statements.ContainsKey)];

    /// <summary>The first step that keeps it from being launched; null when all of them are answered.</summary>
    public DraftStep? FirstOpenStep => OpenSteps().Cast<DraftStep?>().FirstOrDefault();

    /// <summary>The steps that have no answer yet.</summary>
    public IEnumerable<DraftStep> OpenSteps()
    {
        if (Terms.Name.Length == 0 || Terms.Summary.Length == 0)
        {
            yield return DraftStep.Name;
        }

        if (Terms.ModuleSlugs.Count == 0)
        {
            yield return DraftStep.Modules;
        }

        if (AskedKinds.Count == 0)
        {
            yield return DraftStep.Statement;
        }

        if (Programme.Kind is ProgrammeKind.OneOff && Terms.Schedule.DueOn is null)
        {
            yield return DraftStep.When;
        }
    }

    private static PersonKind[] KindsIn(ProgrammeAudience audience) =>
        [
            .. Enum.GetValues<PersonKind>()
                .Where(kind =>
                    audience.Groups.Count == 0
                    || audience.Groups.Any(group =>
                        group.Kinds.Count == 0 || group.Kinds.Contains(kind)
                    )
                ),
        ];
}
