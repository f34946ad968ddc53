using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Benchmarks.Journeys;

/// <summary>The whole way of one learner: sign in, read every section, practise, sign, see the receipt.</summary>
internal sealed class Journey(Visitor visitor, Learner learner, ContentLibrary library)
{
    private const int MostSteps = 300;
    private readonly Dictionary<string, Scenario> scenarios = library
        .PublishedModules()
        .SelectMany(module => module.Scenarios)
        .DistinctBy(scenario => scenario.Title)
        .ToDictionary(scenario => scenario.Title);

    /// <summary>Signs in.</summary>
    public static async Task SignInAsync(
        Visitor visitor,
        Learner learner,
        CancellationToken cancellationToken
    )
    {
        await visitor.GoAsync("/accounts/sign-in", cancellationToken);
        await visitor.SendAsync(
            [new("Email", learner.Email), new("Password", Learners.Password)],
            cancellationToken
        );
        if (visitor.Address != "/")
        {
            throw new InvalidOperationException($"{learner.Email} could not sign in.");
        }
    }

    /// <summary>Goes the way to its end.</summary>
    public async Task GoAsync(CancellationToken cancellationToken)
    {
        await SignInAsync(visitor, learner, cancellationToken);
        for (var step = 0; step < MostSteps; step++)
        {
            if (IsReceipt(visitor.Address))
            {
                return;
            }

            var page = visitor.Page;
            if (page.HasForm)
            {
                await visitor.SendAsync(Filled(page), cancellationToken);
            }
            else
            {
                await visitor.GoAsync(
                    page.Next
                        ?? throw new InvalidOperationException(
                            $"{visitor.Address} leads nowhere: “{page.Heading}”."
                        ),
                    cancellationToken
                );
            }
        }

        throw new InvalidOperationException($"The journey does not end: {visitor.Address}.");
    }

    private List<KeyValuePair<string, string>> Filled(PageText page) =>
        page.Asks("options")
            ?
            [
                .. scenarios[page.Heading]
                    .Options.Where(option => option.IsRight)
                    .Select(option => KeyValuePair.Create("options", $"{option.Index}")),
            ]
        : page.Asks("Declared") ? [new("Declared", "true"), new("Name", learner.Name)]
        : [];

    private static bool IsReceipt(string address) =>
        address.StartsWith("/attestations/", StringComparison.Ordinal)
        && !address.StartsWith("/attestations/sign/", StringComparison.Ordinal);
}
