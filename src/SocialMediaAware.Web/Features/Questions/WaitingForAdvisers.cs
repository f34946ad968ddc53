using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Telling;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>
/// Questions that wait for an answer. The adviser of an agency is whoever has had the role there the longest and is not on leave;
/// the others are deputies, who are told when nobody has answered for five working days.
/// </summary>
public sealed class WaitingForAdvisers(
    PortalDbContext database,
    ContentStore content,
    OnHold onHold,
    TimeProvider clock
) : IWaitingThings
{
    /// <summary>After so many working days without an answer the deputies are told.</summary>
    public const int WorkingDaysUntilDeputies = 5;

    private const string Zone = "Pacific/Auckland";

    /// <inheritdoc />
    public async Task<IReadOnlyList<WaitingThing>> FindAsync(CancellationToken cancellationToken)
    {
        var questions = await database
            .Questions.Waiting()
            .OfTheLiving(database.People)
            .Select(question => new Asked(
                question.AgencyId,
                question.PersonId,
                question.WaitingSince!.Value
            ))
            .ToListAsync(cancellationToken);
        if (questions.Count == 0)
        {
            return [];
        }

        var advisers = await AdvisersAsync(cancellationToken);
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        return
        [
            .. questions.SelectMany(question =>
                ThingsOf(
                    question,
                    // Nobody answers what they asked themself.
                    [.. advisers[question.AgencyId].Where(id => id != question.PersonId)],
                    calendar
                )
            ),
        ];
    }

    private IEnumerable<WaitingThing> ThingsOf(
        Asked question,
        IReadOnlyList<Guid> advisers,
        WorkingDayCalendar calendar
    )
    {
        if (advisers.Count == 0)
        {
            yield break;
        }

        yield return new(WaitingKind.Question, question.AgencyId, advisers[0], question.Since);
        var late = calendar.AddWorkingDays(
            question.Since.NewZealandDate(),
            WorkingDaysUntilDeputies,
            pattern: default
        );
        if (late > clock.Today())
        {
            yield break;
        }

        // Where there is no deputy, the adviser is told again.
        foreach (var deputy in advisers.Count > 1 ? advisers.Skip(1) : advisers)
        {
            yield return new(
                WaitingKind.LateQuestion,
                question.AgencyId,
                deputy,
                LocalDay.On(late, Zone).BeginsAt
            );
        }
    }

    // By agency, who has had the role the longest first; whoever is on leave comes last.
    private async Task<ILookup<Guid, Guid>> AdvisersAsync(CancellationToken cancellationToken)
    {
        var grants = await database
            .RoleGrants.Where(grant =>
                grant.RevokedAt == null && grant.Role == PortalRole.IntegrityAdviser
            )
            .Join(
                database.Users.Where(account =>
                    account.PersonId != null && account.DisabledAt == null
                ),
                grant => grant.AccountId,
                account => account.Id,
                (grant, account) =>
                    new
                    {
                        grant.AgencyId,
                        grant.GrantedAt,
                        grant.Id,
                        PersonId = account.PersonId!.Value,
                    }
            )
            .ToListAsync(cancellationToken);
        var away = await onHold.AwayAsync(
            clock.Today(),
            [.. grants.Select(grant => grant.PersonId)],
            cancellationToken
        );
        return grants
            .OrderBy(grant => away.Contains(grant.PersonId))
            .ThenBy(grant => grant.GrantedAt)
            .ThenBy(grant => grant.Id)
            .ToLookup(grant => grant.AgencyId, grant => grant.PersonId);
    }

    private sealed record Asked(Guid AgencyId, Guid PersonId, DateTimeOffset Since);
}
