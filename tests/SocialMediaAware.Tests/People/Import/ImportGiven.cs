using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>Files about people in a test portal.</summary>
internal static class ImportGiven
{
    public const string Header = "employee_number,name,unit,leader_employee_number,flags,email\n";

    /// <summary>Lines of people in a unit.</summary>
    public static string Lines(int from, int to, string unit = "Customer") =>
        string.Concat(
            Enumerable
                .Range(from, to - from + 1)
                .Select(number =>
                    $"{number},Person {number},{unit},{(number > 1 ? "1" : "")},{(number == 2 ? "spokespeople" : "")},p{number}@agency.example\n"
                )
        );

    public static Task<ImportRun> TakeAsync(this TestPortal portal, Agency agency, string file) =>
        portal.WithAsync(services =>
            services
                .GetRequiredService<TakingImport>()
                .TakeAsync(
                    new MemoryStream(Encoding.UTF8.GetBytes(file)),
                    "staff.csv",
                    agency.Id,
                    "payroll",
                    ImportSource.Browser,
                    null,
                    CancellationToken.None
                )
        );

    public static Task<ImportAnswer> ApplyAsync(
        this TestPortal portal,
        ImportRun run,
        int? ending = null
    ) =>
        portal.WithAsync(services =>
            services
                .GetRequiredService<ApplyingImport>()
                .ApplyAsync(run.Id, ending, null, CancellationToken.None)
        );

    /// <summary>The numbers of who has a placement of the feed on the clock's day, with the unit's name.</summary>
    public static Task<List<string>> HereAsync(this TestPortal portal, Agency agency) =>
        portal.WithDatabaseAsync(async database =>
        {
            var day = portal.Clock.GetUtcNow().NewZealandDate();
            return await (
                from placement in database.Placements.HoldingOn(day)
                where placement.AgencyId == agency.Id && placement.Feed == "payroll"
                join unit in database.UnitFacts.HoldingOn(day)
                    on placement.UnitId equals unit.UnitId
                orderby placement.EmployeeNumber
                select placement.EmployeeNumber + " " + unit.Name
            ).ToListAsync();
        });
}
