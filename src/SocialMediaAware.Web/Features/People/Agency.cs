namespace SocialMediaAware.Web.Features.People;

/// <summary>An agency: the root of a tree of units, with walls round all that is its own.</summary>
public sealed class Agency
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Longest slug.</summary>
    public const int SlugLength = 60;

    private Agency() { }

    /// <summary>Its id; the root unit has the same.</summary>
    public Guid Id { get; private init; }

    /// <summary>The word for it in content and addresses, such as <c>kainga-ora</c>.</summary>
    public string Slug { get; private init; } = "";

    /// <summary>Its full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name people use.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>Its name in te reo Māori, where it has one apart.</summary>
    public string? NameInMaori { get; private set; }

    /// <summary>Takes an agency in.</summary>
    public static Agency Found(
        string slug,
        string name,
        string shortName,
        string? nameInMaori,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Slug = slug,
            Name = name,
            ShortName = shortName,
            NameInMaori = nameInMaori,
        };

    /// <summary>Takes over names that were changed.</summary>
    public void Rename(string name, string shortName, string? nameInMaori) =>
        (Name, ShortName, NameInMaori) = (name, shortName, nameInMaori);
}
