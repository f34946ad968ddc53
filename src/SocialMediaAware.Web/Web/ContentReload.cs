using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Web;

/// <summary>Shows a saved content file at the next page, in Development. A file with errors leaves the last good library in place.</summary>
public sealed class ContentReload(RequestDelegate next, ContentStore content)
{
    /// <summary>Looks whether files changed before a page is made.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        content.ReloadIfFilesChanged();
        return next(context);
    }
}
