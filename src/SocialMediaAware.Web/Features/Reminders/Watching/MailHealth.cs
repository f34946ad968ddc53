using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Settings;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>
/// Whether mail goes out, for whoever watches the portal from outside: one word, with no name and no number. It is no part of being
/// ready, because a restart mends none of this but a clockwork that stands still.
/// </summary>
public sealed class MailHealth(
    AgencyScope scope,
    PortalDbContext database,
    Clockwork clockwork,
    MailDeliveryState delivery,
    TimeProvider clock
) : IHealthCheck
{
    /// <summary>The tag of this check.</summary>
    public const string Tag = "mail";

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (clockwork.StandsStill)
        {
            return HealthCheckResult.Unhealthy("The portal does nothing by itself any more.");
        }

        scope.EnterEveryAgency();
        var today = clock.Today();
        return await database.MailAlarms.AnyAsync(
                alarm => alarm.Day == today && alarm.EndedAt == null,
                cancellationToken
            )
                ? HealthCheckResult.Unhealthy("Mail was expected today, and none has gone out.")
            : delivery.IsInTrouble
                ? HealthCheckResult.Degraded("The last mail could not be handed over.")
            : HealthCheckResult.Healthy();
    }
}
