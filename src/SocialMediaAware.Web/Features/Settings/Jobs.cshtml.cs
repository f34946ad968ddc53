using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders.Watching;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>What the portal does by itself, and how it went. Administrators and auditors read it; nobody is named on it.</summary>
public sealed class JobsModel(
    JobBoard board,
    MailStandingReading standing,
    SignedIn signedIn,
    IStringLocalizer<SettingsTexts> texts
) : PageModel
{
    /// <summary>How the sending of mail stands.</summary>
    public MailStanding Mail { get; private set; } = null!;

    /// <summary>One job only; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Job { get; set; }

    /// <summary>The run after whose place to go on.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>The table of schedules, with the last run of each job.</summary>
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    /// <summary>The runs of this page.</summary>
    public IReadOnlyList<JobRunLine> Runs { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasOlder { get; private set; }

    /// <summary>Reads a page. What is no job or no run is left aside.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        // A NUL is no part of a name, and PostgreSQL takes none.
        var isNone =
            string.IsNullOrWhiteSpace(Job) || Job.Length > JobRun.JobLength || Job.Contains('\0');
        Job = isNone ? null : Job;
        Jobs = await board.ReadJobsAsync(cancellationToken);
        Mail = await standing.ReadAsync([.. signedIn.AgencyIds], cancellationToken);
        (Runs, HasOlder) = await board.ReadRunsAsync(Job, Before, cancellationToken);
    }

    /// <summary>What a job is called; the name of its class for one that this version no longer has.</summary>
    public string NameOf(string job) =>
        texts[$"Job-{job}"] is { ResourceNotFound: false } name ? name.Value : job;

    /// <summary>When a job runs, in words.</summary>
    public string WhenOf(ScheduledJob job) =>
        job.NightlyAt is { } time
            ? texts["EveryNight", time.InWords()]
            : job.Interval switch
            {
                { TotalHours: 1 } => texts["EveryHour"],
                { TotalMinutes: 1 } => texts["EveryMinute"],
                { TotalHours: > 1 } hours => texts["EveryHours", (int)hours.TotalHours],
                var interval => texts["EveryMinutes", (int)interval.TotalMinutes],
            };

    /// <summary>A time of day with its date, in New Zealand.</summary>
    public string TimeOf(DateTimeOffset at) => at.WithTimeInFewWords();

    /// <summary>How a run went, in words.</summary>
    public string ResultOf(JobRunLine run) =>
        run switch
        {
            { State: JobRunState.Done, Count: 0 } => texts["NothingToDo"],
            { State: JobRunState.Done, Count: 1 } => texts["OneThing"],
            { State: JobRunState.Done, Count: { } count } => texts[
                "Things",
                count.ToString("N0", NewZealandEnglish.Culture)
            ],
            { State: JobRunState.Failed } => $"{run.ErrorKind}: {run.ErrorMessage}",
            _ => "",
        };

    /// <summary>How long a run took, in words; empty while it is not known.</summary>
    public string DurationOf(JobRunLine run) =>
        (run.EndedAt - run.StartedAt) switch
        {
            null => "",
            { TotalSeconds: < 1 } => texts["UnderASecond"],
            { TotalSeconds: < 120 } time => texts["Seconds", (int)time.TotalSeconds],
            { } time => texts["Minutes", (int)time.TotalMinutes],
        };

    /// <summary>The address of the page that goes on after a run; of the first one for null.</summary>
    public string AddressOf(Guid? before)
    {
        var query = new QueryBuilder();
        if (Job is not null)
        {
            query.Add("job", Job);
        }

        if (before is not null)
        {
            query.Add("before", before.Value.ToString());
        }

        return $"/settings/jobs{query}";
    }
}
