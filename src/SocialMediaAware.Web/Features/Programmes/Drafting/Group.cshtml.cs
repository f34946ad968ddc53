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
    private GroupChoices choices = null!;
    private GroupForm form = null!;

    /// <summary>The choice between one of the tasks and every one of them.</summary>
    public string? Every => form.Every;

    /// <summary>Which group it is, from 1, or <c>new</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>The kinds of person.</summary>
    public TickField KindTicks => choices.KindTicks(form);

    /// <summary>The tasks that are asked for.</summary>
    public TickField TaskTicks => choices.TaskTicks(form);

    /// <summary>The tasks that nobody of the group has.</summary>
    public TickField WithoutTicks => choices.WithoutTicks(form);

    /// <summary>The units.</summary>
    public IReadOnlyList<UnitTickLine> UnitLines => choices.UnitLines(form);

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

        var stated = form.ToGroup(choices.UnitIds);
        GroupForm.Check(stated, ModelState, sentence, texts);
        if (Number == "new" && !Frame.Draft.Terms.Audience.HasRoom)
        {
            ModelState.AddModelError("", texts["TooManyGroups", ProgrammeAudience.MostGroups]);
        }

        await ShowAsync(cancellationToken);
        return await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { Audience = terms.Audience.With(Number, stated) },
            cancellationToken,
            Frame.Within()
        );
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        Count = await reading.CountAsync(
            Frame.Draft.Agency,
            form.ToGroup(choices.UnitIds),
            choices.Names,
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
        if (frame?.Draft.Terms.Audience.Find(group) is not { } there)
        {
            return false;
        }

        (Frame, Number, form) = (frame, group, sent ?? GroupForm.Of(there));
        choices = await reading.ChoicesAsync(frame.Draft.Agency, there, stop);
        return true;
    }
}
