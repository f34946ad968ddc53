using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>Somebody who gets an agency's figures each month.</summary>
/// <param name="AccountId">Their account.</param>
/// <param name="Name">What they are called.</param>
/// <param name="ProgrammeId">The programme; <see cref="Guid.Empty" /> for all.</param>
/// <param name="Programme">What it is called; null for all.</param>
/// <param name="AddedBy">Who chose them.</param>
/// <param name="AddedAt">When (UTC).</param>
/// <param name="LastAt">When they got figures last (UTC); null for never.</param>
/// <param name="MaySee">Whether they may still see the agency's reports; otherwise they get none.</param>
public sealed record MonthlyLine(
    Guid AccountId,
    string Name,
    Guid ProgrammeId,
    string? Programme,
    string AddedBy,
    DateTimeOffset AddedAt,
    DateTimeOffset? LastAt,
    bool MaySee
);

/// <summary>Something that can be chosen: a colleague, a programme, an agency.</summary>
public sealed record MonthlyChoice(Guid Id, string Name);

/// <summary>Reads who gets an agency's figures, and who could.</summary>
public sealed class MonthlyReaders(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>The agencies whose reports the reader may see.</summary>
    public async Task<IReadOnlyList<MonthlyChoice>> AgenciesAsync(
        CancellationToken cancellationToken
    )
    {
        var agencyIds = signedIn
            .AgenciesAs(PortalRole.HumanResources)
            .Union(signedIn.AgenciesAs(PortalRole.Auditor))
            .ToArray();
        return await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new MonthlyChoice(agency.Id, agency.ShortName))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those who were chosen.</summary>
    public async Task<IReadOnlyList<MonthlyLine>> ReadAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Set<MonthlyReader>()
            .AsNoTracking()
            .Where(reader => reader.AgencyId == agencyId)
            .Select(reader => new
            {
                Reader = reader,
                Programme = database
                    .Programmes.Where(programme => programme.Id == reader.ProgrammeId)
                    .Select(programme => programme.Name)
                    .FirstOrDefault(),
                LastAt = database
                    .Set<MonthlyMail>()
                    .Where(mail => mail.AgencyId == agencyId && mail.AccountId == reader.AccountId)
                    .OrderByDescending(mail => mail.Month)
                    .Select(mail => (DateTimeOffset?)mail.WrittenAt)
                    .FirstOrDefault(),
                MaySee = database
                    .SeeingReportsOf(agencyId)
                    .Any(account => account.Id == reader.AccountId),
            })
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(
            [
                .. rows.Select(row => row.Reader.AccountId)
                    .Concat(rows.Select(row => row.Reader.AddedByAccountId))
                    .Distinct(),
            ],
            cancellationToken
        );
        return
        [
            .. rows.Select(row => new MonthlyLine(
                    row.Reader.AccountId,
                    names.GetValueOrDefault(row.Reader.AccountId, ""),
                    row.Reader.ProgrammeId,
                    row.Programme,
                    names.GetValueOrDefault(row.Reader.AddedByAccountId, ""),
                    row.Reader.AddedAt,
                    row.LastAt,
                    row.MaySee
                ))
                .OrderBy(line => line.Name, NewZealandEnglish.Alphabet)
                .ThenBy(line => line.Programme, NewZealandEnglish.Alphabet),
        ];
    }

    /// <summary>Colleagues who may see the agency's reports.</summary>
    public async Task<IReadOnlyList<MonthlyChoice>> ColleaguesAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var accountIds = await database
            .SeeingReportsOf(agencyId)
            .Where(account =>
                !database.People.Any(person =>
                    person.Id == account.PersonId && person.DiedOn != null
                )
            )
            .Select(account => account.Id)
            .ToArrayAsync(cancellationToken);
        var names = await NamesAsync(accountIds, cancellationToken);
        return
        [
            .. names
                .Select(name => new MonthlyChoice(name.Key, name.Value))
                .OrderBy(choice => choice.Name, NewZealandEnglish.Alphabet)
                .ThenBy(choice => choice.Id),
        ];
    }

    // The mail address stands in for a name that is not known.
    private async Task<Dictionary<Guid, string>> NamesAsync(
        Guid[] accountIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        return await database
            .Users.Where(account => EF.Parameter(accountIds).Contains(account.Id))
            .Select(account => new
            {
                account.Id,
                Name = database
                    .PersonNames.HoldingOn(today)
                    .Where(name => name.PersonId == account.PersonId)
                    .OrderByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault()
                    ?? account.Email
                    ?? "",
            })
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
    }
}
