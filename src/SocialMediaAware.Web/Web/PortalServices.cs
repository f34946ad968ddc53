using Microsoft.AspNetCore.HttpOverrides;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Backups;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.Home;
using SocialMediaAware.Web.Features.Invitations;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.MyData;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Publishing;
using SocialMediaAware.Web.Features.Questions;
using SocialMediaAware.Web.Features.Quizzes;
using SocialMediaAware.Web.Features.Relief;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Watching;
using SocialMediaAware.Web.Features.Reports;
using SocialMediaAware.Web.Features.Settings;
using SocialMediaAware.Web.Features.Sources;
using SocialMediaAware.Web.Features.Team;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Web;

/// <summary>The services and the pipeline of the portal.</summary>
public static class PortalServices
{
    /// <summary>Adds everything that the portal is made of.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var contentRoot = builder.Environment.ContentRootPath;
        var services = builder.Services;
        var dataFolder = DataFolder.Open(configuration["Portal:DataFolder"], contentRoot);
        services.AddClock(configuration, builder.Environment, dataFolder);
        services.AddPortalData(configuration, dataFolder);
        services.AddContent(
            ContentFolder.Resolve(configuration[ContentFolder.Setting], contentRoot)
        );
        var demonstration = new DemonstrationMode(
            builder.Environment.IsDevelopment()
                && configuration.GetValue("Portal:Demonstration", true)
        );
        services.AddSingleton(demonstration);
        services.AddSingleton(PortalAddress.From(configuration));
        services.AddAccounts(configuration);
        services
            .AddHome()
            .AddMyData()
            .AddLearning()
            .AddSources()
            .AddPublishing()
            .AddQuizzes()
            .AddAttestations()
            .AddQuestions()
            .AddMoreTime();
        services
            .AddPeople()
            .AddRelief()
            .AddTeam()
            .AddProgrammes()
            .AddReports()
            .AddAudit()
            .AddSettings();
        services.AddPeopleImport(configuration).AddInvitations();
        services.AddElections().AddBackups(configuration);
        services.AddOutsideLearning().AddAssisted();
        services.AddReminders().AddMail(configuration);
        services.AddSchedules();
        services.AddScoped<PageFrame>();
        services.AddLocalization();
        services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/Features";
                options.Conventions.AuthorizeRooms();
                options.Conventions.KeepToItself("/Accounts/Demonstration", demonstration.IsOn);
                options.Conventions.KeepToItself(
                    "/Clock/Index",
                    builder.Environment.IsDevelopment()
                );
            })
            .AddViewLocalization();
        services.AddPolicies();
        services.AddHealthChecks().AddDbContextCheck<PortalDbContext>("database", tags: ["ready"]);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // What works is quiet: eight lines for each request would cost as much as the page, and say who read what.
        builder
            .Logging.AddFilter("Quartz", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (builder.Environment.IsProduction())
        {
            builder.Logging.ClearProviders().AddJsonConsole();
        }
    }

    /// <summary>Puts the pipeline in order.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/errors/500");
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseRouting();
        app.UseRequestLocalization("en-NZ");
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseRefusalAudit();
        app.UseAssistedBounds();
        app.UseAuthorization();
        if (app.Environment.IsDevelopment())
        {
            app.UseMiddleware<ContentReload>();
        }

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new() { Predicate = check => check.Tags.Contains("ready") }
            )
            .AllowAnonymous();
        app.MapHealthChecks(
                "/health/mail",
                new() { Predicate = check => check.Tags.Contains(MailHealth.Tag) }
            )
            .AllowAnonymous();
        app.MapRazorPages();
        app.AnnounceDemonstration();
        // Unknown addresses answer 404 to everyone, not a request to sign in.
        app.MapFallback(
                "{*path}",
                context =>
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }
            )
            .AllowAnonymous();
    }
}
