using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Shows the statement and what it covers, and takes the signature.</summary>
public sealed class SignModel(SigningSheets sheets, Signing signing, SignedIn signedIn) : PageModel
{
    /// <summary>The id of the box to tick.</summary>
    public const string DeclaredField = "declared";

    /// <summary>The id of the field for the name.</summary>
    public const string NameField = "name";

    /// <summary>The assignment.</summary>
    [BindProperty(SupportsGet = true, Name = "assignment")]
    public Guid AssignmentId { get; set; }

    /// <summary>What the page showed when it was opened.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>Whether the box was ticked.</summary>
    [BindProperty]
    public bool Declared { get; set; }

    /// <summary>The name that was typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The sheet.</summary>
    public SigningSheet Sheet { get; private set; } = null!;

    /// <summary>Why what was handed in was refused.</summary>
    public IReadOnlyList<SigningProblem> Problems { get; private set; } = [];

    /// <summary>A tick stays, unless it was for another text.</summary>
    public bool IsTickKept =>
        Declared && Problems.All(problem => problem.Reason != SigningRefusal.TextChanged);

    /// <summary>Shows the sheet, or the receipt when it was signed.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var sheet = signedIn.PersonId is { } personId
            ? await sheets.ReadAsync(personId, AssignmentId, cancellationToken)
            : null;
        if (sheet is null)
        {
            return NotFound();
        }

        Sheet = sheet;
        return sheet.AttestationId is { } attestationId ? ToReceipt(attestationId) : Page();
    }

    /// <summary>Signs, and shows the receipt.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (signedIn.PersonId is not { } personId)
        {
            return NotFound();
        }

        var result = await signing.SignAsync(
            new SigningRequest
            {
                AssignmentId = AssignmentId,
                PersonId = personId,
                AccountId = signedIn.AccountId,
                AuthenticationMethod = signedIn.AuthenticationMethod,
                ShownToken = Shown ?? "",
                IsDeclared = Declared,
                TypedName = Name ?? "",
            },
            cancellationToken
        );
        if (result.AttestationId is { } attestationId)
        {
            return ToReceipt(attestationId);
        }

        if (result.Sheet is null)
        {
            return NotFound();
        }

        Sheet = result.Sheet;
        Problems = result.Problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The problem to show at a field.</summary>
    public SigningProblem? ProblemAt(string field) =>
        Problems.FirstOrDefault(problem => PlaceOf(problem) == $"#{field}");

    /// <summary>Where on the page a problem is mended.</summary>
    public string PlaceOf(SigningProblem problem) =>
        problem.Reason switch
        {
            SigningRefusal.NotDeclared => $"#{DeclaredField}",
            SigningRefusal.NameMissing or SigningRefusal.NameDiffers => $"#{NameField}",
            SigningRefusal.TextChanged => "#statement",
            SigningRefusal.Unavailable => $"#{NameField}",
            _ => Sheet.Problems.Count > 0 ? "#remains" : WhereToGo(problem),
        };

    /// <summary>Where what remains is done.</summary>
    public string WhereToGo(SigningProblem problem) => SigningLinks.For(problem, Sheet);

    private RedirectResult ToReceipt(Guid attestationId) =>
        Redirect($"/attestations/{attestationId}");
}
