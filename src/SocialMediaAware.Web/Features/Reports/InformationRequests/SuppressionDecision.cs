namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Why a figure is offered to be withheld. Each has a text of its name.</summary>
public enum OfferReason
{
    /// <summary>It is small.</summary>
    Small,

    /// <summary>A small one could be worked out from it.</summary>
    Complement,

    /// <summary>Beside an earlier pack it would reveal a small change.</summary>
    EarlierRelease,

    /// <summary>An earlier pack withheld the same figure.</summary>
    DecidedBefore,

    /// <summary>Nobody offered it: somebody chose it.</summary>
    ByHand,
}

/// <summary>On which ground of the Official Information Act 1982 a figure is withheld. Each has a text of its name.</summary>
public enum WithholdingGround
{
    /// <summary>The privacy of natural persons, section 9(2)(a).</summary>
    Privacy,

    /// <summary>An obligation of confidence, section 9(2)(ba).</summary>
    Confidence,

    /// <summary>Another ground, in words.</summary>
    Other,
}

/// <summary>How far the decision about a figure is.</summary>
public enum DecisionStanding
{
    /// <summary>It is offered to be withheld, and nobody has decided.</summary>
    Offered,

    /// <summary>It is withheld.</summary>
    Withheld,

    /// <summary>It is shown.</summary>
    Shown,
}

/// <summary>A figure that is offered to be withheld.</summary>
/// <param name="Key">The figure.</param>
/// <param name="Reason">Why.</param>
/// <param name="Because">The figure that it protects; null for itself.</param>
/// <param name="Before">How it was withheld in an earlier pack; null where it was not.</param>
public sealed record SuppressionOffer(
    string Key,
    OfferReason Reason,
    string? Because,
    Choice? Before
);

/// <summary>What somebody chose about a figure.</summary>
/// <param name="IsWithheld">Whether it is withheld; otherwise it is shown.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="GroundWords">What there is to say about the ground; empty for nothing.</param>
public sealed record Choice(bool IsWithheld, WithholdingGround Ground, string GroundWords);

/// <summary>Whether a figure of a pack is withheld, why that was offered, and who decided.</summary>
public sealed class SuppressionDecision
{
    /// <summary>Longest key of a figure.</summary>
    public const int KeyLength = 300;

    /// <summary>Longest account of a ground.</summary>
    public const int GroundLength = 400;

    private SuppressionDecision() { }

    /// <summary>The pack.</summary>
    public Guid RequestId { get; private init; }

    /// <summary>The figure, stable over packs.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Why it was offered.</summary>
    public OfferReason Reason { get; private init; }

    /// <summary>The figure that it protects; null for itself.</summary>
    public string? Because { get; private init; }

    /// <summary>How far it is.</summary>
    public DecisionStanding Standing { get; private set; }

    /// <summary>The ground; before a decision the one that is offered.</summary>
    public WithholdingGround Ground { get; private set; }

    /// <summary>What there is to say about the ground.</summary>
    public string GroundWords { get; private set; } = "";

    /// <summary>The account that decided; null before.</summary>
    public Guid? DecidedByAccountId { get; private set; }

    /// <summary>When (UTC); null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    internal static SuppressionDecision Offer(Guid requestId, SuppressionOffer offer) =>
        new()
        {
            RequestId = requestId,
            Key = offer.Key,
            Reason = offer.Reason,
            Because = offer.Because,
            Ground = offer.Before?.Ground ?? WithholdingGround.Privacy,
            GroundWords = offer.Before?.GroundWords ?? "",
        };

    internal void Decide(Choice choice, Guid byAccountId, DateTimeOffset at)
    {
        Standing = choice.IsWithheld ? DecisionStanding.Withheld : DecisionStanding.Shown;
        (Ground, GroundWords) = (choice.Ground, choice.GroundWords);
        (DecidedByAccountId, DecidedAt) = (byAccountId, at);
    }
}
