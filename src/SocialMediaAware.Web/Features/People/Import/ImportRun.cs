using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>What it would do can be read; nothing is done.</summary>
    Waiting,

    /// <summary>The file is wrong; nothing was done.</summary>
    Refused,

    /// <summary>It was done.</summary>
    Applied,
}

/// <summary>Which way a file came.</summary>
public enum ImportSource
{
    /// <summary>Through the browser.</summary>
    Browser,

    /// <summary>With the command.</summary>
    Command,

    /// <summary>From the drop folder, at night.</summary>
    DropFolder,
}

/// <summary>A file about people that came to the portal: what it would do, and whether it was done.</summary>
public sealed class ImportRun : IBelongsToAgency
{
    /// <summary>Longest name of a file that is kept.</summary>
    public const int FileNameLength = 200;

    /// <summary>Length of a SHA-256 hash as hexadecimal digits.</summary>
    public const int HashLength = 64;

    /// <summary>How long the file and the names in the preview are kept after the import was begun, or done (days).</summary>
    public const int DaysKept = 30;

    private ImportRun() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The feed that the file comes from.</summary>
    public string Feed { get; private init; } = "";

    /// <summary>What the file was called.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>The SHA-256 of the file, as hexadecimal digits.</summary>
    public string FileHash { get; private init; } = "";

    /// <summary>Which way it came.</summary>
    public ImportSource Source { get; private init; }

    /// <summary>When it came (UTC).</summary>
    public DateTimeOffset CameAt { get; private init; }

    /// <summary>The account that brought it; null for the drop folder and the command.</summary>
    public Guid? ByAccountId { get; private init; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; private set; }

    /// <summary>When it was applied (UTC); null before.</summary>
    public DateTimeOffset? AppliedAt { get; private set; }

    /// <summary>The act that its facts name; null before it was applied.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>When file and preview were erased (UTC); null while they are held.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>The SHA-256 of what the preview says: it tells whether applying would still do the same.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>The New Zealand date that the preview was made for.</summary>
    public DateOnly PreviewedFor { get; private set; }

    /// <summary>People in the file.</summary>
    public int InFile { get; private set; }

    /// <summary>People whom the feed had placed before.</summary>
    public int OfFeed { get; private set; }

    /// <summary>How many are new.</summary>
    public int New { get; private set; }

    /// <summary>How many change.</summary>
    public int Changed { get; private set; }

    /// <summary>How many end.</summary>
    public int Ended { get; private set; }

    /// <summary>How many come back.</summary>
    public int Back { get; private set; }

    /// <summary>How many stay as they are.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Of how many HR must decide who they are.</summary>
    public int Conflicts { get; private set; }

    /// <summary>How much is wrong with the file.</summary>
    public int Problems { get; private set; }

    /// <summary>Counts a change of this row, so that two who change it at once are told.</summary>
    public int Version { get; private set; }

    /// <summary>Whether so many would end that somebody must type the number.</summary>
    public bool NeedsTheNumber => Ended > 5 && Ended * 10 > OfFeed;

    /// <summary>Whether applying it would change nothing.</summary>
    public bool IsNothing => New + Changed + Ended + Back + Conflicts == 0;

    /// <summary>Whether it can be applied, once the number is typed where it needs to be.</summary>
    public bool CanBeApplied => State is ImportState.Waiting && Conflicts == 0 && ErasedAt is null;

    /// <summary>How many have an outcome.</summary>
    public int CountOf(ImportOutcome outcome) =>
        outcome switch
        {
            ImportOutcome.New => New,
            ImportOutcome.Changed => Changed,
            ImportOutcome.Ended => Ended,
            ImportOutcome.Back => Back,
            ImportOutcome.Conflict => Conflicts,
            _ => Unchanged,
        };

    /// <summary>Takes in a file.</summary>
    public static ImportRun Take(
        Guid agencyId,
        string feed,
        string fileName,
        string fileHash,
        ImportSource source,
        Guid? byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            Feed = feed,
            FileName = fileName.Length <= FileNameLength ? fileName : fileName[..FileNameLength],
            FileHash = fileHash,
            Source = source,
            ByAccountId = byAccountId,
            CameAt = at,
        };

    /// <summary>Keeps what applying it would do.</summary>
    public void Preview(ImportTotals totals, string fingerprint, DateOnly day)
    {
        (State, Problems, Fingerprint, PreviewedFor) = (ImportState.Waiting, 0, fingerprint, day);
        (InFile, OfFeed) = (totals.InFile, totals.OfFeed);
        New = totals[ImportOutcome.New];
        Changed = totals[ImportOutcome.Changed];
        Ended = totals[ImportOutcome.Ended];
        Back = totals[ImportOutcome.Back];
        Unchanged = totals[ImportOutcome.Unchanged];
        Conflicts = totals[ImportOutcome.Conflict];
        Version++;
    }

    /// <summary>The file is wrong.</summary>
    public void Refuse(int problems, DateOnly day)
    {
        (State, Problems, PreviewedFor, Fingerprint) = (ImportState.Refused, problems, day, "");
        Version++;
    }

    /// <summary>It is done.</summary>
    public void Apply(PeopleChange change)
    {
        (State, AppliedAt, ChangeId) = (ImportState.Applied, change.At, change.Id);
        Version++;
    }

    /// <summary>File and preview are held no more.</summary>
    public void Erase(DateTimeOffset at)
    {
        ErasedAt ??= at;
        Version++;
    }
}

/// <summary>The file of an import, and what applying it would do, person by person, both packed. They are erased after a time.</summary>
public sealed class ImportContent : IBelongsToAgency
{
    private ImportContent() { }

    /// <summary>The import.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The file, packed.</summary>
    public byte[] File { get; private init; } = [];

    /// <summary>The preview, packed.</summary>
    public byte[] Preview { get; private set; } = [];

    /// <summary>What HR decided about people of whom the file alone does not tell who they are, by employee number.</summary>
    public Dictionary<string, Guid> Decisions { get; private set; } = [];

    /// <summary>Keeps the file of an import.</summary>
    public static ImportContent Of(ImportRun run, byte[] file) =>
        new()
        {
            Id = run.Id,
            AgencyId = run.AgencyId,
            File = file,
        };

    /// <summary>Keeps a preview, the newest.</summary>
    public void Show(byte[] preview) => Preview = preview;

    /// <summary>Keeps who somebody is.</summary>
    public void Decide(string employeeNumber, Guid personId) =>
        Decisions = new Dictionary<string, Guid>(Decisions) { [employeeNumber] = personId };
}
