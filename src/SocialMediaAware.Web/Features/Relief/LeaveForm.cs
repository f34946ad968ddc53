using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Leave as a form sends it: the fields <c>From</c> and <c>LastDay</c>. There is none for its kind.</summary>
/// <param name="From">The first day away.</param>
/// <param name="LastDay">The last day away; empty while it is not known.</param>
public sealed record LeaveForm(string? From, string? LastDay)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    /// <summary>Leave as the form holds it.</summary>
    public static LeaveForm Of(LeaveLine line) =>
        new(line.From.ForField(), line.LastDay?.ForField());

    /// <summary>The time that it states; null when something is missing or wrong, which is said in the model state.</summary>
    public TimeAway? Read(ModelStateDictionary errors, IStringLocalizer<ReliefTexts> texts)
    {
        errors.Clear();
        var from = Day(From);
        var lastDay = Day(LastDay);
        if (from is null)
        {
            errors.AddModelError(nameof(From), texts["FromMissing"]);
        }

        if (!string.IsNullOrWhiteSpace(LastDay) && lastDay is null)
        {
            errors.AddModelError(nameof(LastDay), texts["LastDayNoDay"]);
        }

        if (lastDay < from)
        {
            errors.AddModelError(nameof(LastDay), texts["LastDayBefore"]);
        }

        return errors.IsValid ? new(from!.Value, lastDay?.AddDays(1)) : null;
    }

    /// <summary>A day of a field; null for none, and for one that no calendar of this portal can have.</summary>
    public static DateOnly? Day(string? text) =>
        DayField.Read(text) is { Year: >= FirstYear and <= LastYear } day ? day : null;
}

/// <summary>Whose leave a page is about.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What they are called.</param>
/// <param name="AgencyIds">The agencies for which the reader may enter it.</param>
/// <param name="Address">The address of the page.</param>
public sealed record LeaveSubject(
    Guid PersonId,
    string Name,
    IReadOnlyList<Guid> AgencyIds,
    string Address
);

/// <summary>What a page of leave shows, for HR and for leaders alike.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Address">The address of the page.</param>
/// <param name="Lines">The leave there is.</param>
/// <param name="Edited">The one that is changed; null to enter another.</param>
/// <param name="Form">What the fields hold.</param>
public sealed record LeavePage(
    string Name,
    string Address,
    IReadOnlyList<LeaveLine> Lines,
    LeaveLine? Edited,
    LeaveForm Form
);

/// <summary>What a page of leave does with what it was sent, for HR and for leaders alike.</summary>
public sealed class LeaveDesk(
    KeepingLeave keeping,
    PersonLeave leaves,
    IStringLocalizer<ReliefTexts> texts
)
{
    /// <summary>Reads what the page shows; null when the leave that is asked for is not there or is not changed by hand.</summary>
    /// <param name="subject">Whose leave.</param>
    /// <param name="leaveId">The one that is changed; null to enter another.</param>
    /// <param name="sent">What was typed; null when nothing was.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<LeavePage?> ReadAsync(
        LeaveSubject subject,
        Guid? leaveId,
        LeaveForm? sent,
        CancellationToken cancellationToken
    )
    {
        var lines = await leaves.ReadAsync(subject.PersonId, subject.AgencyIds, cancellationToken);
        var edited = lines.Find(line => line.Id == leaveId);
        return leaveId is not null && edited is not { IsOfFeed: false }
            ? null
            : new(
                subject.Name,
                subject.Address,
                lines,
                edited,
                sent ?? (edited is null ? new(null, null) : LeaveForm.Of(edited))
            );
    }

    /// <summary>Saves it. What is wrong is said in the model state.</summary>
    /// <returns>What was done, in words; null when nothing was.</returns>
    public async Task<string?> SaveAsync(
        LeaveSubject subject,
        Guid? leaveId,
        LeaveForm form,
        ModelStateDictionary errors,
        CancellationToken cancellationToken
    )
    {
        if (form.Read(errors, texts) is not { } away)
        {
            return null;
        }

        var outcome = leaveId is { } id
            ? await keeping.ChangeAsync(
                subject.PersonId,
                subject.AgencyIds,
                id,
                away,
                cancellationToken
            )
            : await keeping.EnterAsync(
                subject.PersonId,
                subject.AgencyIds,
                away,
                cancellationToken
            );
        return Said(outcome, subject.Name, errors);
    }

    /// <summary>Takes it back.</summary>
    /// <returns>What was done, in words; null when nothing was.</returns>
    public async Task<string?> TakeBackAsync(
        LeaveSubject subject,
        Guid leaveId,
        ModelStateDictionary errors,
        CancellationToken cancellationToken
    )
    {
        errors.Clear();
        var outcome = await keeping.ChangeAsync(
            subject.PersonId,
            subject.AgencyIds,
            leaveId,
            away: null,
            cancellationToken
        );
        // A second click finds it gone, which is what was asked for.
        return outcome is LeaveOutcome.Done or LeaveOutcome.NotFound
            ? texts["LeaveTakenBack", subject.Name].Value
            : Said(outcome, subject.Name, errors);
    }

    private string? Said(LeaveOutcome outcome, string name, ModelStateDictionary errors)
    {
        if (outcome is LeaveOutcome.Done or LeaveOutcome.Joined or LeaveOutcome.HeldAlready)
        {
            return texts[$"Leave{outcome}", name].Value;
        }

        errors.AddModelError("", texts[$"Leave{outcome}"]);
        return null;
    }
}
