namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file on which it begins, from 1; in a workbook the number of its row.</param>
/// <param name="Cells">Its cells as text, as many as were found.</param>
public readonly record struct TableRow(int Line, string[] Cells)
{
    /// <summary>Whether nothing is in it.</summary>
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
