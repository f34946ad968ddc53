using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>
/// Keeps somebody who signed in by a code to what they came for: reading, practising, signing and asking about their own assignments
/// of this session. Every other page is not there for them. When their time is over, they are signed out.
/// </summary>
public static class AssistedBounds
{
    /// <summary>Where the code page is.</summary>
    public const string ScreenAddress = "/assisted/screen";

    /// <summary>Where the person's own list is.</summary>
    public const string TasksAddress = "/assisted/tasks";

    /// <summary>After how many seconds an open page goes back to the code page by itself, and how many when all is done.</summary>
    private const int SecondsOpen = 605;

    private const int SecondsDone = 120;

    private static readonly string[] Free =
    [
        "/Assisted/Tasks",
        "/Learning/Glossary",
        "/Help/Index",
        "/Help/Topic",
    ];

    private static readonly string[] OfAnAssignment =
    [
        "/Learning/Section",
        "/Learning/Module",
        "/Learning/Overview",
        "/Quizzes/Situation",
        "/Quizzes/Refresher",
        "/Attestations/Sign",
        "/Questions/NotAgreeing",
        "/Questions/Ask",
        "/OutsideLearning/WholeWay",
    ];

    private static readonly string[] ToTheirTasks =
    [
        "/Home/Index",
        "/Home/Next",
        "/Attestations/Index",
        "/Learning/Index",
        "/Questions/Index",
    ];

    /// <summary>Adds them; they stand before authorization.</summary>
    public static IApplicationBuilder UseAssistedBounds(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    context.RequestServices.GetRequiredService<SignedIn>().AuthenticationMethod
                        != AssistedSession.Method
                    || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()
                        is not { } page
                    || page.ViewEnginePath is "/Assisted/Screen"
                    || page.ViewEnginePath.StartsWith("/Errors/", StringComparison.Ordinal)
                )
                {
                    await next(context);
                    return;
                }

                await BoundAsync(context, page.ViewEnginePath, next);
            }
        );

    private static async Task BoundAsync(HttpContext context, string page, RequestDelegate next)
    {
        var visits = context.RequestServices.GetRequiredService<AssistedVisits>();
        var stop = context.RequestAborted;
        if (await visits.FindAsync(context.User, stop) is not { } present)
        {
            await context.RequestServices.GetRequiredService<SessionCookie>().EndAsync();
            context.Response.Redirect(ScreenAddress);
            return;
        }

        if (ToTheirTasks.Contains(page))
        {
            context.Response.Redirect(TasksAddress);
            return;
        }

        if (!Free.Contains(page) && !await IsTheirsAsync(context, page, visits, present))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.OnStarting(async () =>
        {
            var seconds = await visits.HasMoreToDoAsync(present, stop) ? SecondsOpen : SecondsDone;
            context.Response.Headers["Refresh"] = $"{seconds}; url={ScreenAddress}";
        });
        await next(context);
    }

    private static async Task<bool> IsTheirsAsync(
        HttpContext context,
        string page,
        AssistedVisits visits,
        PresentVisit present
    )
    {
        var database = context.RequestServices.GetRequiredService<PortalDbContext>();
        var stop = context.RequestAborted;
        if (OfAnAssignment.Contains(page))
        {
            var named = await NamedAsync(context);
            return named is not null
                && await visits
                    .AssignmentsOf(present)
                    .AnyAsync(assignment => assignment.Id == named, stop);
        }

        return page switch
        {
            "/Attestations/Receipt" => Guid.TryParse($"{context.GetRouteValue("id")}", out var id)
                && await visits
                    .AssignmentsOf(present)
                    .AnyAsync(
                        assignment =>
                            database.Attestations.Any(attestation =>
                                attestation.Id == id && attestation.AssignmentId == assignment.Id
                            ),
                        stop
                    ),
            "/Questions/Thread" => Guid.TryParse(
                $"{context.GetRouteValue("question")}",
                out var question
            )
                && await database.Questions.AnyAsync(
                    asked =>
                        asked.Id == question
                        && asked.PersonId == present.Visit.PersonId
                        && asked.AskedAt >= present.Visit.BegunAt,
                    stop
                ),
            _ => false,
        };
    }

    // All the places in which a request names an assignment have to name the same one.
    private static async Task<Guid?> NamedAsync(HttpContext context)
    {
        var request = context.Request;
        var names = new List<string?> { $"{context.GetRouteValue("assignment")}" };
        names.AddRange(request.Query["assignment"]);
        if (request.HasFormContentType)
        {
            names.AddRange((await request.ReadFormAsync(context.RequestAborted))["assignment"]);
        }

        string[] given = [.. names.Where(name => !string.IsNullOrEmpty(name)).Distinct()!];
        return given is [var only] && Guid.TryParse(only, out var id) ? id : null;
    }
}
