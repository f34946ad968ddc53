namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>One number in the head of a reader: told or not, and within which bounds it must be if it is not.</summary>
internal sealed class Number(string key, long truth)
{
    /// <summary>No bound.</summary>
    public const long Boundless = long.MaxValue / 4;

    public string Key { get; } = key;

    /// <summary>What was counted; the portal knows it.</summary>
    public long Truth { get; } = truth;

    /// <summary>For a change, the key in the earlier release.</summary>
    public string? Since { get; init; }

    /// <summary>The lowest that readers take for possible.</summary>
    public long Low { get; set; }

    /// <summary>The highest that readers take for possible.</summary>
    public long High { get; set; } = Boundless;

    /// <summary>Above 0 only this and more is possible: what is hidden without being small is 0, or not below the threshold.</summary>
    public long LeastAboveZero { get; set; } = 1;

    /// <summary>Whether readers must not be able to work it out.</summary>
    public bool IsSensitive { get; set; }

    /// <summary>Whether readers are given it.</summary>
    public bool IsTold { get; set; }

    /// <summary>Whether hiding a cell of this release would take it away.</summary>
    public bool CanBeHidden { get; set; }

    /// <summary>Whether it is a cell of this release.</summary>
    public bool IsOfNow { get; set; }

    /// <summary>What hiding it costs: first how many are hidden, then how much they say.</summary>
    public long Weight { get; set; } = 1;

    /// <summary>Where it stands in its list of numbers.</summary>
    public int Index { get; set; }

    /// <summary>The equations that it stands in, with its factor.</summary>
    public List<(Equation Equation, long Factor)> In { get; } = [];

    /// <summary>Whether readers take the value for possible while they are not told the number.</summary>
    public bool Allows(long value) =>
        value >= Low && value <= High && (value <= 0 || value >= LeastAboveZero);

    public override string ToString() =>
        $"{Key}{(Since is null ? "" : " since " + Since)} = {Truth}";
}

/// <summary>A number with its factor.</summary>
internal readonly record struct Term(Number Number, long Factor);

/// <summary>Terms that readers know to add up to nothing.</summary>
internal sealed class Equation(IReadOnlyList<Term> terms, bool isEarlier)
{
    public IReadOnlyList<Term> Terms { get; } = terms;

    /// <summary>Whether readers know it from an earlier release.</summary>
    public bool IsEarlier { get; } = isEarlier;
}
