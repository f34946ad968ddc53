using System.Globalization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Clock;

/// <summary>
/// The system's clock, moved by as much as somebody who tries the portal has moved it. In Development only; elsewhere the portal goes by
/// the system's clock itself. How far it is moved is kept in a file of the data folder, so that a restart keeps it.
/// </summary>
public sealed class PortalClock : TimeProvider
{
    /// <summary>The setting that names the New Zealand date of the first start, such as <c>2027-01-15</c>.</summary>
    public const string Setting = "Portal:Clock:Date";

    /// <summary>The file of the data folder that keeps how far the clock is moved.</summary>
    public const string FileName = "clock-moved-by.txt";

    private readonly string path;
    private long movedByTicks;

    /// <summary>Makes a clock that keeps in a file how far it is moved.</summary>
    /// <exception cref="PortalStartException">The file holds something else.</exception>
    public PortalClock(TimeProvider system, DataFolder folder)
    {
        System = system;
        path = folder.PathOf(FileName);
        movedByTicks = File.Exists(path) ? Read(path).Ticks : 0;
    }

    /// <summary>The clock that is not moved: cookies and whatever else measures the time of the world go by it.</summary>
    public new TimeProvider System { get; }

    /// <summary>How far it is moved; backwards when it is negative.</summary>
    public TimeSpan MovedBy => new(Interlocked.Read(ref movedByTicks));

    /// <summary>Whether the portal's date is not the world's.</summary>
    public bool IsMoved => MovedBy != TimeSpan.Zero;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + MovedBy;

    /// <summary>The clock of a portal: the system's own, unless this is Development.</summary>
    /// <exception cref="PortalStartException">
    /// The setting is no date, or is not for this environment; or the data folder was lived through on a moved clock and this is not
    /// Development.
    /// </exception>
    public static TimeProvider For(
        IConfiguration configuration,
        IHostEnvironment environment,
        DataFolder folder
    )
    {
        var date = configuration[Setting];
        if (environment.IsDevelopment())
        {
            var clock = new PortalClock(TimeProvider.System, folder);
            clock.BeginOn(date, folder);
            return clock;
        }

        if (!string.IsNullOrWhiteSpace(date))
        {
            throw new PortalStartException(
                $"The setting {Setting} moves the portal's date for trying it, in Development only. Take it away: this is {environment.EnvironmentName}."
            );
        }

        return File.Exists(folder.PathOf(FileName))
            ? throw new PortalStartException(
                $"The data folder {folder.FullPath} was used for trying the portal with a moved date, so its dates are not true. Set Portal:DataFolder to another folder."
            )
            : TimeProvider.System;
    }

    /// <summary>Moves it forward to an instant, and keeps that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is past.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, GetUtcNow());
        Set(instant);
    }

    private void BeginOn(string? date, DataFolder folder)
    {
        if (string.IsNullOrWhiteSpace(date))
        {
            return;
        }

        if (
            !DateOnly.TryParseExact(
                date.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            ) || day.Year is < 2020 or > 2099
        )
        {
            throw new PortalStartException(
                $"The setting {Setting} is \"{date}\". Write a date of this century from 2020 on as in 2027-01-15."
            );
        }

        // From the second start on, the file says how far the portal has come.
        if (File.Exists(path))
        {
            return;
        }

        var morning = day.MorningInNewZealand();
        if (morning < GetUtcNow() && File.Exists(folder.PathOf("portal.db")))
        {
            throw new PortalStartException(
                $"The setting {Setting} is \"{date}\", but this portal has run at a later date already, and the date moves forward only. Delete the data folder {folder.FullPath} to start again, or take the setting away."
            );
        }

        Set(morning);
    }

    private void Set(DateTimeOffset instant)
    {
        var movedBy = instant - System.GetUtcNow();
        // Whole or not at all: a file that a killed portal left half written would keep the next one from starting.
        var fresh = $"{path}.new";
        File.WriteAllText(fresh, movedBy.ToString("c", CultureInfo.InvariantCulture));
        File.Move(fresh, path, overwrite: true);
        Interlocked.Exchange(ref movedByTicks, movedBy.Ticks);
    }

    private static TimeSpan Read(string path) =>
        TimeSpan.TryParseExact(
            File.ReadAllText(path).Trim(),
            "c",
            CultureInfo.InvariantCulture,
            out var movedBy
        )
            ? movedBy
            : throw new PortalStartException(
                $"The file {path} should say how far the portal's date is moved, such as 100.00:00:00. Mend it, or delete the data folder to start again."
            );
}
