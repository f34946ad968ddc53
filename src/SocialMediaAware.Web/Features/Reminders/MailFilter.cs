using Microsoft.AspNetCore.Http.Extensions;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Which mails somebody looks for.</summary>
/// <param name="State">In this state; null for all.</param>
/// <param name="Kind">Of this kind; null for all.</param>
/// <param name="Person">To somebody whose name or address holds these words; empty for everybody.</param>
public sealed record MailFilter(OutboxState? State, MailKind? Kind, string Person)
{
    /// <summary>Whether some mails only are looked for.</summary>
    public bool IsSearch => State is not null || Kind is not null || Person.Length > 0;

    /// <summary>Reads what an address holds. What cannot be read is left aside.</summary>
    public static MailFilter Read(string? state, string? kind, string? person)
    {
        var words = (person ?? "").Trim();
        return new(
            Named<OutboxState>(state),
            Named<MailKind>(kind),
            words.Length <= PersonName.NameLength ? words : ""
        );
    }

    /// <summary>The filter as it stands in an address.</summary>
    public QueryBuilder ToQuery() =>
        new()
        {
            { "state", State?.ToString() ?? "" },
            { "kind", Kind?.ToString() ?? "" },
            { "person", Person },
        };

    // By name only: a number would be read as well otherwise.
    private static T? Named<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Where(value => value.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(value => (T?)value)
            .FirstOrDefault();
}
