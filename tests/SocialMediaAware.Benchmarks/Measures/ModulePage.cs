using SocialMediaAware.Benchmarks.Journeys;
using SocialMediaAware.Benchmarks.Load;
using SocialMediaAware.Benchmarks.Portal;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>A portal with somebody signed in, and the page that they read: what the measures of load ask for.</summary>
internal sealed class ModulePage : IAsyncDisposable
{
    private readonly TemporaryFolder dataFolder;
    private readonly Visitor visitor;

    private ModulePage(TemporaryFolder dataFolder, ServerProcess portal, Visitor visitor) =>
        (this.dataFolder, Portal, this.visitor) = (dataFolder, portal, visitor);

    /// <summary>The portal.</summary>
    public ServerProcess Portal { get; }

    /// <summary>The page's address.</summary>
    public string Address => visitor.Address;

    /// <summary>Opens a portal with these many people, and a section of a module for one of them.</summary>
    public static async Task<ModulePage> OpenAsync(int people, CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        Learner learner;
        await using (var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken))
        {
            await hand.LaunchProgrammesAsync();
            learner = (await hand.PlaceAsync(people))[0];
            await hand.PlanAsync(cancellationToken);
        }

        var portal = await ServerProcess.StartPortalAsync(folder, cancellationToken);
        var page = new ModulePage(folder, portal, new Visitor(portal.Address));
        try
        {
            await Journey.SignInAsync(page.visitor, learner, cancellationToken);
            await page.visitor.GoAsync(page.visitor.Page.Next!, cancellationToken);
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sixty-four connections with this person's session.</summary>
    public LoadDriver Load(Uri? server = null) =>
        new(server ?? Portal.Address, Address, visitor.CookieHeader);

    /// <summary>The page as the portal answers it.</summary>
    public async Task<KeptResponse> KeepAsync(CancellationToken cancellationToken)
    {
        using var answer = await visitor.AnswerAsync(Address, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return new KeptResponse(
            [
                .. answer
                    .Headers.Concat(answer.Content.Headers)
                    .Where(header => header.Key is not ("Date" or "Server" or "Transfer-Encoding"))
                    .SelectMany(header =>
                        header.Value.Select(value => KeyValuePair.Create(header.Key, value))
                    ),
            ],
            await answer.Content.ReadAsByteArrayAsync(cancellationToken)
        );
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await Portal.DisposeAsync();
        dataFolder.Dispose();
    }
}
