using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>An answer as the form sends it.</summary>
/// <param name="Give">Whether time is given: <c>true</c> or <c>false</c>.</param>
/// <param name="Until">Until when.</param>
/// <param name="Answer">What the person is told.</param>
public sealed record AnswerForm(string? Give, string? Until, string? Answer);

/// <summary>A request that waits, with all that is needed to answer it.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Name">By whom.</param>
/// <param name="Programme">For what.</param>
/// <param name="Assignment">As it stands now.</param>
/// <param name="Bounds">Until when time can be given.</param>
/// <param name="Becomes">When it would be due if time were given until the day that was asked for; null when that cannot be given.</param>
/// <param name="List">The address of the list it stands in.</param>
/// <param name="Form">What the answerer typed.</param>
public sealed record AnswerSheet(
    TimeRequest Asked,
    string Name,
    string Programme,
    Assignment Assignment,
    TimeBounds Bounds,
    DateOnly? Becomes,
    string List,
    AnswerForm Form
)
{
    /// <summary>Whether there is still anything to answer.</summary>
    public bool IsOpen => Asked.Waits && !Assignment.IsEnded;
}

/// <summary>Where a request for more time is answered: the same for leaders and for HR.</summary>
public sealed class AnswerDesk(
    PortalDbContext database,
    AnsweringTime answering,
    TimeBoundsReading bounds,
    ExtensionPreview preview,
    AuditLog audit,
    IStringLocalizer<MoreTimeTexts> texts,
    TimeProvider clock
)
{
    /// <summary>Reads it. The view is written to the audit log.</summary>
    public async Task<AnswerSheet> ReadAsync(
        TimeRequest asked,
        string list,
        AnswerForm? form,
        CancellationToken cancellationToken
    )
    {
        var assignment = await database
            .Assignments.AsNoTracking()
            .SingleAsync(one => one.Id == asked.AssignmentId, cancellationToken);
        var programme = await database
            .Programmes.Where(one => one.Id == assignment.ProgrammeId)
            .Select(one => one.Name)
            .SingleAsync(cancellationToken);
        var allowed = await bounds.ReadAsync(assignment, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            asked.AgencyId,
            $"/people/person/{asked.PersonId}",
            Relief.DueDateAudit.Detail,
            cancellationToken
        );
        return new(
            asked,
            await NameAsync(asked.PersonId, cancellationToken),
            programme,
            assignment,
            allowed,
            await BecomesAsync(asked, assignment, allowed, cancellationToken),
            list,
            form ?? new(null, asked.Until.ForField(), "")
        );
    }

    /// <summary>Answers.</summary>
    /// <returns>What was done, in words; null when something is missing or wrong, which is said in the model state.</returns>
    public async Task<string?> AnswerAsync(
        AnswerSheet sheet,
        AnswererPart part,
        ModelStateDictionary errors,
        CancellationToken cancellationToken
    )
    {
        errors.Clear();
        if (Read(sheet, part, errors) is not { } answer)
        {
            return null;
        }

        var outcome = await answering.AnswerAsync(sheet.Asked.Id, answer, cancellationToken);
        if (outcome is not AnswerOutcome.Done)
        {
            errors.AddModelError("", texts[$"Outcome{outcome}", sheet.Name]);
            return null;
        }

        return answer.GrantedUntil is { } until
            ? texts["Given", sheet.Name, until.InWords()].Value
            : texts["Refused", sheet.Name].Value;
    }

    private TimeAnswer? Read(AnswerSheet sheet, AnswererPart part, ModelStateDictionary errors)
    {
        var sent = sheet.Form;
        var form = new TimeForm(sent.Until, sent.Answer, texts, errors);
        var gives = sent.Give switch
        {
            "true" => true,
            "false" => false,
            _ => (bool?)null,
        };
        if (gives is null)
        {
            errors.AddModelError(nameof(AnswerForm.Give), texts["GiveMissing"]);
        }

        // Of what is answered already, the days moved with the answer: a form that was sent twice is compared as it is.
        var until =
            gives != true ? null
            : sheet.IsOpen ? form.ReadDay(nameof(AnswerForm.Until), sheet.Bounds, bounds.Calendar)
            : DayField.Read(sent.Until);
        var words = form.ReadWords(nameof(AnswerForm.Answer), isNeeded: gives == false);
        return errors.IsValid ? new(until, words, part) : null;
    }

    private async Task<DateOnly?> BecomesAsync(
        TimeRequest asked,
        Assignment assignment,
        TimeBounds allowed,
        CancellationToken cancellationToken
    )
    {
        if (
            !asked.Waits
            || assignment.IsEnded
            || allowed.ObstacleTo(asked.Until, bounds.Calendar) is not null
        )
        {
            return null;
        }

        var moved = await preview.FindAsync(
            answering.Draft(assignment, asked.Until),
            cancellationToken
        );
        return moved
                .Where(one =>
                    one.ProgrammeId == assignment.ProgrammeId && one.Before == assignment.DueOn
                )
                .Select(one => (DateOnly?)one.After)
                .FirstOrDefault()
            ?? bounds.Calendar.OnOrBefore(asked.Until, pattern: default);
    }

    private async Task<string> NameAsync(Guid personId, CancellationToken cancellationToken) =>
        await database
            .PersonNames.HoldingOn(clock.Today())
            .Where(name => name.PersonId == personId)
            .OrderByDescending(name => name.HoldsFrom)
            .Select(name => name.Name)
            .FirstOrDefaultAsync(cancellationToken)
        ?? "";
}
