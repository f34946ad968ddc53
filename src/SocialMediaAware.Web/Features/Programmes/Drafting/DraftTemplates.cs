using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>The terms with which a programme of each kind begins.</summary>
public sealed class DraftTemplates(IStringLocalizer<DraftingTexts> texts)
{
    private const int WorkingDaysOfANewRule = 15;
    private const int WorkingDaysInAnElection = 5;

    /// <summary>The terms to begin with: everything but what is read, and the days of what is done once.</summary>
    /// <param name="kind">The kind of programme.</param>
    /// <param name="agency">The agency's short name.</param>
    public ProgrammeTerms For(ProgrammeKind kind, string agency) =>
        new()
        {
            Name = texts[$"Template-{kind}-Name"],
            Summary = texts[$"Template-{kind}-Summary"],
            Statements = Enum.GetValues<PersonKind>()
                .ToDictionary(person => person, person => UsualWords(person, agency)),
            Schedule = kind switch
            {
                ProgrammeKind.Yearly => new() { Window = YearlyWindow.Usual },
                ProgrammeKind.Election => new() { DueInWorkingDays = WorkingDaysInAnElection },
                ProgrammeKind.PolicyChange => new() { DueInWorkingDays = WorkingDaysOfANewRule },
                _ => new(),
            },
        };

    /// <summary>The terms of another programme to begin with. What was to be done once gets new days.</summary>
    public ProgrammeTerms Like(ProgrammeTerms terms)
    {
        string name = texts["CopyOf", terms.Name];
        return terms with
        {
            Name = name.Length <= Programme.NameLength ? name : name[..Programme.NameLength],
            Schedule = terms.Schedule with { OpensOn = null, DueOn = null },
        };
    }

    /// <summary>The words that a kind of person usually signs.</summary>
    public string UsualWords(PersonKind kind, string agency) =>
        texts[$"Words-{kind}", ProgrammeStatement.ModulesPlace, agency];
}
