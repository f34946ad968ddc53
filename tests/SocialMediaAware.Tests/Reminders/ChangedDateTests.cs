using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

/// <summary>Who was told a due date is told that it has moved: once for each move, and never the same step twice.</summary>
public sealed class ChangedDateTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 11, 16);
    private static readonly DateOnly Due = new(2026, 12, 4);

    private TestPortal portal = null!;
    private CastMember person = null!;
    private Programme programme = null!;
    private Assignment assignment = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        person = await portal.PersonAsync(agency);
        programme = await portal.OnboardingAsync(agency);
        assignment = await portal.AssignmentAsync(person, programme, dueOn: Due);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Move_AfterADateWasTold_IsToldOnceWithWasAndIs()
    {
        Assert.Equal(1, await OnAsync(Monday));
        await MoveAsync(Due.AddDays(14));

        Assert.Equal(1, await OnAsync(Monday.AddDays(1)));
        Assert.Equal(0, await OnAsync(Monday.AddDays(1)));
        Assert.Equal(0, await OnAsync(Monday.AddDays(2)));

        var mail = (await portal.MailsAsync())[^1];
        Assert.Equal("Getting started is now due Friday 18 December 2026", mail.Subject);
        Assert.Contains(
            "is now due by Friday 18 December 2026. Before, it was Friday 4 December 2026.",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.Single(mail.Subjects);
        // Moved once more: from what was told last.
        await MoveAsync(Due.AddDays(21));
        Assert.Equal(1, await OnAsync(Monday.AddDays(3)));
        Assert.Contains(
            "Before, it was Friday 18 December 2026.",
            (await portal.MailsAsync())[^1].Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await ChangesAsync()).Count);
        Assert.Single(await portal.StepsAsync());
    }

    [Fact]
    public async Task Move_ThereAndBackBetweenTwoDigests_TellsNothing()
    {
        await OnAsync(Monday);
        await MoveAsync(Due.AddDays(14));
        await MoveAsync(Due);

        Assert.Equal(0, await OnAsync(Monday.AddDays(1)));
        Assert.Empty(await ChangesAsync());
    }

    [Fact]
    public async Task Move_WhenNoDateWasTold_TellsNothing()
    {
        await portal.RemindersAsync(programme, new ReminderTerms { OnOpening = false });
        Assert.Equal(0, await OnAsync(Monday));
        await MoveAsync(Due.AddDays(14));
        Assert.Equal(0, await OnAsync(Monday.AddDays(1)));

        // A step from before dates were kept told none that is known.
        await portal.RemindersAsync(programme, new ReminderTerms());
        Assert.Equal(1, await OnAsync(Monday.AddDays(2)));
        await portal.WithDatabaseAsync(async database =>
        {
            var step = await database.ReminderSteps.SingleAsync();
            database.Entry(step).Property(one => one.DueOn).CurrentValue = null;
            await database.SaveChangesAsync();
        });
        await MoveAsync(Due);
        Assert.Equal(0, await OnAsync(Monday.AddDays(3)));
    }

    [Fact]
    public async Task Move_OnTheDayOfAStep_IsOneSentence()
    {
        await OnAsync(Monday);
        await MoveAsync(Due.AddDays(7));

        Assert.Equal(1, await OnAsync(Due));

        var mail = (await portal.MailsAsync())[^1];
        Assert.Contains(
            "Before, it was Friday 4 December 2026.",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(1, Count(mail.Text, "Getting started"));
        Assert.Equal(
            [ReminderStepKind.Opened, ReminderStepKind.DaysBefore],
            (await portal.StepsAsync()).Select(step => step.Kind)
        );
        Assert.Equal(Due.AddDays(7), Assert.Single(await ChangesAsync()).DueOn);
    }

    [Theory]
    [InlineData("held")]
    [InlineData("signed")]
    [InlineData("overdue")]
    public async Task Move_WhenItIsNoLongerOpen_TellsNothing(string why)
    {
        await OnAsync(Monday);
        await MoveAsync(why == "overdue" ? Monday : Due.AddDays(14));
        await portal.ChangeAsync(
            assignment,
            one =>
            {
                if (why == "held")
                {
                    one.Hold(portal.Clock.GetUtcNow());
                }
                else if (why == "signed")
                {
                    one.Sign(portal.Clock.GetUtcNow());
                }
            }
        );

        await OnAsync(Monday.AddDays(1));

        Assert.Empty(await ChangesAsync());
        if (why == "held")
        {
            // What was left of it runs on, and then it is told.
            await portal.ChangeAsync(assignment, one => one.Resume(Due.AddDays(20)));
            Assert.Equal(1, await OnAsync(Monday.AddDays(2)));
            Assert.Single(await ChangesAsync());
        }
    }

    [Fact]
    public async Task Move_WhenItsMailIsTakenBack_IsToldInTheNext()
    {
        await OnAsync(Monday);
        await portal.DeliverAsync();
        await MoveAsync(Due.AddDays(14));
        Assert.Equal(1, await OnAsync(Monday.AddDays(1)));
        // In the night it is too late for the mail of the day.
        portal.Clock.Move(TimeSpan.FromHours(12));
        Assert.Equal(1, (await portal.DeliverAsync()).Withdrawn);
        Assert.Empty(await ChangesAsync());

        Assert.Equal(1, await OnAsync(Monday.AddDays(2)));
        Assert.Single(await ChangesAsync());
    }

    private async Task<int> OnAsync(DateOnly day)
    {
        portal.Clock.MoveTo(day);
        return await portal.RemindAsync();
    }

    private Task MoveAsync(DateOnly dueOn) =>
        portal.ChangeAsync(assignment, one => one.MoveTo(one.OpensOn, dueOn));

    private Task<List<ReminderChange>> ChangesAsync() =>
        portal.WithDatabaseAsync(database => database.ReminderChanges.AsNoTracking().ToListAsync());

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
