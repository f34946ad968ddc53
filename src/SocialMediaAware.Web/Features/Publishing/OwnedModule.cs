using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>How an agency stands with a module.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Agency">Its short name.</param>
/// <param name="ConfirmedAt">When it confirmed the published major version as its rule in force (UTC); null when it did not.</param>
/// <param name="Consulted">Who was consulted then.</param>
public sealed record RuleStanding(
    Guid AgencyId,
    string Agency,
    DateTimeOffset? ConfirmedAt,
    string Consulted
);

/// <summary>A module as its owners see it.</summary>
/// <param name="Current">The version in the file, draft or not.</param>
/// <param name="Published">The version that readers are served; null when there is none.</param>
/// <param name="Messages">What the checker says about its files.</param>
/// <param name="Standings">How the owner's agencies stand with it.</param>
public sealed record OwnedModule(
    Module Current,
    Module? Published,
    IReadOnlyList<ContentMessage> Messages,
    IReadOnlyList<RuleStanding> Standings
)
{
    /// <summary>The version that an agency confirms: the one that its people read.</summary>
    public Module ToConfirm => Published ?? Current;

    /// <summary>Whether the file holds a version that readers do not see yet.</summary>
    public bool IsDraft => Current.Status == ModuleStatus.Draft;

    /// <summary>What publishing the file would change for readers, section by section.</summary>
    public IReadOnlyList<ChangedSection> Changes() =>
        Published is null ? [] : ChangedSection.Between(Published, Current);

    /// <summary>Whether publishing it would ask people to sign again: a new major version does.</summary>
    public bool IsMaterial => Published is null || Current.Version.Major > Published.Version.Major;

    /// <summary>What the checker says about one section of its text.</summary>
    public IReadOnlyList<ContentMessage> MessagesAbout(Section section)
    {
        var next = Current.Sections.FirstOrDefault(other => other.Position == section.Position + 1);
        return
        [
            .. Messages.Where(message =>
                message.File == Current.FilePath
                && message.Line >= section.Line
                && (next is null || message.Line < next.Line)
            ),
        ];
    }

    /// <summary>What it says about the fields at the top, or about the module's other files.</summary>
    public IReadOnlyList<ContentMessage> OtherMessages() =>
        [.. Messages.Except(Current.Sections.SelectMany(MessagesAbout))];
}
