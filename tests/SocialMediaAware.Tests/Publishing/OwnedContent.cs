using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Publishing;

/// <summary>The Harbour Agency with the module "Taking care", and those who look after it.</summary>
internal sealed class OwnedContent : IAsyncDisposable
{
    public const string Slug = "taking-care";

    private OwnedContent(TestPortal portal, SmallContent content, Agency agency) =>
        (Portal, Content, Agency) = (portal, content, agency);

    public TestPortal Portal { get; }

    public SmallContent Content { get; }

    public Agency Agency { get; }

    public static async Task<OwnedContent> BeginAsync(
        TestProvider provider = TestProvider.Sqlite,
        Action<SmallContent>? change = null
    )
    {
        var content = new SmallContent();
        change?.Invoke(content);
        var portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                ContentFolder = content.Folder,
                Provider = provider,
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = "false" },
            }
        );
        return new(portal, content, await portal.AgencyAsync("harbour"));
    }

    /// <summary>A browser of somebody with a role in an agency.</summary>
    public async Task<HttpClient> AsAsync(PortalRole role, string agency = "harbour")
    {
        var member = await Portal.PersonWithRoleAsync(await Portal.AgencyAsync(agency), role);
        return await Portal.SignedInAsync(member.AccountId);
    }

    /// <summary>Keeps version 1.0 beside the file and makes the file a draft of another version.</summary>
    public void Draft(string version, string old = "Stop and think", string now = "Always think")
    {
        Content.Write($"modules/{Slug}/versions/1.0.md", Content.Text(SmallContent.ModuleFile));
        Content
            .ReplaceInModule("version: 1.0", $"version: {version}")
            .ReplaceInModule("status: published", "status: draft")
            .ReplaceInModule(old, now);
        Reload();
    }

    public void Reload() =>
        Assert.DoesNotContain(
            Portal.Services.GetRequiredService<ContentStore>().Reload(),
            message => message.Severity == Severity.Error
        );

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Content.Dispose();
    }
}
