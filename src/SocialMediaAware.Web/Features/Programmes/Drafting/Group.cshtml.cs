using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>One group of people of a programme's audience.</summary>
public sealed class GroupModel(
    StepFrames frames,
    StepSaving saving,
    GroupReading reading,
    AudienceSentence sentence,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>What it can be made of.</summary>
    public GroupChoices Choices { get; private set; } = null!;

    /// <summary>What is chosen.</summary>
    public GroupForm Form { get; private set; } = null!;

    /// <summary>Which group it is, from 1, or <c>new</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>Whom the group has, and how many people that is today.</summary>
    public (string Sentence, int People) Count { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        string group,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(programme, group, null, cancellationToken)
            ? await ShowAsync(cancellationToken)
            : NotFound();

    /// <summary>Counts the people that the form has now, and saves nothing.</summary>
    public async Task<IActionResult> OnPostCountAsync(
        Guid programme,
        string group,
        GroupForm sent,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, group, sent, cancellationToken))
        {
            return NotFound();
        }

        var page = await ShowAsync(cancellationToken);
        return Request.IsHtmx() ? Partial("_PeopleCount", Count) : page;
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        string group,
        GroupForm sent,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, group, sent, cancellationToken))
        {
            return NotFound();
        }

        var stated = Form.ToGroup(Choices.UnitIds);
        var audience = Frame.Draft.Terms.Audience;
        GroupForm.Check(stated, Number, audience, ModelState, sentence, texts);
        await ShowAsync(cancellationToken);
        var answer = await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { Audience = terms.Audience.With(Number, stated) },
            cancellationToken,
            Frame.Within()
        );
        // Where somebody else changed the groups, a number may mean another one now: this one is added to theirs.
        Number = Frame.SavedMeanwhile is null ? Number : AudienceEditing.New;
        return answer;
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        Count = await reading.CountAsync(
            Frame.Draft.Agency,
            Form.ToGroup(Choices.UnitIds),
            Choices.Names,
            cancellationToken
        );
        return Page();
    }

    private async Task<bool> FindAsync(
        Guid id,
        string group,
        GroupForm? sent,
        CancellationToken stop
    )
    {
        var frame = await frames.FindAsync(this, id, DraftStep.Audience, stop);
        if (frame?.Draft.Terms.Audience.Find(group, sent is not null) is not { } there)
        {
            return false;
        }

        (Frame, Number, Form) = (frame, group, sent ?? GroupForm.Of(there));
        Choices = await reading.ChoicesAsync(frame.Draft.Agency, there, stop);
        return true;
    }
}
