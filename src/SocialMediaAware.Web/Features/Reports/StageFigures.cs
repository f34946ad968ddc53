namespace SocialMediaAware.Web.Features.Reports;

/// <summary>How far people have come who are asked and have not signed: where they get stuck.</summary>
public sealed record StageFigures(int NotOpened, int Reading, int Practising, int ReadyToSign)
{
    /// <summary>The smallest group of which this is told.</summary>
    public const int SmallestGroup = 5;

    /// <summary>Nobody.</summary>
    public static StageFigures None { get; } = new(0, 0, 0, 0);

    /// <summary>All of them.</summary>
    public int Sum => NotOpened + Reading + Practising + ReadyToSign;

    /// <summary>Whether they are enough to be told of.</summary>
    public bool IsTold => Sum >= SmallestGroup;

    /// <summary>Two groups together.</summary>
    public static StageFigures operator +(StageFigures one, StageFigures other) =>
        new(
            one.NotOpened + other.NotOpened,
            one.Reading + other.Reading,
            one.Practising + other.Practising,
            one.ReadyToSign + other.ReadyToSign
        );
}
