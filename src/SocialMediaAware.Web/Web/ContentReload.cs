using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Web.Web;

/// <summary>
/// Shows a saved content file at the next page, in Development, and keeps the text of what it publishes. A file with errors leaves
/// the last good library in place.
/// </summary>
public sealed class ContentReload(RequestDelegate next, ContentStore content)
{
    /// <summary>Looks whether files changed before a page is made.</summary>
    public async Task InvokeAsync(HttpContext context, KeepPublishedTexts keeping)
    {
        if (content.ReloadIfFilesChanged())
        {
            await KeepAsync(keeping, context.RequestAborted);
        }

        await next(context);
    }

    private static async Task KeepAsync(
        KeepPublishedTexts keeping,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await keeping.KeepWhatIsNewAsync(cancellationToken);
        }
        catch (PortalStartException)
        {
            // The file was saved once more meanwhile, with an error: the banner of the page says which.
        }
    }
}
