using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>What runs by itself, and how it went.</summary>
public sealed class JobsModel(PortalDbContext database) : PageModel
{
    /// <summary>How many runs a page shows.</summary>
    public const int RunsOnAPage = 50;

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>One job only; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Job { get; set; }

    /// <summary>The jobs of the table of schedules, with the last run of each.</summary>
    public IReadOnlyList<(string Job, TimeSpan Interval, JobRun? Last)> Jobs { get; private set; } =
    [];

    /// <summary>The runs of this page, the newest first.</summary>
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    /// <summary>How times are written.</summary>
    public CultureInfo English { get; } = new("en-NZ");

    /// <summary>The address of another page.</summary>
    public string AddressOf(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/settings/jobs?job={Job}&page={page}");

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Number = Math.Clamp(Number, 1, int.MaxValue / RunsOnAPage - 1);
        Job = Schedules.All.Any(job => job.Job.Name == Job) ? Job : null;
        var last = (
            await database
                .JobRuns.AsNoTracking()
                .GroupBy(run => run.Job)
                .Select(runs => runs.OrderByDescending(run => run.StartedAt).First())
                .ToListAsync(cancellationToken)
        ).ToDictionary(run => run.Job);
        Jobs =
        [
            .. Schedules.All.Select(job =>
                (job.Job.Name, job.Interval, last.GetValueOrDefault(job.Job.Name))
            ),
        ];
        var runs = await database
            .JobRuns.AsNoTracking()
            .Where(run => Job == null || run.Job == Job)
            .OrderByDescending(run => run.StartedAt)
            .ThenByDescending(run => run.Id)
            .Skip((Number - 1) * RunsOnAPage)
            .Take(RunsOnAPage + 1)
            .ToListAsync(cancellationToken);
        HasMore = runs.Count > RunsOnAPage;
        Runs = [.. runs.Take(RunsOnAPage)];
    }
}
