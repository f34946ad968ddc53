namespace SocialMediaAware.Web.Features.Clock;

/// <summary>
/// Something that the clockwork does over and over, as it is done once on each day that is lived through on a moved clock. Ticks run in
/// the order in which they were added. Each computes what is due from the database, so that one too many changes nothing.
/// </summary>
/// <param name="RunAsync">Runs it with the services of one scope, outside the walls.</param>
public sealed record DailyTick(Func<IServiceProvider, CancellationToken, Task> RunAsync);
