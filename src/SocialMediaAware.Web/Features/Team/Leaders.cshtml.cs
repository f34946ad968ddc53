using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Relief;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>Who leads a person, and who stands in for them, as HR keeps it.</summary>
public sealed class LeadersModel(
    KeptPeople people,
    PersonTies ties,
    ChangingTies changing,
    Colleagues colleagues,
    IStringLocalizer<TeamTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>What can be added.</summary>
    public static IReadOnlyList<TieKind> Kinds { get; } =
    [TieKind.Leader, TieKind.ActingLeader, TieKind.Acting, TieKind.Assistant];

    /// <summary>What to add.</summary>
    [BindProperty]
    public TieKind? Kind { get; set; }

    /// <summary>Whom: a mail address or an employee number.</summary>
    [BindProperty]
    public string? Who { get; set; }

    /// <summary>The first day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The last day; empty while none is known.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whose leaders.</summary>
    public KeptPerson Person { get; private set; } = null!;

    /// <summary>What is held.</summary>
    public IReadOnlyList<Tie> Ties { get; private set; } = [];

    /// <summary>Who counts today.</summary>
    public IReadOnlyList<LeaderToday> Today { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        From = clock.Today().ForField();
        return await FindAsync(person, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (!await FindAsync(person, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Kind is not { } kind || !Kinds.Contains(kind))
        {
            ModelState.AddModelError(nameof(Kind), texts["KindMissing"]);
        }

        var other = await colleagues.FindAsync(Who, Person.AgencyIds, cancellationToken);
        if (other is null || other.PersonId == person)
        {
            ModelState.AddModelError(
                nameof(Who),
                texts[other is null ? "WhoUnknown" : "NotThemself"]
            );
        }

        var time = new TieForm(From, LastDay, Reason).Read(ModelState, texts);
        if (other is null || time is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var outcome = await changing.LearnAsync(
            Kind!.Value,
            person,
            other,
            time,
            cancellationToken
        );
        Notice = texts[$"Tie{outcome}", other.Name];
        return Redirect($"/people/person/{person}/leaders");
    }

    private async Task<bool> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(personId, cancellationToken) is not { } kept)
        {
            return false;
        }

        Person = kept;
        var all = await ties.ReadAsync(personId, kept.AgencyIds, cancellationToken);
        Ties = [.. all.Where(tie => tie.Kind != TieKind.Task)];
        Today = await ties.LeadersTodayAsync(personId, kept.AgencyIds, cancellationToken);
        return true;
    }
}
