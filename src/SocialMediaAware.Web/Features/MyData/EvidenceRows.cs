using SocialMediaAware.Web.Features.EvidenceFiles;

namespace SocialMediaAware.Web.Features.MyData;

// Rows of what was learnt elsewhere and signed with help. The names of their properties are the names in the file.

/// <summary>Learning from elsewhere.</summary>
public sealed record OutsideRow(
    string? Agency,
    string Course,
    string Provider,
    DateOnly CompletedOn,
    IReadOnlyList<string> Modules,
    string EvidenceSeen,
    DateTimeOffset EnteredAt,
    DateTimeOffset? TakenBackAt,
    string? Reason
);

/// <summary>A module to be read all the same.</summary>
public sealed record WholeWayRow(string? Programme, string Module, DateTimeOffset ChosenAt);

/// <summary>A file that HR keeps as evidence. What is in it, HR hands out.</summary>
public sealed record EvidenceFileRow(
    string? Agency,
    EvidenceFileKind FileKind,
    int Bytes,
    DateTimeOffset AddedAt
);

/// <summary>A session with help to which they were asked.</summary>
public sealed record AssistedRow(
    string? Agency,
    string Title,
    string Place,
    DateOnly Day,
    DateTimeOffset AddedAt,
    DateTimeOffset? CodeGivenAt,
    DateTimeOffset? CodeUsedAt
);

/// <summary>Their time at a shared screen.</summary>
public sealed record VisitRow(string? Agency, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt);

/// <summary>A form on paper.</summary>
public sealed record PaperRow(
    string? Agency,
    string FormNumber,
    string NameThen,
    string Statement,
    IReadOnlyList<string> Modules,
    DateTimeOffset MadeAt,
    DateOnly? SignedOn,
    string? Witness,
    DateTimeOffset? RecordedAt
);
