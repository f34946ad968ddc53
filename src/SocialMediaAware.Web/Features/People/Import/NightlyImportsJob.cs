using Quartz;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A tick: takes the files of the drop folder.</summary>
public sealed class NightlyImportsJob(NightlyImports imports, AgencyScope scope) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        scope.EnterEveryAgency();
        context.Result = await imports.RunAsync(cancellationToken);
    }
}
