using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>A position as a form states it.</summary>
/// <param name="Wish">What it says.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">The first day after it.</param>
/// <param name="Becomes">What becomes of the one they have.</param>
/// <param name="Reason">Why.</param>
public sealed record PlacementEntry(
    PlacementWish Wish,
    DateOnly From,
    DateOnly? Until,
    OldPosition Becomes,
    string Reason
);

/// <summary>Reads a position from a form.</summary>
public sealed class PlacementFormReader(
    PortalDbContext database,
    UnitChoices units,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>Reads it.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="fields">Takes what is wrong.</param>
    /// <param name="old">The position that is changed; null for a new one.</param>
    /// <param name="personId">Whose it is; null for somebody who is not held yet.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when something is missing or wrong.</returns>
    public async Task<PlacementEntry?> ReadAsync(
        PlacementForm form,
        FieldReader fields,
        Placement? old,
        Guid? personId,
        CancellationToken cancellationToken
    )
    {
        var unit = await units.FindAsync(form.Unit, old?.AgencyId, cancellationToken);
        if (unit is null)
        {
            fields.Wrong("Unit", "UnitMissing");
        }

        var wish = ReadWish(form, fields, unit, old);
        var from = fields.Day("From", form.From);
        var until = fields.Until("LastDay", form.LastDay, from);
        var becomes = Enum.TryParse<OldPosition>(form.Becomes, out var choice)
            ? choice
            : OldPosition.Ends;
        CheckDays(fields, old, from, until, becomes);
        if (wish?.EmployeeNumber is { } number && personId is { } whose)
        {
            await CheckNumberAsync(fields, wish.Unit.AgencyId, number, whose, cancellationToken);
        }

        var reason = fields.Reason(form.Reason);
        return fields.IsValid && wish is not null
            ? new PlacementEntry(wish, from, until, becomes, reason)
            : null;
    }

    private PlacementWish? ReadWish(
        PlacementForm form,
        FieldReader fields,
        Unit? unit,
        Placement? old
    )
    {
        var position = fields.Required(
            "Position",
            form.Position,
            Placement.PositionLength,
            "PositionMissing"
        );
        if (!Enum.TryParse<PersonKind>(form.Kind, out var kind) || !Enum.IsDefined(kind))
        {
            fields.Wrong("Kind", "KindMissing");
        }

        var region = fields.Optional("Region", form.Region, Placement.RegionLength);
        if (
            region is not null
            && region != old?.Region
            && !content.Library.Regions().Contains(region, StringComparer.Ordinal)
        )
        {
            fields.Wrong("Region", "RegionUnknown");
        }

        var days = WorkDays.None;
        foreach (var day in PlacementForm.Week)
        {
            days |=
                form.Days?.Contains(day.ToString(), StringComparer.Ordinal) == true
                    ? day
                    : WorkDays.None;
        }

        if (days is WorkDays.None)
        {
            fields.Wrong("Days", "DaysMissing");
        }

        var number = fields.Optional(
            "EmployeeNumber",
            form.EmployeeNumber,
            Placement.EmployeeNumberLength
        );
        var positionNumber = fields.Optional(
            "PositionNumber",
            form.PositionNumber,
            Placement.PositionNumberLength
        );
        return unit is null
            ? null
            : new PlacementWish(
                unit,
                kind,
                position,
                region,
                number,
                new PlacementDetails(positionNumber, days, old?.IsSecondment ?? false)
            );
    }

    private static void CheckDays(
        FieldReader fields,
        Placement? old,
        DateOnly from,
        DateOnly? until,
        OldPosition becomes
    )
    {
        if (from < old?.HoldsFrom)
        {
            fields.Wrong("From", "FromBeforePosition", old.HoldsFrom.InWords());
        }
        else if (old?.HoldsUntil is { } ends && from >= ends)
        {
            fields.Wrong("From", "FromAfterPosition", ends.AddDays(-1).InWords());
        }

        if (becomes is OldPosition.Lends && until is null)
        {
            fields.Wrong("LastDay", "SecondmentNeedsLastDay");
        }
    }

    private async Task CheckNumberAsync(
        FieldReader fields,
        Guid agencyId,
        string number,
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var others = await database
            .Placements.Believed()
            .Where(placement =>
                placement.AgencyId == agencyId
                && placement.EmployeeNumber == number
                && placement.PersonId != personId
            )
            .Select(placement =>
                database
                    .PersonNames.ShownOn(today, database.PersonNames)
                    .Where(name => name.PersonId == placement.PersonId)
                    .Select(name => name.Name)
                    .FirstOrDefault()
            )
            .Take(1)
            .ToListAsync(cancellationToken);
        if (others is [var other])
        {
            fields.Wrong("EmployeeNumber", "NumberTaken", other ?? "");
        }
    }

    /// <summary>What reads the fields of a page.</summary>
    public FieldReader FieldsOf(
        Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary errors,
        IStringLocalizer<PeopleTexts> texts
    ) => new(errors, texts, clock.Today());
}
