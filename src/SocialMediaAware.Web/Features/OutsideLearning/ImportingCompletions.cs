using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>A line that was read.</summary>
public sealed record ImportedLine(
    int Number,
    NamedPerson Person,
    string Course,
    DateOnly CompletedOn,
    string Note,
    bool IsThere
);

/// <summary>What was read: lines, or what is wrong with them. One thing that is wrong keeps all of it out.</summary>
public sealed record ImportedList(
    IReadOnlyList<ImportedLine> Lines,
    IReadOnlyList<string> Problems
);

/// <summary>What is the same for a whole list.</summary>
public sealed record ImportTarget(
    Guid AgencyId,
    string Provider,
    IReadOnlyList<(string Slug, int Major)> Modules
);

/// <summary>Brings in a list of completions: it is shown first, and kept all at once or not at all.</summary>
public sealed class ImportingCompletions(
    PortalDbContext database,
    AgencyPeople people,
    SignedIn signedIn,
    AuditLog audit,
    IStringLocalizer<OutsideLearningTexts> texts,
    TimeProvider clock
)
{
    /// <summary>How many lines a list has at most.</summary>
    public const int MostLines = 2000;

    private static readonly string[] Columns = ["who", "course", "completed on", "note"];

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"];

    /// <summary>Reads a list and says what would be entered.</summary>
    public async Task<ImportedList> ReadAsync(
        Guid agencyId,
        string text,
        CancellationToken cancellationToken
    )
    {
        var lines = CompletionLines.Read(text);
        string[] header =
        [
            .. (lines.Count > 0 ? lines[0].Cells : []).Select(cell => cell.ToLowerInvariant()),
        ];
        string[] missing = [.. Columns.Except(header)];
        if (missing.Length > 0)
        {
            return Refused(missing.Select(each => texts["ImportColumnMissing", each].Value));
        }

        if (lines.Count is 1 or > MostLines + 1)
        {
            return Refused([texts[lines.Count == 1 ? "ImportNoLines" : "ImportTooManyLines"]]);
        }

        var at = Columns.ToDictionary(name => name, name => Array.IndexOf(header, name));
        ListLine[] body = [.. lines.Skip(1)];
        var words = body.Select(line => AgencyPeople.WordOf(Cell(line, at["who"])))
            .Where(word => word.Length > 0)
            .ToHashSet();
        var found = await people.FindAsync(agencyId, words, cancellationToken);
        var there = await ReadThereAsync(agencyId, found, cancellationToken);
        var problems = new List<string>();
        var read = new List<ImportedLine>();
        foreach (var line in body)
        {
            if (Take(line, at, found, problems) is { } taken)
            {
                read.Add(
                    taken with
                    {
                        IsThere = there.Contains(
                            (taken.Person.PersonId, taken.Course, taken.CompletedOn)
                        ),
                    }
                );
            }
        }

        problems.AddRange(TwiceIn(read));
        return problems.Count > 0 ? new([], problems) : new(read, []);
    }

    /// <summary>Enters what is new of a list, in one transaction.</summary>
    /// <returns>How many were entered.</returns>
    /// <exception cref="InvalidOperationException">The signed-in account is not HR there.</exception>
    public async Task<int> ApplyAsync(
        ImportedList list,
        ImportTarget target,
        CancellationToken cancellationToken
    )
    {
        if (!signedIn.Has(PortalRole.HumanResources, target.AgencyId))
        {
            throw new InvalidOperationException("Learning from elsewhere is entered by HR.");
        }

        var now = clock.GetUtcNow();
        OutsideCompletion[] entered =
        [
            .. list
                .Lines.Where(line => !line.IsThere)
                .Select(line =>
                    OutsideCompletion.Enter(
                        target.AgencyId,
                        line.Person.PersonId,
                        new CompletionDetails(
                            line.Course,
                            target.Provider,
                            line.CompletedOn,
                            line.Note,
                            target.Modules
                        ),
                        null,
                        signedIn.AccountId,
                        now
                    )
                ),
        ];
        database.AddRange(entered);
        audit.Add(
            AuditActions.OutsideLearningEntered,
            target.AgencyId,
            "/outside-learning/import",
            string.Create(CultureInfo.InvariantCulture, $"{entered.Length} entered from a list")
        );
        await database.SaveChangesAsync(cancellationToken);
        return entered.Length;
    }

    private ImportedLine? Take(
        ListLine line,
        Dictionary<string, int> at,
        ILookup<string, NamedPerson> found,
        List<string> problems
    )
    {
        var before = problems.Count;
        var who = Cell(line, at["who"]);
        NamedPerson[] named = [.. found[AgencyPeople.WordOf(who)]];
        if (named.Length != 1)
        {
            problems.Add(
                texts[named.Length == 0 ? "ImportLineWho" : "ImportLineSeveral", line.Number, who]
            );
        }

        var course = CompletionForm.LineOf(Cell(line, at["course"]));
        if (course.Length is 0 or > OutsideCompletion.CourseLength)
        {
            problems.Add(texts["ImportLineCourse", line.Number]);
        }

        var typed = Cell(line, at["completed on"]);
        var isDay = DateOnly.TryParseExact(
            typed,
            DayForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        if (!isDay || day > clock.Today() || day.Year < 2005)
        {
            problems.Add(texts["ImportLineDay", line.Number, typed]);
        }

        var note = Cell(line, at["note"]);
        if (note.Length is 0 or > OutsideCompletion.WordsLength)
        {
            problems.Add(texts["ImportLineNote", line.Number]);
        }

        return problems.Count > before
            ? null
            : new ImportedLine(line.Number, named[0], course, day, note, IsThere: false);
    }

    private IEnumerable<string> TwiceIn(List<ImportedLine> lines) =>
        lines
            .GroupBy(line => (line.Person.PersonId, line.Course, line.CompletedOn))
            .SelectMany(group =>
                group
                    .Skip(1)
                    .Select(line =>
                        texts["ImportLineTwice", line.Number, group.First().Number].Value
                    )
            );

    private async Task<HashSet<(Guid, string, DateOnly)>> ReadThereAsync(
        Guid agencyId,
        ILookup<string, NamedPerson> found,
        CancellationToken cancellationToken
    )
    {
        Guid[] persons =
        [
            .. found.SelectMany(each => each).Select(each => each.PersonId).Distinct(),
        ];
        var there = await database
            .OutsideCompletions.Where(each =>
                each.AgencyId == agencyId
                && each.TakenBackAt == null
                && persons.Contains(each.PersonId)
            )
            .Select(each => new
            {
                each.PersonId,
                each.Course,
                each.CompletedOn,
            })
            .ToListAsync(cancellationToken);
        return [.. there.Select(each => (each.PersonId, each.Course, each.CompletedOn))];
    }

    private static string Cell(ListLine line, int at) =>
        at < line.Cells.Count ? line.Cells[at] : "";

    private static ImportedList Refused(IEnumerable<string> problems) => new([], [.. problems]);
}
