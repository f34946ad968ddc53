using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A file that was read and compared with what is held.</summary>
/// <param name="File">The file.</param>
/// <param name="Plan">What it would change; null when something is wrong with it.</param>
public sealed record PreparedImport(PeopleFile File, ImportPlan? Plan);

/// <summary>Reads a file about people and compares it with what is held. It changes nothing.</summary>
public sealed class PreparingImport(KnownPeopleReading reading, ContentStore content)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="TableRefusedException">It is no table of people.</exception>
    public PeopleFile Read(Stream file) =>
        PeopleFile.Read(file, new RegionNames(content.Library.Holidays));

    /// <summary>Compares it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="terms">What the import goes by.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<PreparedImport> CompareAsync(
        PeopleFile file,
        ImportTerms terms,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var units = await reading.ReadUnitsAsync(terms.AgencyId, terms.Day, cancellationToken);
        var known = await reading.ReadAsync(terms, file, cancellationToken);
        var plan = new ImportPlan(file, known, units, terms, at);
        return new PreparedImport(file, file.Problems.Count == 0 ? plan : null);
    }
}
