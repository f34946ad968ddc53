using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Reads which rounds a schedule would make next, and says them.</summary>
public sealed class ScheduleReading(
    PortalDbContext database,
    ContentStore content,
    IStringLocalizer<DraftingTexts> texts,
    TimeProvider clock
)
{
    /// <summary>The next rounds of a programme with a schedule.</summary>
    public async Task<IReadOnlyList<ComingRound>> RoundsAsync(
        Programme programme,
        ProgrammeSchedule schedule,
        CancellationToken cancellationToken
    )
    {
        var elections =
            programme.Kind is ProgrammeKind.Election
                ? await database
                    .ElectionsOnFor([programme.AgencyId])
                    .ForPlanning()
                    .ToListAsync(cancellationToken)
                : [];
        return ScheduleDates.Of(
            programme.Kind,
            schedule,
            elections.Select(one => new ComingElection(
                one.Name,
                new(one.Key, one.PollingDay, one.PreElectionFrom)
            )),
            new WorkingDayCalendar(content.Library.Holidays),
            clock.Today()
        );
    }

    /// <summary>The rounds in sentences, such as “In 2027: opens Monday 1 February, due Wednesday 31 March.”</summary>
    public IReadOnlyList<string> InWords(ProgrammeKind kind, IReadOnlyList<ComingRound> rounds) =>
        rounds.Count == 0
            ? [texts[$"Dates-{kind}-None"]]
            : [.. rounds.Select(round => InWords(kind, round))];

    private string InWords(ProgrammeKind kind, ComingRound round)
    {
        string said = texts[
            $"Dates-{kind}",
            round.Occasion,
            round.OpensOn.InWords(),
            round.DueOn.InWords()
        ];
        return round is { IsMoved: true, IsOverBeforeItOpens: false }
            ? $"{said} {texts["DatesMoved", round.AskedDueOn.InWords()].Value}"
            : said;
    }
}
