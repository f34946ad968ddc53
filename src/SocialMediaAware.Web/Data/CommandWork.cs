using System.CommandLine;
using System.Data.Common;

namespace SocialMediaAware.Web.Data;

/// <summary>Runs what a command does with the portal's services.</summary>
internal static class CommandWork
{
    /// <summary>The exit code of a command that could not do its work.</summary>
    public const int NotPossible = 1;

    /// <summary>
    /// Builds the services, stands outside of all walls and does the work. What cannot be opened or read is said on standard error
    /// in one sentence.
    /// </summary>
    /// <param name="buildHost">Builds the services.</param>
    /// <param name="console">Where to print.</param>
    /// <param name="work">The work; its result is the exit code.</param>
    public static async Task<int> RunAsync(
        Func<WebApplication> buildHost,
        InvocationConfiguration console,
        Func<IServiceProvider, Task<int>> work
    )
    {
        try
        {
            await using var host = buildHost();
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
            return await work(scope.ServiceProvider);
        }
        catch (Exception problem)
            when (problem
                    is PortalStartException
                        or IOException
                        or UnauthorizedAccessException
                        or DbException
            )
        {
            await console.Error.WriteLineAsync(problem.Message);
            return NotPossible;
        }
    }
}
