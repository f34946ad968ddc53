using System.CommandLine;

namespace SocialMediaAware.Web.Web;

/// <summary>Asks a running portal whether it is ready, for a container's health check: its image has no other client.</summary>
public static class HealthCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = "The portal's address.",
            DefaultValueFactory = _ => "http://127.0.0.1:8080",
        };
        var mail = new Option<bool>("--mail")
        {
            Description = "Asks whether mail goes out, instead of whether the portal is ready.",
        };
        var command = new Command(
            "health",
            "Asks a running portal whether it is ready, or whether mail goes out: exit code 0 when it is so."
        )
        {
            url,
            mail,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
                try
                {
                    var answer = await client.GetAsync(
                        new Uri(
                            new Uri(parsed.GetValue(url)!),
                            parsed.GetValue(mail) ? "/health/mail" : "/health/ready"
                        ),
                        cancellationToken
                    );
                    if (parsed.GetValue(mail))
                    {
                        await parsed.InvocationConfiguration.Error.WriteLineAsync(
                            await answer.Content.ReadAsStringAsync(cancellationToken)
                        );
                    }

                    return answer.IsSuccessStatusCode ? 0 : 1;
                }
                catch (Exception problem)
                    when (problem is HttpRequestException or TaskCanceledException)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(
                        $"The portal does not answer: {problem.Message}"
                    );
                    return 1;
                }
            }
        );
        return command;
    }
}
