namespace SocialMediaAware.Web.Content;

/// <summary>Whom an obligation must reach: people of an agency, all of them or those with a flag.</summary>
/// <param name="AgencySlug">The agency; null in a folder that names no agencies.</param>
/// <param name="Flag">The flag; null for everybody.</param>
public sealed record Bound(string? AgencySlug, string? Flag);

/// <summary>
/// Works out whether what binds people is taught where they read it: an agency's rule in a module of that agency, a rule for all
/// agencies in a module of each, a rule for everybody not only in one for spokespeople.
/// </summary>
public static class Reach
{
    private static readonly string[] BindNobodyHere = ["organisation", "public"];

    /// <summary>Whom an obligation binds.</summary>
    public static IReadOnlyList<Bound> Of(ContentLibrary library, Obligation obligation)
    {
        var own = library.Sources.GetValueOrDefault(obligation.SourceId)?.AgencySlug;
        string?[] agencies = own is not null
            ? [own]
            : [.. library.Agencies.Select(static agency => agency.Slug).DefaultIfEmpty()];
        var flags = obligation.AppliesTo.Except(BindNobodyHere, StringComparer.Ordinal).ToList();
        // What binds all staff, or a kind of person, reaches those with a flag as well.
        string?[] groups = flags.Exists(static flag => !AudienceFlags.All.Contains(flag))
            ? [null]
            : [.. flags];
        return [.. agencies.SelectMany(agency => groups.Select(group => new Bound(agency, group)))];
    }

    /// <summary>Whether people read a module.</summary>
    public static bool Reaches(Module module, Bound bound) =>
        (bound.AgencySlug is null || module.Audience.IncludesAgency(bound.AgencySlug))
        && (
            module.Audience.IsForEverybody
            || (
                bound.Flag is not null
                && module.Audience.Flags.Contains(bound.Flag, StringComparer.Ordinal)
            )
        );

    /// <summary>Those whom an obligation binds and no module of these teaches it to.</summary>
    public static IReadOnlyList<Bound> Missed(
        ContentLibrary library,
        Obligation obligation,
        IReadOnlyList<Module> modules
    )
    {
        var teaching = modules
            .Where(module => module.TaughtObligationIds().Contains(obligation.Id))
            .ToList();
        return
        [
            .. Of(library, obligation)
                .Where(bound => !teaching.Exists(module => Reaches(module, bound))),
        ];
    }

    internal static HashSet<string> IdsReached(
        ContentLibrary library,
        IReadOnlyList<Module> modules
    )
    {
        var teaching = modules
            .SelectMany(module => module.TaughtObligationIds().Select(id => (id, module)))
            .ToLookup(static pair => pair.id, static pair => pair.module, StringComparer.Ordinal);
        return library
            .Obligations.Values.Where(obligation =>
                teaching.Contains(obligation.Id)
                && Of(library, obligation)
                    .All(bound => teaching[obligation.Id].Any(module => Reaches(module, bound)))
            )
            .Select(static obligation => obligation.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Points out what is taught, but not to everybody whom it binds.</summary>
    internal static IEnumerable<ContentMessage> Check(ContentLibrary library)
    {
        var kept = library
            .Modules.Where(static module => module.Status != ModuleStatus.Withdrawn)
            .ToList();
        var taught = kept.SelectMany(static module => module.TaughtObligationIds())
            .ToHashSet(StringComparer.Ordinal);
        return library
            .TestableObligations.Where(obligation => taught.Contains(obligation.Id))
            .SelectMany(obligation =>
                Missed(library, obligation, kept).Select(bound => (obligation, bound))
            )
            .GroupBy(static pair => pair.bound)
            .Select(static group =>
            {
                var ids = group.Select(static pair => pair.obligation.Id).ToList();
                var who = group.Key.Flag ?? "everybody";
                var where = group.Key.AgencySlug is { } agency ? $" at {agency}" : "";
                return ContentCheck.Warning(
                    group.First().obligation.File,
                    group.First().obligation.Line,
                    $"Not taught to {who}{where}: {ContentCheck.NamesOf(ids)}.",
                    "Teach it in a module that these people read, or widen that module's audience."
                );
            });
    }
}
