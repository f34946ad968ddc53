using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Sources;

/// <summary>Where the library comes from: obligation by obligation, source, section, teaching, practice and signature.</summary>
public sealed class IndexModel(Provenance provenance) : PageModel
{
    /// <summary>How many obligations a page shows.</summary>
    public const int RowsOnAPage = 50;

    /// <summary>The kinds one can look for.</summary>
    public static IReadOnlyList<ObligationKind> Kinds => Enum.GetValues<ObligationKind>();

    /// <summary>The states one can look for.</summary>
    public static IReadOnlyList<ObligationState> States => Enum.GetValues<ObligationState>();

    /// <summary>What is looked for; what cannot be read as such is left aside.</summary>
    public ProvenanceFilter Filter { get; private set; } = new(null, null, null, null);

    /// <summary>All that concerns the reader.</summary>
    public IReadOnlyList<ProvenanceRow> All { get; private set; } = [];

    /// <summary>How many were found.</summary>
    public int Found { get; private set; }

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<ProvenanceRow> Rows { get; private set; } = [];

    /// <summary>Which page, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Found + RowsOnAPage - 1) / RowsOnAPage);

    /// <summary>The sources to choose from.</summary>
    public IEnumerable<Source> Sources => All.Select(row => row.Source).DistinctBy(one => one.Id);

    /// <summary>The modules to choose from.</summary>
    public IEnumerable<Module> Modules =>
        All.SelectMany(row => row.Taught)
            .Select(place => place.Module)
            .DistinctBy(module => module.Slug)
            .OrderBy(module => module.Title, StringComparer.Ordinal);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(
        [FromQuery(Name = "source")] string? source,
        [FromQuery(Name = "module")] string? module,
        [FromQuery(Name = "kind")] string? kind,
        [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken
    )
    {
        All = await provenance.ReadAsync(cancellationToken);
        Filter = new(
            Sources.Any(one => one.Id == source) ? source : null,
            Modules.Any(one => one.Slug == module) ? module : null,
            NamedBy(Kinds, kind),
            NamedBy(States, state)
        );
        var found = Provenance.Find(All, Filter);
        Found = found.Count;
        Number = Math.Clamp(
            int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1,
            1,
            Pages
        );
        Rows = [.. found.Skip((Number - 1) * RowsOnAPage).Take(RowsOnAPage)];
    }

    /// <summary>The address of another page of the same list.</summary>
    public string AddressOf(int page) =>
        $"/sources{new QueryBuilder
        {
            { "source", Filter.SourceId ?? "" },
            { "module", Filter.ModuleSlug ?? "" },
            { "kind", Filter.Kind?.ToString() ?? "" },
            { "state", Filter.State?.ToString() ?? "" },
            { "page", page.ToString(CultureInfo.InvariantCulture) },
        }}";

    private static T? NamedBy<T>(IReadOnlyList<T> values, string? name)
        where T : struct, Enum =>
        values
            .Where(value => value.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(value => (T?)value)
            .FirstOrDefault();
}
