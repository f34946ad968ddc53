using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: when the programme opens and is due, with the dates that would follow.</summary>
public sealed class WhenModel(
    StepFrames frames,
    StepSaving saving,
    ScheduleReading reading,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>The answers to whether late joiners owe it.</summary>
    public IReadOnlyList<string> LatecomerAnswers =>
        Programme.Kind is ProgrammeKind.Yearly ? ["usual", "yes", "no"] : ["usual", "yes"];

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>When.</summary>
    public ScheduleForm Form { get; private set; } = null!;

    /// <summary>The next dates that would follow, in sentences.</summary>
    public IReadOnlyList<string> Dates { get; private set; } = [];

    /// <summary>The answer that is chosen.</summary>
    public string Latecomers =>
        Form.Latecomers is { } answer && LatecomerAnswers.Contains(answer) ? answer : "usual";

    private Programme Programme => Frame.Draft.Programme;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid programme, CancellationToken cancellationToken)
    {
        if (!await FindAsync(programme, null, cancellationToken))
        {
            return NotFound();
        }

        await ShowDatesAsync(Frame.Draft.Terms.Schedule, cancellationToken);
        return Page();
    }

    /// <summary>Shows the dates that would follow, and saves nothing.</summary>
    public async Task<IActionResult> OnPostDatesAsync(
        Guid programme,
        ScheduleForm sent,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, sent, cancellationToken))
        {
            return NotFound();
        }

        await ShowDatesAsync(Read(), cancellationToken);
        if (Request.IsHtmx())
        {
            return Partial("_Dates", Dates);
        }

        Response.StatusCode = ModelState.IsValid
            ? StatusCodes.Status200OK
            : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        ScheduleForm sent,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, sent, cancellationToken))
        {
            return NotFound();
        }

        var schedule = Read();
        await ShowDatesAsync(schedule, cancellationToken);
        return await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { Schedule = schedule ?? terms.Schedule },
            cancellationToken
        );
    }

    private ProgrammeSchedule? Read() =>
        Form.Read(Programme.Kind, Frame.Draft.Terms.Schedule, ModelState, texts);

    private async Task ShowDatesAsync(ProgrammeSchedule? schedule, CancellationToken stop) =>
        Dates = schedule is null
            ? [texts["DatesUnknown"]]
            : reading.InWords(Programme.Kind, await reading.RoundsAsync(Programme, schedule, stop));

    private async Task<bool> FindAsync(Guid id, ScheduleForm? sent, CancellationToken stop)
    {
        var frame = await frames.FindAsync(this, id, DraftStep.When, stop);
        if (frame is null)
        {
            return false;
        }

        (Frame, Form) = (frame, sent ?? ScheduleForm.Of(frame.Draft.Terms.Schedule));
        return true;
    }
}
