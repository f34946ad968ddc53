using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A module that a programme covers.</summary>
public sealed class ProgrammeModule
{
    internal ProgrammeModule(Guid programmeId, int order, string moduleSlug) =>
        (ProgrammeId, Order, ModuleSlug) = (programmeId, order, moduleSlug);

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>Its place, from 0.</summary>
    public int Order { get; internal set; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; }
}

/// <summary>The words that one kind of person signs.</summary>
public sealed class ProgrammeStatement
{
    /// <summary>Longest statement.</summary>
    public const int TextLength = 4000;

    /// <summary>Where the modules and versions go in the words.</summary>
    public const string ModulesPlace = "{modules}";

    internal ProgrammeStatement(Guid programmeId, PersonKind kind, string text) =>
        (ProgrammeId, Kind, Text) = (programmeId, kind, text);

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>For whom.</summary>
    public PersonKind Kind { get; private init; }

    /// <summary>The words.</summary>
    public string Text { get; internal set; }
}
