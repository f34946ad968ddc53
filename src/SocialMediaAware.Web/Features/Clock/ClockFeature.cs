using Microsoft.AspNetCore.Authentication.Cookies;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Clock;

/// <summary>The services of the clock.</summary>
public static class ClockFeature
{
    /// <summary>Adds the clock that everything goes by, and in Development what moves it.</summary>
    /// <exception cref="PortalStartException">The settings ask for a clock that cannot be had.</exception>
    public static IServiceCollection AddClock(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment,
        DataFolder folder
    )
    {
        var clock = PortalClock.For(configuration, environment, folder);
        services.AddSingleton(clock);
        if (clock is not PortalClock moving)
        {
            return services;
        }

        services.AddSingleton(moving).AddSingleton<LivingThroughDays>();
        // A moved date must not make cookies old; how long a session lasts is written in the database, and moves along.
        services
            .AddOptions<CookieAuthenticationOptions>(
                CookieAuthenticationDefaults.AuthenticationScheme
            )
            .Configure<TimeProvider>(
                (cookie, present) => cookie.TimeProvider = (present as PortalClock)?.System
            );
        return services;
    }

    /// <summary>Adds something to do on each day that is lived through, after what was added before.</summary>
    /// <typeparam name="TUseCase">What does it.</typeparam>
    public static IServiceCollection AddDailyTick<TUseCase>(
        this IServiceCollection services,
        Func<TUseCase, CancellationToken, Task> run
    )
        where TUseCase : notnull =>
        services.AddSingleton(
            new DailyTick(
                (scope, cancellationToken) =>
                    run(scope.GetRequiredService<TUseCase>(), cancellationToken)
            )
        );
}
