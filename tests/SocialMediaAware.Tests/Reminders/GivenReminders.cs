using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

/// <summary>Builders and questions about reminders.</summary>
internal static class GivenReminders
{
    public static Task<int> RemindAsync(this TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<Remind>().RunAsync(CancellationToken.None)
        );

    public static Task<DeliveryCounts> DeliverAsync(this TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<DeliverMail>().RunAsync(CancellationToken.None)
        );

    public static Task<List<OutboxMessage>> MailsAsync(this TestPortal portal) =>
        portal.WithDatabaseAsync(database =>
            database
                .OutboxMessages.AsNoTracking()
                .Include(message => message.Subjects)
                .OrderBy(message => message.CreatedAt)
                .ThenBy(message => message.Id)
                .ToListAsync()
        );

    public static Task<List<ReminderStep>> StepsAsync(this TestPortal portal) =>
        portal.WithDatabaseAsync(database =>
            database.ReminderSteps.AsNoTracking().OrderBy(step => step.Kind).ToListAsync()
        );

    public static IReadOnlyList<string> MailFiles(this TestPortal portal) =>
        Directory.Exists(Path.Combine(portal.DataFolder, "mail"))
            ? Directory.GetFiles(Path.Combine(portal.DataFolder, "mail"))
            : [];

    public static Task ChangeAsync(
        this TestPortal portal,
        Assignment assignment,
        Action<Assignment> change
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            change(await database.Assignments.SingleAsync(one => one.Id == assignment.Id));
            await database.SaveChangesAsync();
        });

    public static Task PersonAsync(
        this TestPortal portal,
        CastMember member,
        string? email,
        string timeZone = "Pacific/Auckland"
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var person = await database.People.SingleAsync(one => one.Id == member.PersonId);
            database.Entry(person).Property(one => one.Email).CurrentValue = email;
            database.Entry(person).Property(one => one.TimeZone).CurrentValue = timeZone;
            await database.SaveChangesAsync();
        });

    public static Task LeaveAsync(
        this TestPortal portal,
        Agency agency,
        CastMember member,
        DateOnly from,
        DateOnly? until
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Leave.Learn(agency.Id, member.PersonId, from, until, portal.Clock.GetUtcNow())
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Says who is reminded when of a programme.</summary>
    public static Task RemindersAsync(
        this TestPortal portal,
        Programme programme,
        ReminderTerms reminders
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var kept = await database
                .Programmes.Include(one => one.Modules)
                .Include(one => one.Statements)
                .AsSplitQuery()
                .SingleAsync(one => one.Id == programme.Id);
            kept.Adopt(kept.TermsWith([]) with { Reminders = reminders });
            await database.SaveChangesAsync();
        });
}
