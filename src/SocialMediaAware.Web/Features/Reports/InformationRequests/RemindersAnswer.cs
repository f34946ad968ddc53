using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Answers how many reminders were sent, by programme and month.</summary>
public sealed class RemindersAnswer(
    PortalDbContext database,
    IStringLocalizer<InformationRequestsTexts> texts
)
{
    /// <summary>How many there were: a mail that reminds of two programmes counts for each.</summary>
    public async Task<PackTable> ReadAsync(PackScope scope, CancellationToken cancellationToken)
    {
        var months = MonthsOf(scope.Asked.From, scope.AsAt);
        var counts = await CountAsync(scope, cancellationToken);
        var total = PackKeys.Within("total", scope.Asked.From, scope.Asked.Until);
        return new()
        {
            Name = "reminders",
            Kind = PackTableKind.Reminders,
            Title = texts["RemindersTitle"],
            About = texts["RemindersAbout"],
            Labels = [texts["ProgrammeColumn"]],
            Columns = [total, .. months.Select(KeyOf)],
            ColumnTitles = [texts["WholePeriod"], .. months.Select(month => month.MonthInWords())],
            Rows =
            [
                .. scope.Programmes.Select(programme =>
                {
                    int[] sent =
                    [
                        .. months.Select(month => counts.GetValueOrDefault((programme.Id, month))),
                    ];
                    return new PackRow(
                        PackKeys.OfReminders(programme.Id),
                        [programme.Name],
                        [sent.Sum(), .. sent],
                        1
                    );
                }),
            ],
            ColumnSums = [new(total, [.. months.Select(KeyOf)])],
        };
    }

    // Month by month on a New Zealand clock, which no database knows: the instants come one by one and are counted here.
    private async Task<Dictionary<(Guid ProgrammeId, DateOnly Month), int>> CountAsync(
        PackScope scope,
        CancellationToken cancellationToken
    )
    {
        var from = scope.Asked.From.StartInNewZealand();
        var sent = database
            .OutboxMessages.Where(mail =>
                mail.State == OutboxState.Sent
                && mail.StateAt >= from
                && mail.StateAt <= scope.KnownAt
            )
            .Join(
                database.ReminderSteps.Where(step => step.AgencyId == scope.Agency.Id),
                mail => mail.Id,
                step => step.MessageId,
                (mail, step) =>
                    new
                    {
                        mail.Id,
                        mail.StateAt,
                        step.AssignmentId,
                    }
            )
            .Join(
                database.Assignments,
                step => step.AssignmentId,
                assignment => assignment.Id,
                (step, assignment) =>
                    new
                    {
                        step.Id,
                        step.StateAt,
                        assignment.ProgrammeId,
                    }
            )
            .Distinct()
            .AsAsyncEnumerable();
        var counts = new Dictionary<(Guid, DateOnly), int>();
        await foreach (var one in sent.WithCancellation(cancellationToken))
        {
            var day = one.StateAt.NewZealandDate();
            var month = new DateOnly(day.Year, day.Month, 1);
            var key = (one.ProgrammeId, month);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }

    private static DateOnly[] MonthsOf(DateOnly from, DateOnly until)
    {
        var first = new DateOnly(from.Year, from.Month, 1);
        var count = ((until.Year - from.Year) * 12) + until.Month - from.Month + 1;
        return [.. Enumerable.Range(0, Math.Max(0, count)).Select(first.AddMonths)];
    }

    private static string KeyOf(DateOnly month) =>
        month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
