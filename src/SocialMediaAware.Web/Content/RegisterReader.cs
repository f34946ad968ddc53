using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>What the files at the top of the content folder hold.</summary>
internal sealed record Registers(
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyDictionary<string, Obligation> Obligations,
    IReadOnlyList<AgencyEntry> Agencies,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<ElectionEntry> Elections,
    IReadOnlyList<StarterProgramme> Programmes
);

/// <summary>Reads the registers: sources, obligations, agencies, holidays, elections and starter programmes.</summary>
internal sealed partial class RegisterReader(ContentFiles files, MessageLog log)
{
    private const string AskForId = "Give it an id; an id never changes.";

    private static readonly Dictionary<string, SourceStatus> SourceStatuses = new(
        StringComparer.Ordinal
    )
    {
        ["current"] = SourceStatus.Current,
        ["superseded"] = SourceStatus.Superseded,
        ["named"] = SourceStatus.Named,
    };

    private static readonly Dictionary<string, ObligationKind> ObligationKinds = new(
        StringComparer.Ordinal
    )
    {
        ["must"] = ObligationKind.Must,
        ["must-not"] = ObligationKind.MustNot,
        ["may"] = ObligationKind.May,
        ["should"] = ObligationKind.Should,
        ["process"] = ObligationKind.Process,
        ["contact"] = ObligationKind.Contact,
        ["definition"] = ObligationKind.Definition,
        ["consequence"] = ObligationKind.Consequence,
    };

    public Registers Read()
    {
        var other = new AgencyAndHolidayReader(this, log);
        return new Registers(
            ReadSources(),
            ReadObligations(),
            other.ReadAgencies(),
            other.ReadHolidays(),
            ReadElections(),
            ReadProgrammes()
        );
    }

    /// <summary>The words that content owners add to the list of te reo words; the file need not be there.</summary>
    public IReadOnlyList<string> ReadTeReoWords()
    {
        if (!files.Exists(TeReoWords.FilePath))
        {
            return [];
        }

        var words = Fields(TeReoWords.FilePath)
            ?.RequiredList("words", "Write it as words: [whānau, hui].");
        return [.. (words ?? []).Where(static word => word.Length is > 1 and < 60)];
    }

    // An installation may keep its elections in the portal only.
    private List<ElectionEntry> ReadElections() =>
        files.Exists(ElectionReader.FilePath) ? new ElectionReader(this, log).Read() : [];

    private Dictionary<string, Source> ReadSources()
    {
        const string path = "sources.yml";
        var problems = log.For(path);
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var entry in Entries(path, "sources"))
        {
            entry.AllowOnly(
                "id",
                "title",
                "organisation",
                "agency",
                "date",
                "date_note",
                "reference",
                "url",
                "status",
                "superseded_by",
                "superseded_on",
                "note"
            );
            if (ToSource(entry, problems) is { } source)
            {
                Keep(sources, source.Id, source, entry, problems);
            }
        }

        return sources;
    }

    private static Source? ToSource(FieldReader entry, FileLog problems)
    {
        var id = entry.Required("id", AskForId);
        var status = entry.Choice("status", SourceStatuses);
        if (id is null || status is null)
        {
            return null;
        }

        return new Source
        {
            Id = id,
            Title = entry.Required("title", "Write the title of the document.") ?? id,
            Organisation = entry.Required("organisation", "Write who issued it.") ?? "",
            AgencySlug = entry.Optional("agency"),
            Date = entry.Optional("date"),
            DateNote = entry.Optional("date_note"),
            Reference = entry.Optional("reference"),
            Url = WebAddress(entry, "url", problems),
            Status = status.Value,
            SupersededBy = entry.Optional("superseded_by"),
            SupersededOn = entry.Date("superseded_on"),
            Note = entry.Optional("note"),
            Line = entry.Map.Line,
        };
    }

    private Dictionary<string, Obligation> ReadObligations()
    {
        var obligations = new Dictionary<string, Obligation>(StringComparer.Ordinal);
        var paths = files
            .FilesIn(".", "obligations*.yml")
            .Select(static path => path[2..])
            .ToList();
        if (paths.Count == 0)
        {
            log.For("obligations.yml")
                .Error(1, "There is no register of obligations.", "Add the file obligations.yml.");
        }

        foreach (var path in paths)
        {
            foreach (var entry in Entries(path, "obligations"))
            {
                ReadObligation(path, entry, obligations);
            }
        }

        return obligations;
    }

    private void ReadObligation(
        string path,
        FieldReader entry,
        Dictionary<string, Obligation> obligations
    )
    {
        var id = entry.Required("id", AskForId);
        var kind = entry.Choice("kind", ObligationKinds);
        var source = entry.Required("source", "Name the source by its id.");
        if (id is null || kind is null || source is null)
        {
            return;
        }

        var obligation = new Obligation
        {
            Id = id,
            SourceId = source,
            SectionName = entry.Required("section", "Name the section of the source.") ?? "",
            Kind = kind.Value,
            AppliesTo = entry.RequiredList(
                "applies_to",
                "Say whom it binds: applies_to: [all-staff]."
            ),
            Statement = entry.Required("statement", "Say in plain words what it asks.") ?? "",
            Themes = entry.OptionalList("themes") ?? [],
            ElectionPeriod = entry.Flag("election_period"),
            CurrencyNote = entry.Optional("currency_note"),
            Confidence = entry.Optional("confidence"),
            Line = entry.Map.Line,
            File = path,
        };
        Keep(obligations, id, obligation, entry, log.For(path));
    }

    private List<StarterProgramme> ReadProgrammes() =>
        [
            .. files
                .FilesIn("programmes", "*.yml")
                .Select(path =>
                    Fields(path) is { } fields
                        ? ProgrammeReader.Read(path, fields, log.For(path))
                        : null
                )
                .OfType<StarterProgramme>(),
        ];

    private FieldReader? Fields(string path)
    {
        if (!files.Exists(path))
        {
            log.For(path).Error(1, "The file is missing.", $"Add {path} to the content folder.");
            return null;
        }

        var problems = log.For(path);
        return
            files.Read(path) is { } file
            && YamlTreeReader.ReadMap(file.Text, 0, problems) is { } map
            ? new FieldReader(map, problems)
            : null;
    }

    internal IEnumerable<FieldReader> Entries(string path, string list) =>
        Fields(path) is { } fields
            ? fields.Maps(list).Select(map => new FieldReader(map, log.For(path)))
            : [];

    internal static void Keep<TEntry>(
        Dictionary<string, TEntry> entries,
        string id,
        TEntry entry,
        FieldReader fields,
        FileLog problems
    )
    {
        if (!entries.TryAdd(id, entry))
        {
            problems.Error(
                fields.Map.Line,
                $"The id \"{FieldReader.Short(id)}\" stands here for the second time.",
                "Give the later one an id of its own."
            );
        }
    }

    internal static string? WebAddress(FieldReader entry, string field, FileLog problems)
    {
        var url = entry.Optional(field);
        if (url is null || Https().IsMatch(url))
        {
            return url;
        }

        problems.Error(
            entry.LineOf(field),
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{FieldReader.Short(url)}\" is not an address that readers can open."
            ),
            "Write an address that begins with https://."
        );
        return null;
    }

    [GeneratedRegex(
        @"^https://[^\s\\""'<>]+$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Https();
}
