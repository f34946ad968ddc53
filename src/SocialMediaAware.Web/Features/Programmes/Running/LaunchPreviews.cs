using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Works out what launching a programme would do, and changes nothing.</summary>
public sealed class LaunchPreviews(
    PlanFacts planFacts,
    LaunchChecks checks,
    FreshSignatures signatures,
    ForecastReading forecasts,
    LaunchPeople people,
    SampleMail sampleMail,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>So many days are looked ahead.</summary>
    public const int DaysAhead = MailForecast.DaysAhead;

    /// <summary>What it would do today.</summary>
    public async Task<LaunchPreview> ReadAsync(
        KeptProgramme kept,
        CancellationToken cancellationToken
    )
    {
        var terms = kept.NextTerms;
        var obstacles = await checks.FindAsync(kept.Programme, terms, cancellationToken);
        if (!obstacles.CanBePlanned)
        {
            return new() { Obstacles = obstacles };
        }

        var today = clock.Today();
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var facts = await FactsAsync(kept, terms, today, cancellationToken);
        var outlook = LaunchOutlook.Of(facts, calendar, today, today.AddDays(DaysAhead));
        var fresh = await signatures.FindAsync(
            terms.ModuleSlugs,
            outlook.Duties,
            cancellationToken
        );
        var owed = outlook.Duties.Where(duty => !fresh.Contains(duty)).ToList();
        var from = MailForecast.FirstDay(clock.GetUtcNow());
        var input = await forecasts.ReadAsync(
            kept.Programme.AgencyId,
            DutiesOf(facts, terms.Reminders, owed),
            from,
            cancellationToken
        );
        var seen = await people.ReadAsync(
            kept.Agency,
            new(owed, fresh, outlook.LeftOut, input.Readers),
            cancellationToken
        );
        return new()
        {
            Obstacles = obstacles,
            Today = owed.Count(duty => duty.OpensOn <= today),
            Later = owed.Count(duty => duty.OpensOn > today),
            Units = seen.Units,
            Samples = seen.Samples,
            Apart = seen.Apart,
            LeftOut = seen.LeftOut,
            Mails = MailForecast.Of(input, calendar, from),
            SampleMail =
                seen.Samples.Count == 0
                    ? null
                    : sampleMail.Write(kept.Agency, terms, seen.Samples[0], calendar, from),
        };
    }

    private async Task<ProgrammeFacts> FactsAsync(
        KeptProgramme kept,
        ProgrammeTerms terms,
        DateOnly today,
        CancellationToken cancellationToken
    ) =>
        (
            await planFacts.ReadAsync(
                new PlanQuestion(today)
                {
                    InPlace = kept.AsPlanned(terms, clock.GetUtcNow()),
                    OnlyProgrammeId = kept.Programme.Id,
                    LookAheadTo = today.AddDays(DaysAhead),
                },
                cancellationToken
            )
        ).Single();

    /// <summary>What a programme will ask for, as a forecast asks about it.</summary>
    /// <param name="facts">The programme.</param>
    /// <param name="reminders">Who is reminded of it when.</param>
    /// <param name="owed">What it will ask for.</param>
    internal static List<ForecastDuty> DutiesOf(
        ProgrammeFacts facts,
        ReminderTerms reminders,
        IEnumerable<OutlookDuty> owed
    )
    {
        var exemptions = facts
            .Input.Exemptions.Where(one => one.IsBelieved)
            .ToLookup(one => one.PersonId, one => new LeavePause(one.From, one.Until));
        return
        [
            .. owed.Select(duty => new ForecastDuty(
                duty.PersonId,
                facts.Programme.AgencyId,
                duty.OpensOn,
                duty.DueOn,
                reminders
            )
            {
                Holds =
                [
                    .. exemptions[duty.PersonId],
                    .. duty.EndsOn is { } end
                        ? [new LeavePause(end, null)]
                        : Array.Empty<LeavePause>(),
                ],
            }),
        ];
    }
}
