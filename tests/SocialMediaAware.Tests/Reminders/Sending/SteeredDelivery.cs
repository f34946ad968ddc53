using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Reminders.Sending;

/// <summary>The world behind the portal's mail: it takes mails, or answers as the test says.</summary>
internal sealed class SteeredDelivery : IMailDelivery
{
    private readonly Lock door = new();
    private readonly List<(MailMessage Message, DateTimeOffset At)> taken = [];

    /// <summary>What it answers, and what happens meanwhile; it takes everything where it is left out.</summary>
    public Func<MailMessage, Task<MailHandOver>> Answer { get; set; } =
        _ => Task.FromResult(MailHandOver.Delivered);

    /// <summary>Whose clock stamps what is taken.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Every mail that was handed over, whatever was answered.</summary>
    public IReadOnlyList<(MailMessage Message, DateTimeOffset At)> Taken
    {
        get
        {
            lock (door)
            {
                return [.. taken];
            }
        }
    }

    public void AlwaysAnswer(MailHandOver handOver) => Answer = _ => Task.FromResult(handOver);

    public Task<MailHandOver> HandOverAsync(
        MailMessage message,
        CancellationToken cancellationToken
    )
    {
        lock (door)
        {
            taken.Add((message, Clock.GetUtcNow()));
        }

        return Answer(message);
    }

    /// <summary>A portal whose mail goes there.</summary>
    public Task<TestPortal> PortalAsync(TestPortalOptions? options = null)
    {
        options ??= new TestPortalOptions();
        Clock = options.Clock;
        return TestPortal.StartAsync(
            options with
            {
                Services = services =>
                {
                    options.Services?.Invoke(services);
                    services.Replace(
                        ServiceDescriptor.Singleton<IMailDelivery>(
                            provider => new NotingMailDelivery(
                                this,
                                provider.GetRequiredService<MailDeliveryState>(),
                                provider.GetRequiredService<TimeProvider>()
                            )
                        )
                    );
                },
            }
        );
    }
}
