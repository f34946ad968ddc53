using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>What is not fair, or does not work, about a programme.</summary>
public enum FairnessConcern
{
    /// <summary>People who are new read and practise for more than half an hour. Minutes.</summary>
    LongForNewcomers,

    /// <summary>Nobody works on the due date: it moves. The day that was asked for, the working day before.</summary>
    DueWhenNobodyWorks,

    /// <summary>Nobody works on any day from the opening to the due date. Both days.</summary>
    OverBeforeItOpens,

    /// <summary>There are few working days from the opening to the due date. How many, both days.</summary>
    FewWorkingDays,

    /// <summary>No mail reaches some of the people. How many.</summary>
    WithoutAddress,

    /// <summary>Nobody is asked at all.</summary>
    Nobody,

    /// <summary>A group has nobody today. The group in a sentence.</summary>
    EmptyGroup,

    /// <summary>A unit of the audience is not there today. Its name.</summary>
    UnitGone,

    /// <summary>A kind of person in the audience has no words to sign. The kind, how many people.</summary>
    KindWithoutWords,

    /// <summary>A module is not published for the agency. Its title.</summary>
    ModuleNotRead,

    /// <summary>A module is not confirmed as the agency's rule in force. Its title.</summary>
    ModuleNotConfirmed,
}

/// <summary>One thing that is not fair, or does not work.</summary>
/// <param name="Concern">What.</param>
/// <param name="Step">The step in which it can be changed; null where it is mended elsewhere.</param>
/// <param name="About">What it is about, in the order in which <see cref="FairnessConcern" /> names it: numbers, days, kinds, words.</param>
/// <param name="ModuleSlug">The module, where it is about one.</param>
public sealed record FairnessFinding(
    FairnessConcern Concern,
    DraftStep? Step,
    IReadOnlyList<object> About,
    string? ModuleSlug = null
)
{
    /// <summary>Whether the programme cannot be launched before it is mended.</summary>
    public bool BlocksLaunch =>
        Concern is FairnessConcern.ModuleNotConfirmed or FairnessConcern.ModuleNotRead;
}

/// <summary>What fairness is judged from.</summary>
/// <param name="Kind">The kind of programme.</param>
/// <param name="Modules">Its modules.</param>
/// <param name="Rounds">The next rounds that its schedule makes.</param>
/// <param name="Tally">How many people its audience has today.</param>
/// <param name="AskedKinds">The kinds of person that have words to sign.</param>
/// <param name="Groups">The groups of its audience, in sentences.</param>
/// <param name="GoneUnits">The units of its audience that are not there today, by name.</param>
public sealed record FairnessFacts(
    ProgrammeKind Kind,
    IReadOnlyList<ModuleOffer> Modules,
    IReadOnlyList<ComingRound> Rounds,
    AudienceTally Tally,
    IReadOnlyList<PersonKind> AskedKinds,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> GoneUnits
);

/// <summary>Finds what is not fair about a programme before it is launched. None of it forbids anything by itself.</summary>
public static class FairnessChecks
{
    /// <summary>Most minutes that somebody new should read and practise for.</summary>
    public const int MinutesForNewcomers = 30;

    /// <summary>Fewest working days that people should have.</summary>
    public const int FewestWorkingDays = 5;

    /// <summary>What is not fair, in the order of the steps.</summary>
    public static IReadOnlyList<FairnessFinding> Of(FairnessFacts facts) =>
        [.. OfAudience(facts), .. OfModules(facts), .. OfRounds(facts)];

    private static IEnumerable<FairnessFinding> OfAudience(FairnessFacts facts)
    {
        var tally = facts.Tally;
        if (tally.People == 0)
        {
            yield return new(FairnessConcern.Nobody, DraftStep.Audience, []);
        }

        foreach (var (at, _) in tally.Groups.Index().Where(group => group.Item == 0))
        {
            yield return new(FairnessConcern.EmptyGroup, DraftStep.Audience, [facts.Groups[at]]);
        }

        foreach (var unit in facts.GoneUnits)
        {
            yield return new(FairnessConcern.UnitGone, DraftStep.Audience, [unit]);
        }

        if (tally.WithoutAddress > 0)
        {
            yield return new(FairnessConcern.WithoutAddress, null, [tally.WithoutAddress]);
        }

        foreach (var (kind, people) in tally.Kinds.OrderBy(kind => kind.Key))
        {
            if (!facts.AskedKinds.Contains(kind))
            {
                yield return new(
                    FairnessConcern.KindWithoutWords,
                    DraftStep.Statement,
                    [kind, people]
                );
            }
        }
    }

    private static IEnumerable<FairnessFinding> OfModules(FairnessFacts facts)
    {
        var minutes = (int)
            Math.Ceiling(
                facts.Modules.Sum(module => module.MinutesForNewcomers)
                    + AssignmentPath.MinutesToSign
            );
        if (facts.Kind is ProgrammeKind.Onboarding && minutes > MinutesForNewcomers)
        {
            yield return new(FairnessConcern.LongForNewcomers, DraftStep.Modules, [minutes]);
        }

        foreach (var module in facts.Modules)
        {
            if (!module.CanBeChosen)
            {
                yield return new(FairnessConcern.ModuleNotRead, DraftStep.Modules, [module.Title]);
            }
            else if (!module.IsConfirmed)
            {
                yield return new(
                    FairnessConcern.ModuleNotConfirmed,
                    null,
                    [module.Title],
                    module.Slug
                );
            }
        }
    }

    private static IEnumerable<FairnessFinding> OfRounds(FairnessFacts facts)
    {
        foreach (var round in facts.Rounds)
        {
            if (round.IsOverBeforeItOpens)
            {
                yield return new(
                    FairnessConcern.OverBeforeItOpens,
                    DraftStep.When,
                    [round.OpensOn, round.AskedDueOn]
                );
                continue;
            }

            if (round.IsMoved)
            {
                yield return new(
                    FairnessConcern.DueWhenNobodyWorks,
                    DraftStep.When,
                    [round.AskedDueOn, round.DueOn]
                );
            }

            if (round.WorkingDays < FewestWorkingDays)
            {
                yield return new(
                    FairnessConcern.FewWorkingDays,
                    DraftStep.When,
                    [round.WorkingDays, round.OpensOn, round.DueOn]
                );
            }
        }
    }
}
