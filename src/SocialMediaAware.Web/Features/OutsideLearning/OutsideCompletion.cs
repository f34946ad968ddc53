using System.Globalization;
using System.Text;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>
/// Something that a person learnt elsewhere, as HR saw it: the Commission's e-learning, a receipt of a former agency. It is never
/// deleted; what turned out otherwise is taken back, with a reason.
/// </summary>
public sealed class OutsideCompletion : IBelongsToAgency
{
    /// <summary>Longest name of a course.</summary>
    public const int CourseLength = 200;

    /// <summary>Longest name of a provider.</summary>
    public const int ProviderLength = 200;

    /// <summary>Longest account of what HR saw, and longest reason for taking it back.</summary>
    public const int WordsLength = 1000;

    /// <summary>For how many days it counts for what opens after it.</summary>
    public const int DaysItCounts = 365;

    private OutsideCompletion() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Who learnt.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>What the course was called.</summary>
    public string Course { get; private init; } = "";

    /// <summary>Who gave it.</summary>
    public string Provider { get; private init; } = "";

    /// <summary>The day on which it was completed.</summary>
    public DateOnly CompletedOn { get; private init; }

    /// <summary>What HR saw, in words.</summary>
    public string Seen { get; private init; } = "";

    /// <summary>The file that shows it; null without one.</summary>
    public Guid? EvidenceFileId { get; private init; }

    /// <summary>When it was entered (UTC).</summary>
    public DateTimeOffset EnteredAt { get; private init; }

    /// <summary>The account that entered it.</summary>
    public Guid EnteredByAccountId { get; private init; }

    /// <summary>When it was taken back (UTC); null while it holds.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>The account that took it back.</summary>
    public Guid? TakenBackByAccountId { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? TakenBackReason { get; private set; }

    /// <summary>The modules that it stands for.</summary>
    public ICollection<OutsideCompletionModule> Modules { get; private init; } = [];

    /// <summary>Enters a completion.</summary>
    /// <exception cref="ArgumentException">It stands for no module.</exception>
    public static OutsideCompletion Enter(
        Guid agencyId,
        Guid personId,
        CompletionDetails details,
        Guid? evidenceFileId,
        Guid byAccountId,
        DateTimeOffset at
    )
    {
        if (details.Modules.Count == 0)
        {
            throw new ArgumentException("A completion stands for a module.", nameof(details));
        }

        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            AgencyId = agencyId,
            PersonId = personId,
            Course = details.Course,
            Provider = details.Provider,
            CompletedOn = details.CompletedOn,
            Seen = details.Seen,
            EvidenceFileId = evidenceFileId,
            EnteredAt = at,
            EnteredByAccountId = byAccountId,
            Modules =
            [
                .. details.Modules.Select(module => new OutsideCompletionModule(
                    id,
                    module.Slug,
                    module.Major
                )),
            ],
        };
    }

    /// <summary>Takes it back: it counts for nothing from now on. What was signed on it stays signed.</summary>
    public void TakeBack(string reason, Guid byAccountId, DateTimeOffset at)
    {
        if (TakenBackAt is null)
        {
            (TakenBackReason, TakenBackByAccountId, TakenBackAt) = (reason, byAccountId, at);
        }
    }

    /// <summary>
    /// Whether it stands for a major version of a module in an assignment of the same person and agency: that version or a newer one,
    /// completed in the 365 days before the assignment opened, or since. Whether the programme accepts it is another question.
    /// </summary>
    public bool CountsFor(Assignment assignment, string moduleSlug, int major) =>
        TakenBackAt is null
        && assignment.PersonId == PersonId
        && assignment.AgencyId == AgencyId
        && CompletedOn >= assignment.OpensOn.AddDays(-DaysItCounts)
        && Modules.Any(module => module.ModuleSlug == moduleSlug && module.Major >= major);

    /// <summary>
    /// SHA-256 over what it says and the file that shows it, so that a signature names exactly what it rested on: lines of UTF-8,
    /// each ended by a line feed.
    /// </summary>
    /// <param name="fileHash">The hash of its file; null without one.</param>
    public TreeHash Hash(byte[]? fileHash)
    {
        var words = new StringBuilder("outside-completion/1\n");
        string[] lines =
        [
            Id.ToString(),
            PersonId.ToString(),
            Course,
            Provider,
            CompletedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Seen.ReplaceLineEndings(" "),
            fileHash is null ? "-" : Convert.ToHexStringLower(fileHash),
        ];
        foreach (var line in lines)
        {
            words.Append(line).Append('\n');
        }

        return TreeHash.Sha256Of(Encoding.UTF8.GetBytes(words.ToString()));
    }
}

/// <summary>A module that a completion stands for.</summary>
public sealed class OutsideCompletionModule
{
    internal OutsideCompletionModule(Guid completionId, string moduleSlug, int major) =>
        (CompletionId, ModuleSlug, Major) = (completionId, moduleSlug, major);

    /// <summary>The completion.</summary>
    public Guid CompletionId { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; }

    /// <summary>The major version that it stands for.</summary>
    public int Major { get; private init; }
}

/// <summary>What HR enters about a completion.</summary>
public sealed record CompletionDetails(
    string Course,
    string Provider,
    DateOnly CompletedOn,
    string Seen,
    IReadOnlyList<(string Slug, int Major)> Modules
);

/// <summary>A programme accepts learning from elsewhere for one of its modules. Without it, it does not.</summary>
public sealed class OutsideAcceptance : IBelongsToAgency
{
    private OutsideAcceptance() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The account that said so.</summary>
    public Guid ByAccountId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Accepts.</summary>
    public static OutsideAcceptance Accept(
        Guid agencyId,
        Guid programmeId,
        string moduleSlug,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            AgencyId = agencyId,
            ProgrammeId = programmeId,
            ModuleSlug = moduleSlug,
            ByAccountId = byAccountId,
            At = at,
        };
}

/// <summary>A person wants to read and practise a module all the same, though learning from elsewhere would count for it.</summary>
public sealed class WholeWay : IBelongsToAgency
{
    private WholeWay() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>When they said so (UTC).</summary>
    public DateTimeOffset ChosenAt { get; private init; }

    /// <summary>Chooses it.</summary>
    public static WholeWay Choose(Assignment assignment, string moduleSlug, DateTimeOffset at) =>
        new()
        {
            AgencyId = assignment.AgencyId,
            AssignmentId = assignment.Id,
            ModuleSlug = moduleSlug,
            ChosenAt = at,
        };
}
