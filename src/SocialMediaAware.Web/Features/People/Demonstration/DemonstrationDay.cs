using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>
/// What the made-up people do on a day that is lived through with a moved date: most of them sign what they owe, sooner or later,
/// some never. Those with a name of their own wait for whoever tries the portal.
/// </summary>
public sealed class DemonstrationDay(
    PortalDbContext database,
    ContentStore content,
    DemonstrationMode mode,
    DemonstrationSigning signing,
    TimeProvider clock
)
{
    /// <summary>Of how many people, one never signs by themself.</summary>
    private const int OneNeverOf = 9;

    private const int DaysLateAtMost = 6;

    /// <summary>The agency whose year is lived through; the others stand still, or a year would take too long.</summary>
    private const string ActingAgency = "kainga-ora";

    /// <summary>Lets those sign whose day has come.</summary>
    /// <returns>How many signed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (
            !mode.IsOn
            || !new WorkingDayCalendar(content.Library.Holidays).IsWorkingDay(
                today,
                pattern: default
            )
        )
        {
            return 0;
        }

        string[] named = [.. DemonstrationCast.All.Select(member => member.Email)];
        var open = await (
            from assignment in database.Assignments
            where
                assignment.OpensOn <= today
                && assignment.SignedAt == null
                && assignment.DeclinedAt == null
                && assignment.HeldAt == null
                && assignment.LeftAt == null
                && assignment.SupersededAt == null
            join person in database.People on assignment.PersonId equals person.Id
            where !named.Contains(person.Email)
            join agency in database.Agencies on assignment.AgencyId equals agency.Id
            where agency.Slug == ActingAgency
            join account in database.Users on person.Id equals account.PersonId
            orderby assignment.OpensOn, person.Email
            select new
            {
                assignment.OpensOn,
                assignment.DueOn,
                Signer = new DemonstrationSigner(assignment.Id, person.Id, account.Id),
            }
        ).ToListAsync(cancellationToken);
        var signers = open.Where(one => SignsOn(one.Signer, one.OpensOn, one.DueOn) <= today)
            .ToList();
        foreach (var one in signers)
        {
            await signing.FinishAsync(one.Signer, cancellationToken);
        }

        return signers.Count;
    }

    // The same for the same assignment on every day: most sign between the opening and a little after the due date.
    private static DateOnly? SignsOn(DemonstrationSigner signer, DateOnly opensOn, DateOnly dueOn)
    {
        Span<byte> id = stackalloc byte[16];
        signer.AssignmentId.TryWriteBytes(id);
        var days = dueOn.DayNumber - opensOn.DayNumber + DaysLateAtMost;
        return id[15] % OneNeverOf == 0
            ? null
            : opensOn.AddDays(Math.Max(0, days) * id[14] / byte.MaxValue);
    }
}
