using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>How many people of one unit would owe a programme.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Depth">How far below the agency; 0 for the agency itself.</param>
/// <param name="Today">How many would owe it today.</param>
/// <param name="Later">How many more in the days ahead.</param>
public sealed record LaunchUnit(string Name, int Depth, int Today, int Later);

/// <summary>One person who would owe it.</summary>
public sealed record LaunchSample(string Name, string Unit, DateOnly OpensOn, DateOnly DueOn);

/// <summary>People about whom one thing is to be said: why they are not asked, or what is different for them.</summary>
/// <param name="Kind">What is to be said: the end of the key of a text.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Names">Some of them by name.</param>
public sealed record LaunchGroup(string Kind, int Count, IReadOnlyList<string> Names);

/// <summary>What launching a programme would do.</summary>
public sealed record LaunchPreview
{
    /// <summary>So many people are named in each place.</summary>
    public const int MostNamed = 10;

    /// <summary>What keeps it from being launched.</summary>
    public required LaunchObstacles Obstacles { get; init; }

    /// <summary>How many people would owe it today.</summary>
    public int Today { get; init; }

    /// <summary>How many more in the days ahead.</summary>
    public int Later { get; init; }

    /// <summary>In which units, in the order of the tree; only units with somebody.</summary>
    public IReadOnlyList<LaunchUnit> Units { get; init; } = [];

    /// <summary>Some of them by name.</summary>
    public IReadOnlyList<LaunchSample> Samples { get; init; } = [];

    /// <summary>Of those who are meant, the ones who get no mail, are on hold, or have signed lately.</summary>
    public IReadOnlyList<LaunchGroup> Apart { get; init; } = [];

    /// <summary>Who would not be asked.</summary>
    public IReadOnlyList<LaunchGroup> LeftOut { get; init; } = [];

    /// <summary>How many mails would go; null when nothing can be planned.</summary>
    public MailForecast? Mails { get; init; }

    /// <summary>The first mail of one of them; null without anybody.</summary>
    public MailContent? SampleMail { get; init; }

    /// <summary>
    /// A short text that is the same for the same numbers: whoever confirms sends it along, so that nobody launches something else than
    /// they saw.
    /// </summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Today}/{Later}/{Obstacles.Any}");
        foreach (var unit in Units)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"|{unit.Name}/{unit.Depth}/{unit.Today}/{unit.Later}"
            );
        }

        foreach (var group in Apart.Concat(LeftOut))
        {
            text.Append(CultureInfo.InvariantCulture, $"|{group.Kind}/{group.Count}");
        }

        foreach (var day in Mails?.Days ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"|{day.Day:yyyy-MM-dd}/{day.People}");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
