using Microsoft.AspNetCore.Connections;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Web;

if (PortalCommands.IsCommand(args))
{
    return await PortalCommands.RunAsync(args);
}

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortal();
    var app = builder.Build();
    await app.PrepareAsync(app.Lifetime.ApplicationStopping);
    app.UsePortal();
    await app.RunAsync();
    return 0;
}
catch (PortalStartException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (IOException problem) when (problem.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"{problem.Message} Stop what uses it, or set ASPNETCORE_URLS to another address."
    );
    return 1;
}

/// <summary>The portal; named so that tests can start it.</summary>
public partial class Program;
