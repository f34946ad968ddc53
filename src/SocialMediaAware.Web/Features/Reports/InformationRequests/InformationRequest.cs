using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>What a request under the Official Information Act 1982 asks. Each has a text of its name.</summary>
[Flags]
public enum InformationQuestions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What training there is, and for whom.</summary>
    Training = 1,

    /// <summary>How many were due and did it, by unit and by kind of person.</summary>
    Completion = 2,

    /// <summary>The same by kind of person within each unit.</summary>
    CompletionInDetail = 4,

    /// <summary>Which rules applied, in which versions.</summary>
    Rules = 8,

    /// <summary>How many reminders were sent.</summary>
    Reminders = 16,
}

/// <summary>What is asked, before it is drawn up.</summary>
/// <param name="AgencyId">Of which agency.</param>
/// <param name="Reference">The agency's own reference, such as <c>OIA-2027-014</c>.</param>
/// <param name="Title">What was asked, in a sentence; nobody's name.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="Until">The last day of the period.</param>
/// <param name="Questions">What is answered.</param>
public sealed record AskedInformation(
    Guid AgencyId,
    string Reference,
    string Title,
    DateOnly From,
    DateOnly Until,
    InformationQuestions Questions
);

/// <summary>
/// A request for official information and its pack. What it counts is fixed when it is drawn up; what of it is withheld is decided
/// until it is released.
/// </summary>
public sealed class InformationRequest : IBelongsToAgency
{
    /// <summary>Counts from 1 up to below this are small: they could tell something of somebody.</summary>
    public const int Threshold = 5;

    /// <summary>Longest reference.</summary>
    public const int ReferenceLength = 60;

    /// <summary>Longest account of what was asked.</summary>
    public const int TitleLength = 400;

    private InformationRequest() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The agency's own reference.</summary>
    public string Reference { get; private init; } = "";

    /// <summary>What was asked, in a sentence.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The first day of the period.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The last day of the period.</summary>
    public DateOnly Until { get; private init; }

    /// <summary>What is answered.</summary>
    public InformationQuestions Questions { get; private init; }

    /// <summary>The day whose figures these are: the period's last, or the day it was drawn up while the period runs.</summary>
    public DateOnly AsAt { get; private init; }

    /// <summary>What the portal knew at this instant (UTC).</summary>
    public DateTimeOffset KnownAt { get; private init; }

    /// <summary>When it was drawn up (UTC).</summary>
    public DateTimeOffset DrawnUpAt { get; private init; }

    /// <summary>The account that drew it up.</summary>
    public Guid DrawnUpByAccountId { get; private init; }

    /// <summary>How many packs of the agency had been released when its figures were last compared with them.</summary>
    public int ComparedPacks { get; private set; }

    /// <summary>What could still be worked out after the last decision, as <see cref="WorkableFigure" /> writes it.</summary>
    public string Workable { get; private set; } = "";

    /// <summary>How often something was decided: whoever saves from an older state is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>What of its figures is withheld, or was offered to be.</summary>
    public ICollection<SuppressionDecision> Decisions { get; private init; } = [];

    /// <summary>How many figures wait for a decision.</summary>
    public int OfferedCount =>
        Decisions.Count(decision => decision.Standing is DecisionStanding.Offered);

    /// <summary>Draws a pack up.</summary>
    /// <exception cref="ArgumentException">The period ends before it begins, or nothing is asked.</exception>
    public static InformationRequest DrawUp(
        AskedInformation asked,
        DateOnly asAt,
        DateTimeOffset knownAt,
        Guid byAccountId,
        DateTimeOffset at
    )
    {
        if (asked.Until < asked.From || asked.Questions is InformationQuestions.None)
        {
            throw new ArgumentException("A pack has a period and a question.", nameof(asked));
        }

        return new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = asked.AgencyId,
            Reference = asked.Reference,
            Title = asked.Title,
            From = asked.From,
            Until = asked.Until,
            Questions = asked.Questions,
            AsAt = asAt,
            KnownAt = knownAt,
            DrawnUpAt = at,
            DrawnUpByAccountId = byAccountId,
        };
    }

    /// <summary>Offers figures to be withheld. What was offered or decided before stays as it is.</summary>
    /// <param name="offers">The figures.</param>
    /// <param name="comparedPacks">How many earlier packs they were compared with.</param>
    /// <returns>How many are new.</returns>
    public int Offer(IEnumerable<SuppressionOffer> offers, int comparedPacks)
    {
        var known = Decisions.Select(decision => decision.Key).ToHashSet(StringComparer.Ordinal);
        var added = offers.Where(offer => known.Add(offer.Key)).ToList();
        foreach (var offer in added)
        {
            Decisions.Add(SuppressionDecision.Offer(Id, offer));
        }

        ComparedPacks = comparedPacks;
        Revision++;
        return added.Count;
    }

    /// <summary>Withholds a figure, or shows it.</summary>
    public void Decide(string key, Choice choice, Guid byAccountId, DateTimeOffset at)
    {
        var decision = Decisions.FirstOrDefault(one => one.Key == key);
        if (decision is null)
        {
            decision = SuppressionDecision.Offer(Id, new(key, OfferReason.ByHand, null, null));
            Decisions.Add(decision);
        }

        decision.Decide(choice, byAccountId, at);
        Revision++;
    }

    /// <summary>Withholds all that is offered and not decided yet, each on the ground it was offered with.</summary>
    /// <returns>How many.</returns>
    public int AcceptAll(Guid byAccountId, DateTimeOffset at)
    {
        var offered = Decisions
            .Where(decision => decision.Standing is DecisionStanding.Offered)
            .ToList();
        foreach (var decision in offered)
        {
            decision.Decide(
                new Choice(true, decision.Ground, decision.GroundWords),
                byAccountId,
                at
            );
        }

        Revision += offered.Count == 0 ? 0 : 1;
        return offered.Count;
    }

    /// <summary>Closes it: it is released, and whoever decided something in the same moment is refused.</summary>
    public void Close() => Revision++;

    /// <summary>Keeps what could still be worked out.</summary>
    public void Note(string workable) => Workable = workable;
}
