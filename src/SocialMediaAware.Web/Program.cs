using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Home;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Questions;
using SocialMediaAware.Web.Features.Quizzes;
using SocialMediaAware.Web.Features.Reports;
using SocialMediaAware.Web.Features.Settings;
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

/// <summary>The portal; named so that tests can start it.</summary>
public partial class Program;
