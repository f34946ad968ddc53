using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>What stands round every step: where it is on the way, and which state of the programme its form is for.</summary>
public sealed class StepFrame
{
    /// <summary>How many steps there are before the answers are checked.</summary>
    public static int Steps => Enum.GetValues<DraftStep>().Length;

    /// <summary>The programme.</summary>
    public required ProgrammeDraft Draft { get; init; }

    /// <summary>The step.</summary>
    public required DraftStep Step { get; init; }

    /// <summary>Whether the answers have been checked once: then every step leads back there.</summary>
    public required bool ReturnsToCheck { get; init; }

    /// <summary>The revision that the form is filled in for.</summary>
    public required int Revision { get; set; }

    /// <summary>What somebody else saved for this step while the form was filled in, in sentences; null where nobody did.</summary>
    public IReadOnlyList<string>? SavedMeanwhile { get; set; }

    /// <summary>Its place among the steps, from 1.</summary>
    public int Number => (int)Step + 1;

    /// <summary>The address of the check of all answers.</summary>
    public string CheckAddress => AddressOf(Draft.Programme.Id, "check");

    /// <summary>The step's own address.</summary>
    public string Address => AddressOf(Step);

    /// <summary>The step before, or the check of all answers.</summary>
    public string BackAddress =>
        ReturnsToCheck ? CheckAddress
        : Step is DraftStep.Name ? "/programmes"
        : AddressOf(Step - 1);

    /// <summary>The step after, or the check of all answers.</summary>
    public string NextAddress =>
        ReturnsToCheck || Step is DraftStep.Contact ? CheckAddress : AddressOf(Step + 1);

    /// <summary>An address of this step that keeps where it leads back to.</summary>
    public string Within(string rest = "") =>
        $"{AddressOf(Draft.Programme.Id, Step.ToString().ToLowerInvariant())}{rest}{(ReturnsToCheck ? "?to=check" : "")}";

    /// <summary>The address of a step, or of the check, of a programme.</summary>
    public static string AddressOf(Guid programmeId, string step) =>
        $"/programmes/{programmeId}/edit/{step}";

    private string AddressOf(DraftStep step) =>
        AddressOf(Draft.Programme.Id, step.ToString().ToLowerInvariant());
}

/// <summary>Finds what stands round a step.</summary>
public sealed class StepFrames(ProgrammeDrafts drafts)
{
    /// <summary>The step of a programme; null when it is not HR's to change.</summary>
    public async Task<StepFrame?> FindAsync(
        PageModel page,
        Guid programmeId,
        DraftStep step,
        CancellationToken cancellationToken
    )
    {
        if (await drafts.FindAsync(programmeId, cancellationToken) is not { } draft)
        {
            return null;
        }

        var sent = page.Request.HasFormContentType ? page.Request.Form : null;
        return new()
        {
            Draft = draft,
            Step = step,
            ReturnsToCheck = (sent?["To"] ?? page.Request.Query["to"]) == "check",
            // A form without a revision is for none.
            Revision =
                sent is null ? draft.Programme.Revision
                : NumberField.Read(sent["Revision"]) is { } revision ? revision
                : -1,
        };
    }
}
