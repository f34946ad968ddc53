namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>What the made-up people have done so far: who has read, answered and signed.</summary>
public sealed class DemonstrationHistory
{
    /// <summary>Runs once, after the demonstration's assignments were made. It does nothing yet.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
