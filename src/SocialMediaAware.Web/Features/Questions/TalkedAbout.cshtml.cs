using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>HR enters on which day somebody talked with a person who does not agree.</summary>
public sealed class TalkedAboutModel(
    DisagreementList disagreements,
    TalkingAboutIt talking,
    IStringLocalizer<QuestionsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The day.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>Who does not agree, with what.</summary>
    public DisagreementLine Line { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid disagreement,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(disagreement, cancellationToken))
        {
            return NotFound();
        }

        Day = (Line.TalkedOn ?? clock.Today()).ForField();
        return Page();
    }

    /// <summary>Enters it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid disagreement,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(disagreement, cancellationToken))
        {
            return NotFound();
        }

        var day = DayField.Read(Day);
        if (day is null)
        {
            ModelState.AddModelError(nameof(Day), texts["TalkedDayMissing"]);
        }
        else if (day > clock.Today() || day < Line.SaidAt.NewZealandDate())
        {
            ModelState.AddModelError(nameof(Day), texts["TalkedDayWrong", Line.SaidAt.InWords()]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await talking.EnterAsync(disagreement, day!.Value, cancellationToken);
        TempData[nameof(DisagreementsModel.Notice)] = texts[
            "DaySaved",
            Line.Person,
            day.Value.InWords()
        ].Value;
        return Redirect("/questions/not-agreeing");
    }

    private async Task<bool> FindAsync(Guid disagreementId, CancellationToken cancellationToken)
    {
        var line = await disagreements.FindAsync(disagreementId, cancellationToken);
        Line = line!;
        return line is not null;
    }
}
