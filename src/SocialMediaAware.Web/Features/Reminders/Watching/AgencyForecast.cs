using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Running;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>
/// Looks ahead at the mail of all programmes of an agency: what is owed now, and what the planner will ask for in the days ahead.
/// </summary>
public sealed class AgencyForecast(
    PortalDbContext database,
    PlanFacts planFacts,
    FreshSignatures signatures,
    OwedDuties duties,
    ForecastReading forecasts,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>The mails of some agencies, day by day. Who gets mail from two of them counts twice.</summary>
    public async Task<MailForecast> ReadAsync(
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var from = MailForecast.FirstDay(clock.GetUtcNow());
        var planned = await planFacts.ReadAsync(
            new PlanQuestion(clock.Today())
            {
                LookAheadTo = clock.Today().AddDays(MailForecast.DaysAhead),
            },
            cancellationToken
        );
        var people = new int[MailForecast.DaysAhead];
        foreach (var agencyId in agencyIds)
        {
            List<ForecastDuty> owed =
            [
                .. await duties.ReadAsync(
                    agencyId,
                    from,
                    DateTimeOffset.MaxValue,
                    cancellationToken
                ),
                .. await ComingAsync(
                    [.. planned.Where(facts => facts.Programme.AgencyId == agencyId)],
                    calendar,
                    from,
                    cancellationToken
                ),
            ];
            var input = await forecasts.ReadAsync(agencyId, owed, from, cancellationToken);
            foreach (var (index, day) in MailForecast.Of(input, calendar, from).Days.Index())
            {
                people[index] += day.People;
            }
        }

        return new([.. people.Select((count, index) => new MailDay(from.AddDays(index), count))]);
    }

    private async Task<List<ForecastDuty>> ComingAsync(
        IReadOnlyList<ProgrammeFacts> planned,
        WorkingDayCalendar calendar,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var ids = planned.Select(facts => facts.Programme.Id).ToArray();
        var reminders = await database
            .Programmes.RemindingOn(from)
            .Where(programme => ids.Contains(programme.Id))
            .ToDictionaryAsync(
                programme => programme.Id,
                programme => programme.Reminders,
                cancellationToken
            );
        var coming = new List<ForecastDuty>();
        foreach (var facts in planned.Where(facts => reminders.ContainsKey(facts.Programme.Id)))
        {
            var outlook = LaunchOutlook.Of(
                facts,
                calendar,
                clock.Today(),
                clock.Today().AddDays(MailForecast.DaysAhead)
            );
            var fresh = await signatures.FindAsync(
                facts.Programme.ModuleSlugs,
                outlook.Duties,
                cancellationToken
            );
            coming.AddRange(
                LaunchPreviews.DutiesOf(
                    facts,
                    reminders[facts.Programme.Id],
                    outlook.Duties.Where(duty => !fresh.Contains(duty))
                )
            );
        }

        return coming;
    }
}
