using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>
/// Turns a file away that says itself that it is too large, before any of it is read: even the check of the form's token would read
/// it all.
/// </summary>
/// <param name="address">The page that says so.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefuseLargeFilesAttribute(string address)
    : Attribute,
        IAuthorizationFilter,
        IOrderedFilter
{
    /// <summary>What a form may weigh beside its file (bytes).</summary>
    public const long BesideTheFile = 64 * 1024;

    /// <summary>The page that says so.</summary>
    public string Address { get; } = address;

    /// <summary>Before the limits on forms (900) and the check of their tokens (1000).</summary>
    public int Order => 0;

    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > TableLimits.FileBytes + BesideTheFile)
        {
            context.HttpContext.Response.Headers.Connection = "close";
            context.Result = new RedirectResult(Address);
        }
    }
}
