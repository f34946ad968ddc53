namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>How thoroughly to measure.</summary>
/// <param name="IsQuick">One round with small numbers.</param>
/// <param name="Postgres">How to reach a PostgreSQL server; null to leave it out.</param>
internal sealed record MeasurePlan(bool IsQuick, string? Postgres)
{
    /// <summary>How many rounds the median is taken of.</summary>
    public int Rounds => IsQuick ? 1 : 5;

    /// <summary>The large number, or the small one for a look.</summary>
    public T Of<T>(T thorough, T quick) => IsQuick ? quick : thorough;
}

/// <summary>A row of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Aim">What was aimed at; empty where nothing was.</param>
internal sealed record Figure(string What, string Value, string Aim = "");

/// <summary>Something that is measured.</summary>
internal interface IMeasure
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Measures it.</summary>
    Task<IReadOnlyList<Figure>> TakeAsync(MeasurePlan plan, CancellationToken cancellationToken);
}
