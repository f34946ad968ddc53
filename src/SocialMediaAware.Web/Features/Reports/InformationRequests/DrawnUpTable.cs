using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A table of a pack as it was drawn up. It never changes: what is counted later is another pack.</summary>
public sealed class DrawnUpTable : IBelongsToAgency
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 160;

    private DrawnUpTable() { }

    /// <summary>The pack.</summary>
    public Guid RequestId { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Its place in the pack, from 0.</summary>
    public int Order { get; private init; }

    /// <summary>Its name: its file's without the end.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The table with all its figures, as <see cref="PackTable.ToText" /> writes it.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Keeps a table.</summary>
    public static DrawnUpTable Keep(InformationRequest request, int order, PackTable table) =>
        new()
        {
            RequestId = request.Id,
            AgencyId = request.AgencyId,
            Order = order,
            Name = table.Name,
            Text = table.ToText(),
        };
}
