using System.Globalization;
using System.Text;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>
/// A form to sign by hand: the exact words and module versions as they were printed. When its scan is handed in, these are what was
/// signed, if they still are what is asked.
/// </summary>
public sealed class PaperForm : IBelongsToAgency
{
    /// <summary>How something signed on one got into the record.</summary>
    public const string Method = "paper";

    /// <summary>Length of its number.</summary>
    public const int NumberLength = 12;

    /// <summary>Longest name of a witness.</summary>
    public const int WitnessLength = 200;

    private PaperForm() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The number that is printed on it, such as <c>P-7K4M-92XC</c>.</summary>
    public string Number { get; private init; } = "";

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Who is to sign.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>What they are called on it.</summary>
    public string PersonName { get; private init; } = "";

    /// <summary>The exact words.</summary>
    public string StatementText { get; private init; } = "";

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>The account that made it.</summary>
    public Guid MadeByAccountId { get; private init; }

    /// <summary>The day that stands on it; null before its scan was handed in.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Who saw it being signed.</summary>
    public string? Witness { get; private set; }

    /// <summary>Its scan.</summary>
    public Guid? ScanId { get; private set; }

    /// <summary>When the scan was handed in (UTC).</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>The account that handed it in.</summary>
    public Guid? RecordedByAccountId { get; private set; }

    /// <summary>The module versions, in the order they are read.</summary>
    public ICollection<PaperFormModule> Modules { get; private init; } = [];

    /// <summary>A number for a new form: short enough to type, and nobody's to guess.</summary>
    public static string NewNumber()
    {
        var code = AssistedCode.New();
        return $"P-{code[..4]}-{code[4..]}";
    }

    /// <summary>Makes a form of a sheet.</summary>
    public static PaperForm Make(
        SigningSheet sheet,
        string number,
        Guid byAccountId,
        DateTimeOffset at
    )
    {
        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            Number = number,
            AgencyId = sheet.Assignment.AgencyId,
            AssignmentId = sheet.Assignment.Id,
            PersonId = sheet.Assignment.PersonId,
            PersonName = sheet.PersonName,
            StatementText = sheet.StatementText,
            MadeAt = at,
            MadeByAccountId = byAccountId,
            Modules =
            [
                .. sheet.Modules.Select(
                    (module, order) => new PaperFormModule(id, order, module.Signed)
                ),
            ],
        };
    }

    /// <summary>Its scan was handed in and what it says is in the record.</summary>
    public void Record(
        DateOnly signedOn,
        string witness,
        Guid scanId,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        (SignedOn, Witness, ScanId, RecordedByAccountId, RecordedAt) = (
            signedOn,
            witness,
            scanId,
            byAccountId,
            at
        );

    /// <summary>SHA-256 over the number, the day, the witness and the scan: what the signature rests on.</summary>
    public TreeHash HashWith(DateOnly signedOn, string witness, byte[] scanHash) =>
        TreeHash.Sha256Of(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"paper/1\n{Number}\n{signedOn:yyyy-MM-dd}\n{witness}\n{Convert.ToHexStringLower(scanHash)}\n"
                )
            )
        );

    /// <summary>Whether it asks for the same modules in the same major versions as the sheet does now.</summary>
    public bool IsStillFor(SigningSheet sheet) =>
        sheet.Modules.Count > 0
        && sheet.Modules.All(asked =>
            Modules.Any(printed =>
                printed.ModuleSlug == asked.Signed.Slug && printed.Major == asked.Signed.Major
            )
        );
}

/// <summary>A module version on a form.</summary>
public sealed class PaperFormModule
{
    private PaperFormModule() { }

    internal PaperFormModule(Guid formId, int order, SignedModule module)
    {
        FormId = formId;
        Order = order;
        ModuleSlug = module.Slug;
        Title = module.Title;
        Major = module.Major;
        Minor = module.Minor;
        ContentHash = module.ContentHash.ToArray();
    }

    /// <summary>The form.</summary>
    public Guid FormId { get; private init; }

    /// <summary>Its place, from 0.</summary>
    public int Order { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The version's number before the point.</summary>
    public int Major { get; private init; }

    /// <summary>The version's number after the point.</summary>
    public int Minor { get; private init; }

    /// <summary>The hash of its text (32 bytes).</summary>
    public byte[] ContentHash { get; private init; } = [];

    internal SignedModule ToSigned() =>
        new(ModuleSlug, Title, Major, Minor, TreeHash.FromBytes(ContentHash));
}
