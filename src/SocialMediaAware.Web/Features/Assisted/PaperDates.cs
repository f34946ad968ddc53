using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Reads the day that stands on a paper: not in the future, not before the assignment opened, nor before the form was made.</summary>
public sealed class PaperDates(
    PortalDbContext database,
    IStringLocalizer<AssistedTexts> texts,
    TimeProvider clock
)
{
    /// <summary>The day; null when it cannot be, which is said in the model state.</summary>
    public async Task<DateOnly?> ReadAsync(
        PaperForm form,
        string? typed,
        ModelStateDictionary errors,
        CancellationToken cancellationToken
    )
    {
        var opensOn = await database
            .Assignments.Where(assignment => assignment.Id == form.AssignmentId)
            .Select(assignment => assignment.OpensOn)
            .SingleAsync(cancellationToken);
        var madeOn = form.MadeAt.NewZealandDate();
        var day = DayField.Read(typed);
        var problem = day switch
        {
            null => texts["SignedOnMissing"],
            _ when day > clock.Today() => texts["SignedOnLater"],
            _ when day < opensOn => texts["SignedOnBefore", opensOn.InWords()],
            _ when day < madeOn => texts["SignedOnBeforeForm", madeOn.InWords()],
            _ => null,
        };
        if (problem is not null)
        {
            errors.AddModelError("SignedOn", problem);
        }

        return day;
    }
}
