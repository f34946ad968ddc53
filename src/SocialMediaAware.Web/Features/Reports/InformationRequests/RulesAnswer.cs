using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A version of a module that applied.</summary>
/// <param name="Slug">The module.</param>
/// <param name="Version">The version.</param>
/// <param name="FirstServedAt">From when it was there to read (UTC).</param>
/// <param name="ReplacedAt">When the next version came (UTC); null while none has.</param>
/// <param name="ConfirmedAt">When the agency confirmed its major version as its rule in force (UTC).</param>
/// <param name="TextHash">SHA-256 of its text (lower-case hexadecimal).</param>
public sealed record AppliedVersion(
    string Slug,
    ContentVersion Version,
    DateTimeOffset FirstServedAt,
    DateTimeOffset? ReplacedAt,
    DateTimeOffset ConfirmedAt,
    string TextHash
)
{
    /// <summary>Where its text lies in the pack.</summary>
    public string Path => RulesAnswer.PathOf(Slug, Version);
}

/// <summary>Answers which rules applied, in which versions.</summary>
public sealed class RulesAnswer(
    PortalDbContext database,
    ContentStore content,
    IStringLocalizer<InformationRequestsTexts> texts
)
{
    /// <summary>The place of the column that says where a version's text lies in the pack.</summary>
    public const int PathColumn = 6;

    /// <summary>Where the text of a version lies in a pack.</summary>
    public static string PathOf(string slug, ContentVersion version) =>
        $"texts/{slug}/{version}.md";

    /// <summary>The versions that applied in the period.</summary>
    public async Task<PackTable> ReadAsync(PackScope scope, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(scope, cancellationToken);
        return new()
        {
            Name = "rules",
            Kind = PackTableKind.Rules,
            Title = texts["RulesTitle"],
            About = texts["RulesAbout", scope.Agency.Name],
            Labels =
            [
                texts["ModuleColumn"],
                texts["VersionColumn"],
                texts["PublishedColumn"],
                texts["ReplacedColumn"],
                texts["ConfirmedColumn"],
                texts["SourcesColumn"],
                texts["TextColumn"],
                texts["HashColumn"],
            ],
            Rows = [.. applied.Select(RowOf)],
        };
    }

    // Confirmed by the agency by the end of the period, and served at some time in it.
    private async Task<IReadOnlyList<AppliedVersion>> AppliedAsync(
        PackScope scope,
        CancellationToken cancellationToken
    )
    {
        var began = scope.Asked.From.StartInNewZealand();
        var confirmed = await database
            .RuleConfirmations.Where(one =>
                one.AgencyId == scope.Agency.Id && one.ConfirmedAt <= scope.KnownAt
            )
            .Select(one => new
            {
                one.ModuleSlug,
                one.Major,
                one.ConfirmedAt,
            })
            .ToListAsync(cancellationToken);
        string[] slugs = [.. confirmed.Select(one => one.ModuleSlug).Distinct()];
        var published = await database
            .PublishedModuleTexts.Where(text =>
                slugs.Contains(text.ModuleSlug) && text.FirstServedAt <= scope.KnownAt
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var applied = new List<AppliedVersion>();
        foreach (
            var module in published
                .GroupBy(text => text.ModuleSlug)
                .OrderBy(one => one.Key, StringComparer.Ordinal)
        )
        {
            var versions = module.OrderBy(text => text.Major).ThenBy(text => text.Minor).ToList();
            foreach (var (text, place) in versions.Select((text, place) => (text, place)))
            {
                var replacedAt = versions.ElementAtOrDefault(place + 1)?.FirstServedAt;
                var confirmation = confirmed.Find(one =>
                    one.ModuleSlug == text.ModuleSlug && one.Major == text.Major
                );
                if (confirmation is not null && (replacedAt is null || replacedAt >= began))
                {
                    applied.Add(
                        new(
                            text.ModuleSlug,
                            new ContentVersion(text.Major, text.Minor),
                            text.FirstServedAt,
                            replacedAt,
                            confirmation.ConfirmedAt,
                            Convert.ToHexStringLower(SHA256.HashData(text.Bytes))
                        )
                    );
                }
            }
        }

        return applied;
    }

    private PackRow RowOf(AppliedVersion applied)
    {
        var library = content.Library;
        var version =
            library.FindVersion(applied.Slug, applied.Version) ?? library.FindModule(applied.Slug);
        var sources = (version?.SourceIds ?? [])
            .Select(id => library.Sources.GetValueOrDefault(id))
            .OfType<Source>()
            .Select(source =>
                source.Date is { } date
                    ? texts["SourceDated", source.Title, date].Value
                    : source.Title
            );
        return new(
            "",
            [
                version?.Title ?? applied.Slug,
                applied.Version.ToString(),
                applied.FirstServedAt.NewZealandDate().ForField(),
                applied.ReplacedAt?.NewZealandDate().ForField() ?? "",
                applied.ConfirmedAt.NewZealandDate().ForField(),
                string.Join("; ", sources),
                applied.Path,
                applied.TextHash,
            ],
            []
        );
    }
}
