using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Time as a form gives it: the fields <c>Programme</c>, <c>Unit</c>, <c>Region</c>, <c>DueFrom</c>, <c>DueOn</c>, <c>Reason</c>.</summary>
public sealed record ExtensionForm(
    Guid? Programme,
    Guid? Unit,
    string? Region,
    string? DueFrom,
    string? DueOn,
    string? Reason
)
{
    /// <summary>What it may be chosen from.</summary>
    /// <param name="Programmes">The running programmes.</param>
    /// <param name="Units">The trees of the reader's agencies.</param>
    /// <param name="Regions">The regions of their people.</param>
    /// <param name="Person">The one person it is for; null for more.</param>
    public sealed record Choices(
        IReadOnlyList<ProgrammeChoice> Programmes,
        IReadOnlyList<UnitTree> Units,
        IReadOnlyList<string> Regions,
        KeptPerson? Person
    );

    /// <summary>The terms that it states; null when something is missing or wrong, which is said in the model state.</summary>
    public ExtensionTerms? Read(
        Choices choices,
        ModelStateDictionary errors,
        IStringLocalizer<ReliefTexts> texts
    )
    {
        errors.Clear();
        var programme = choices.Programmes.FirstOrDefault(one => one.Id == Programme);
        var tree = choices.Units.FirstOrDefault(one => Unit is { } id && one.Find(id) is not null);
        var agencyId = choices.Person is { } person
            ? programme?.AgencyId ?? person.AgencyId
            : tree?.Root.Id;
        if (Programme is not null && programme is null)
        {
            errors.AddModelError(nameof(Programme), texts["ProgrammeMissing"]);
        }
        else if (programme is not null && agencyId is not null && programme.AgencyId != agencyId)
        {
            errors.AddModelError(nameof(Programme), texts["ProgrammeOfAnother"]);
        }

        if (agencyId is null)
        {
            errors.AddModelError(nameof(Unit), texts["UnitMissing"]);
        }

        if (!string.IsNullOrEmpty(Region) && !choices.Regions.Contains(Region))
        {
            errors.AddModelError(nameof(Region), texts["RegionMissing"]);
        }

        var (dueFrom, dueOn) = ReadDays(errors, texts);
        var reason = ReadReason(Reason, errors, texts);
        var isForOne = choices.Person is not null;
        return errors.IsValid
            ? new(
                agencyId!.Value,
                programme?.Id,
                choices.Person?.Id,
                isForOne || Unit == tree!.Root.Id ? null : Unit,
                isForOne || string.IsNullOrEmpty(Region) ? null : Region,
                dueFrom!.Value,
                dueOn!.Value,
                reason
            )
            : null;
    }

    /// <summary>The reason; what is wrong with it is said in the model state.</summary>
    public static string ReadReason(
        string? text,
        ModelStateDictionary errors,
        IStringLocalizer<ReliefTexts> texts
    )
    {
        var reason = text?.Trim() ?? "";
        if (reason.Length is 0 or > PeopleChange.ReasonLength)
        {
            errors.AddModelError(
                nameof(Reason),
                texts[reason.Length == 0 ? "ReasonMissing" : "ReasonTooLong"]
            );
        }

        return reason;
    }

    private (DateOnly? DueFrom, DateOnly? DueOn) ReadDays(
        ModelStateDictionary errors,
        IStringLocalizer<ReliefTexts> texts
    )
    {
        var (dueFrom, dueOn) = (LeaveForm.Day(DueFrom), LeaveForm.Day(DueOn));
        if (dueFrom is null)
        {
            errors.AddModelError(nameof(DueFrom), texts["DueFromMissing"]);
        }

        if (dueOn is null || dueOn <= dueFrom)
        {
            errors.AddModelError(
                nameof(DueOn),
                texts[dueOn is null ? "DueOnMissing" : "DueOnNotLater"]
            );
        }

        return (dueFrom, dueOn);
    }
}
