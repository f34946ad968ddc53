using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.MyData;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Questions;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Telling;
using SocialMediaAware.Web.Features.Settings;

namespace SocialMediaAware.Tests.Reminders.Telling;

/// <summary>Builders and questions about mails that tell what waits.</summary>
internal static class GivenTelling
{
    /// <summary>Words that no mail may hold: of a question, an answer, a reason, a disagreement.</summary>
    public const string Telltale = "Quokka";

    public static Task<int> TellWaitingAsync(this TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<TellWaiting>().RunAsync(CancellationToken.None)
        );

    /// <summary>Tells of receipts as the job does, with the row of its run.</summary>
    public static Task<int> TellReceiptsAsync(this TestPortal portal) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<Web.Data.PortalDbContext>();
            var run = JobRun.Begin(nameof(TellReceiptsJob), portal.Clock.GetUtcNow());
            database.Add(run);
            await database.SaveChangesAsync();
            var told = await services
                .GetRequiredService<TellReceipts>()
                .RunAsync(CancellationToken.None);
            run.End(told, portal.Clock.GetUtcNow());
            database.Update(run);
            await database.SaveChangesAsync();
            return told;
        });

    /// <summary>The mails of a template, in the order in which they were written.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> MailsAsync(
        this TestPortal portal,
        string template
    ) => [.. (await portal.MailsAsync()).Where(mail => mail.Template == template)];

    public static Task<Question> QuestionAsync(
        this TestPortal portal,
        Agency agency,
        CastMember asker
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var question = Question.Ask(
                Guid.NewGuid(),
                agency.Id,
                asker.PersonId,
                assignmentId: null,
                moduleSlug: null,
                sectionId: null,
                $"May I keep my {Telltale}?",
                portal.Clock.GetUtcNow()
            );
            database.Add(question);
            await database.SaveChangesAsync();
            return question;
        });

    public static Task WithdrawAsync(this TestPortal portal, Question question) =>
        portal.WithDatabaseAsync(async database =>
        {
            (await database.Questions.SingleAsync(one => one.Id == question.Id)).Withdraw();
            await database.SaveChangesAsync();
        });

    public static Task DisagreeAsync(this TestPortal portal, Assignment assignment) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Disagreement.Say(
                    assignment.AgencyId,
                    assignment.Id,
                    assignment.PersonId,
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });

    public static Task AskForCorrectionAsync(
        this TestPortal portal,
        Agency agency,
        CastMember person
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                CorrectionRequest.Ask(
                    Guid.NewGuid(),
                    agency.Id,
                    person.PersonId,
                    "leave",
                    $"I was not on {Telltale}.",
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
}
