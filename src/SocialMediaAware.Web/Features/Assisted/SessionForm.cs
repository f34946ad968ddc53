using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>A programme that a form offers.</summary>
public sealed record OfferedProgramme(Guid Id, Guid AgencyId, string Name, string AgencyName);

/// <summary>Reads which programmes a session can be for: the running ones where the account is HR or leads somebody.</summary>
public sealed class OfferedProgrammes(PortalDbContext database, SignedIn signedIn)
{
    /// <summary>Reads them.</summary>
    public async Task<IReadOnlyList<OfferedProgramme>> ReadAsync(
        CancellationToken cancellationToken
    )
    {
        Guid[] agencies =
        [
            .. signedIn.AgenciesAs(PortalRole.HumanResources),
            .. signedIn.AgenciesAs(PortalRole.Leader),
        ];
        return await (
            from programme in database.Programmes.Running()
            where agencies.Contains(programme.AgencyId)
            join agency in database.Agencies on programme.AgencyId equals agency.Id
            orderby agency.ShortName, programme.Name
            select new OfferedProgramme(
                programme.Id,
                programme.AgencyId,
                programme.Name,
                agency.ShortName
            )
        ).ToListAsync(cancellationToken);
    }
}

/// <summary>A session as a form sends it.</summary>
public sealed record SessionForm(
    string? Title,
    string? Place,
    string? Day,
    IReadOnlyList<Guid>? Programmes
)
{
    /// <summary>How far ahead a session can be opened, in days.</summary>
    private const int LatestDays = 180;

    /// <summary>What it states; null when something is missing or wrong, which is said in the model state.</summary>
    public NewSession? Read(
        IReadOnlyList<OfferedProgramme> offered,
        DateOnly today,
        ModelStateDictionary errors,
        IStringLocalizer<AssistedTexts> texts
    )
    {
        var title = (Title ?? "").Trim();
        var place = (Place ?? "").Trim();
        var day = DayField.Read(Day);
        var chosen = offered.Where(each => Programmes?.Contains(each.Id) == true).ToList();
        Check(nameof(Title), title);
        Check(nameof(Place), place);
        if (day is null || day < today || day > today.AddDays(LatestDays))
        {
            errors.AddModelError(nameof(Day), texts["DayMissing"]);
        }

        if (chosen.Count == 0)
        {
            errors.AddModelError(nameof(Programmes), texts["ProgrammesMissing"]);
        }
        else if (chosen.Select(each => each.AgencyId).Distinct().Count() > 1)
        {
            errors.AddModelError(nameof(Programmes), texts["ProgrammesOfOneAgency"]);
        }

        return errors.IsValid
            ? new NewSession(
                chosen[0].AgencyId,
                title,
                place,
                day!.Value,
                [.. chosen.Select(each => each.Id)]
            )
            : null;

        void Check(string field, string text)
        {
            if (text.Length is 0 or > AssistedSession.TitleLength)
            {
                errors.AddModelError(
                    field,
                    text.Length == 0
                        ? texts[$"{field}Missing"]
                        : texts["TooLong", AssistedSession.TitleLength]
                );
            }
        }
    }
}
