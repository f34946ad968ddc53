using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Audit;

/// <summary>
/// Writes refusals to the audit log: a page that somebody's roles do not open (403), and a page that exists but whose thing is not
/// theirs to see, or is not there at all (404). The two cannot be told apart here, and must not be by the reader of the answer.
/// Somebody who is not signed in is asked to sign in: that is no refusal.
/// </summary>
public static class RefusalAudit
{
    /// <summary>Adds it; it stands before authorization, so that it sees what that refuses.</summary>
    public static IApplicationBuilder UseRefusalAudit(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                if (IsRefusal(context))
                {
                    await WriteAsync(context);
                }
            }
        );

    private static bool IsRefusal(HttpContext context) =>
        context.Response.StatusCode
            is StatusCodes.Status403Forbidden
                or StatusCodes.Status404NotFound
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.Features.Get<IExceptionHandlerFeature>() is null
        && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()
            is { ViewEnginePath: var page }
        && !page.StartsWith("/Errors/", StringComparison.Ordinal)
        && context.RequestServices.GetRequiredService<SignedIn>().IsSomebody;

    private static async Task WriteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        // What a refused page had begun to change must not be saved along with this.
        services.GetRequiredService<PortalDbContext>().ChangeTracker.Clear();
        var agencies = services.GetRequiredService<SignedIn>().AgencyIds.Take(2).ToArray();
        await services
            .GetRequiredService<AuditLog>()
            .WriteAsync(
                AuditActions.Refused,
                agencies is [var only] ? only : null,
                context.Request.Path.Value ?? "",
                $"{context.Request.Method} {context.Response.StatusCode}",
                context.RequestAborted
            );
    }
}
