using CsvHelper;

namespace SocialMediaAware.Tests.Reports;

/// <summary>Reads the portal's CSV files as another program would.</summary>
internal static class CsvFiles
{
    /// <summary>Every line's cells, without the header's.</summary>
    public static async Task<IReadOnlyList<string[]>> RowsAsync(
        this HttpClient client,
        string address
    )
    {
        using var response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return Parse(await response.Content.ReadAsByteArrayAsync());
    }

    /// <inheritdoc cref="RowsAsync" />
    public static IReadOnlyList<string[]> Parse(byte[] file)
    {
        var rows = new List<string[]>();
        using var csv = CsvReader.Create(file);
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }
}
