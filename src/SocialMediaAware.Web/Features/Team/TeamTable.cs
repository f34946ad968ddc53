using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>The reader's team as a table for files: a row for each thing that somebody owes, as the page lists them.</summary>
public sealed class TeamTable(
    PortalDbContext database,
    TeamPages pages,
    IStringLocalizer<TeamTexts> texts,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>Makes it. Its rows are read while they are written.</summary>
    /// <param name="onlyInNeed">Only those who need attention.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReportTable> MakeAsync(bool onlyInNeed, CancellationToken cancellationToken)
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.Leader).ToArray();
        var agencies = await database
            .Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .ToDictionaryAsync(agency => agency.Id, agency => agency.ShortName, cancellationToken);
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        return new(
            string.Create(CultureInfo.InvariantCulture, $"team-as-at-{today:yyyy-MM-dd}"),
            new(texts["Title"], string.Join(", ", agencies.Values), today, now, signedIn.Name, now)
            {
                Filters = [new(texts["Whom"], texts[onlyInNeed ? "NeedsAttention" : "Everybody"])],
                Definitions = [new(texts["OnHold"], texts["OnHoldMeans"])],
            },
            [
                new(texts["Agency"]),
                new(texts["Leader"]),
                new(texts["Person"]),
                new(texts["Owes"]),
                new(texts["Due"], ReportColumnKind.Date),
                new(texts["Status"]),
            ],
            RowsAsync(agencies, onlyInNeed, cancellationToken)
        );
    }

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> RowsAsync(
        Dictionary<Guid, string> agencies,
        bool onlyInNeed,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var line in pages.StreamAsync(onlyInNeed, cancellationToken))
        {
            ReportCell[] who =
            [
                ReportCell.Of(agencies[line.Member.AgencyId]),
                ReportCell.Of(line.LeaderName ?? signedIn.Name),
                ReportCell.Of(line.Member.Name),
            ];
            if (line.Owes.Count == 0)
            {
                yield return
                [
                    .. who,
                    ReportCell.Empty,
                    ReportCell.Empty,
                    ReportCell.Of(texts["OwesNothing"]),
                ];
            }

            foreach (var owed in line.Owes)
            {
                yield return
                [
                    .. who,
                    ReportCell.Of(owed.Programme),
                    owed.Status == AssignmentStatus.OnHold
                        ? ReportCell.Empty
                        : ReportCell.Of(owed.DueOn),
                    ReportCell.Of(texts[owed.Status.ToString()]),
                ];
            }
        }
    }
}
