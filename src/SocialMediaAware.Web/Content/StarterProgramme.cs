namespace SocialMediaAware.Web.Content;

/// <summary>A programme that is copied into the database on first start.</summary>
public sealed record StarterProgramme
{
    /// <summary>The stable key, unique within its agency.</summary>
    public required string Key { get; init; }

    /// <summary>The agency it is for; null for every agency.</summary>
    public string? AgencySlug { get; init; }

    /// <summary>What kind of programme it is, such as <c>onboarding</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Who owes it: kinds of person.</summary>
    public required IReadOnlyList<string> AudienceKinds { get; init; }

    /// <summary>The modules that it asks for, in the order of reading.</summary>
    public required IReadOnlyList<string> ModuleSlugs { get; init; }

    /// <summary>The month and day on which a yearly programme opens, and is due, such as <c>02-01</c>; null for another kind.</summary>
    public (string Opens, string Due)? Window { get; init; }

    /// <summary>In how many working days it is due, where it is not due by the calendar, or for those who join late.</summary>
    public int? DueWorkingDays { get; init; }

    /// <summary>What is signed, by kind of person; <c>{modules}</c> stands for the modules and versions.</summary>
    public required IReadOnlyDictionary<string, string> Statements { get; init; }

    /// <summary>The file that it was read from, relative to the content folder.</summary>
    public required string FilePath { get; init; }

    internal IReadOnlyDictionary<string, int> FieldLines { get; init; } =
        new Dictionary<string, int>();

    internal int LineOf(string field) => FieldLines.GetValueOrDefault(field, 1);
}
