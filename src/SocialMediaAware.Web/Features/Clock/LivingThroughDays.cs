using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Clock;

/// <summary>
/// Moves the portal's clock forward day by day, and does each morning what the clockwork would have done on that day. Sessions move along, so
/// that everybody stays signed in. Two who move it at once take turns.
/// </summary>
public sealed class LivingThroughDays(
    PortalClock clock,
    IServiceScopeFactory scopes,
    IEnumerable<DailyTick> ticks
) : IDisposable
{
    /// <summary>How many days can be lived through at once.</summary>
    public const int MostDays = 400;

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Lives through the days up to nine o'clock in the morning of a New Zealand date; does nothing on that date or after.</summary>
    /// <returns>How many days were lived through.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is more than <see cref="MostDays" /> days away.</exception>
    public async Task<int> UntilAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var today = clock.Today();
            ArgumentOutOfRangeException.ThrowIfGreaterThan(date, today.AddDays(MostDays));
            var days = Math.Max(0, date.DayNumber - today.DayNumber);
            for (var day = 1; day <= days; day++)
            {
                await LiveAsync(today.AddDays(day).MorningInNewZealand(), cancellationToken);
            }

            return days;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task LiveAsync(DateTimeOffset morning, CancellationToken cancellationToken)
    {
        await InScopeAsync(services =>
            MoveSessionsAsync(services, morning - clock.GetUtcNow(), cancellationToken)
        );
        clock.MoveTo(morning);
        foreach (var tick in ticks)
        {
            await InScopeAsync(services => tick.RunAsync(services, cancellationToken));
        }
    }

    // Before the clock: in between, a session is a little younger than it is, and never too old.
    private static async Task MoveSessionsAsync(
        IServiceProvider services,
        TimeSpan by,
        CancellationToken cancellationToken
    )
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var live = await database
            .Sessions.Where(session => session.EndedAt == null)
            .ToListAsync(cancellationToken);
        live.ForEach(session => session.MoveAlong(by));
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        await work(scope.ServiceProvider);
    }
}
