using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: whom the programme is for, group by group. Each group has a page of its own.</summary>
public sealed class AudienceModel(
    StepFrames frames,
    StepSaving saving,
    AudienceUnits units,
    AudienceCount count,
    AudienceSentence sentence
) : PageModel
{
    private AudienceNames names = null!;

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>How many people it is for.</summary>
    public AudienceTally Tally { get; private set; } = null!;

    /// <summary>Whom it is for, in a sentence.</summary>
    public string Sentence => sentence.Of(Frame.Draft.Terms.Audience, names);

    /// <summary>One group in a sentence.</summary>
    public string SentenceOf(AudienceGroup group) => sentence.Of(group, names);

    /// <summary>Shows the groups.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, cancellationToken) ? Page() : NotFound();

    /// <summary>Takes a group out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(
        Guid programme,
        string? group,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        return await SaveAsync(
            groups => [.. groups.Where((_, at) => at + 1 != NumberField.Read(group))],
            cancellationToken
        );
    }

    /// <summary>Takes all groups out: then it is for everybody.</summary>
    public async Task<IActionResult> OnPostEverybodyAsync(
        Guid programme,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        return await SaveAsync(_ => [], cancellationToken);
    }

    private Task<IActionResult> SaveAsync(
        Func<IReadOnlyList<AudienceGroup>, IReadOnlyList<AudienceGroup>> change,
        CancellationToken cancellationToken
    ) =>
        saving.SaveAsync(
            this,
            Frame,
            terms => terms with { Audience = new() { Groups = change(terms.Audience.Groups) } },
            cancellationToken,
            Frame.Within()
        );

    private async Task<bool> FindAsync(Guid programmeId, CancellationToken cancellationToken)
    {
        var frame = await frames.FindAsync(
            this,
            programmeId,
            DraftStep.Audience,
            cancellationToken
        );
        if (frame is null)
        {
            return false;
        }

        var (agency, audience) = (frame.Draft.Agency, frame.Draft.Terms.Audience);
        Frame = frame;
        names = await units.NamesAsync(agency.ShortName, [audience], cancellationToken);
        Tally = await count.CountAsync(agency.Id, audience, null, cancellationToken);
        return true;
    }
}
