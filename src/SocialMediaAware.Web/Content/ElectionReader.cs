namespace SocialMediaAware.Web.Content;

/// <summary>Reads the elections and checks their dates against each other.</summary>
internal sealed class ElectionReader(RegisterReader reader, MessageLog log)
{
    /// <summary>The file, which need not be there.</summary>
    public const string FilePath = "elections.yml";

    private const int LongestKey = 60;
    private const int LongestName = 120;
    private const int LongestRegion = 80;
    private const int LongestSource = 500;

    private static readonly Dictionary<string, ElectionEntryKind> Kinds = new(
        StringComparer.Ordinal
    )
    {
        ["general"] = ElectionEntryKind.General,
        ["local"] = ElectionEntryKind.Local,
        ["by-election"] = ElectionEntryKind.ByElection,
    };

    private readonly FileLog problems = log.For(FilePath);

    public List<ElectionEntry> Read()
    {
        var elections = new Dictionary<string, ElectionEntry>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries(FilePath, "elections"))
        {
            entry.AllowOnly(
                "key",
                "name",
                "kind",
                "region",
                "polling_days",
                "pre_election_from",
                "guidance_from",
                "government_formed_on"
            );
            if (ReadOne(entry) is { } election)
            {
                CheckDates(election, entry);
                RegisterReader.Keep(elections, election.Key, election, entry, problems);
            }
        }

        return [.. elections.Values];
    }

    private ElectionEntry? ReadOne(FieldReader entry)
    {
        var key = entry.Required("key", "Give it a key such as general-2026; it never changes.");
        var name = entry.Required("name", "Write what people call it.");
        var kind = entry.Choice("kind", Kinds);
        var days = ReadPollingDays(entry);
        if (key is null || name is null || kind is null || days.Count == 0)
        {
            return null;
        }

        if (!FieldReader.IsSlug(key) || key.Length > LongestKey)
        {
            problems.Error(
                entry.LineOf("key"),
                $"\"{FieldReader.Short(key)}\" cannot be an election's key.",
                $"Use lower-case letters, figures and hyphens, at most {LongestKey} of them."
            );
        }

        CheckLength(entry, "name", name, LongestName);
        return new ElectionEntry
        {
            Key = key,
            Name = name,
            Kind = kind.Value,
            Region = ReadRegion(entry, kind.Value),
            PollingDays = days,
            PreElectionFrom = entry.Date("pre_election_from"),
            GuidanceFrom = entry.Date("guidance_from"),
            GovernmentFormedOn = entry.Date("government_formed_on"),
        };
    }

    private string? ReadRegion(FieldReader entry, ElectionEntryKind kind)
    {
        if (kind is ElectionEntryKind.ByElection)
        {
            var region = entry.Required("region", "Name the electorate of the by-election.");
            CheckLength(entry, "region", region, LongestRegion);
            return region;
        }

        if (entry.Has("region"))
        {
            problems.Error(
                entry.LineOf("region"),
                "Only a by-election has a region.",
                "Delete the field, or write kind: by-election."
            );
        }

        return null;
    }

    private void CheckLength(FieldReader entry, string field, string? text, int longest)
    {
        if (text?.Length > longest)
        {
            problems.Error(
                entry.LineOf(field),
                $"The field \"{field}\" is longer than {longest} characters.",
                "Shorten it."
            );
        }
    }

    private List<PollingDayEntry> ReadPollingDays(FieldReader entry)
    {
        var days = new List<PollingDayEntry>();
        var maps = entry.Maps("polling_days");
        if (entry.Has("polling_days") && maps.Count == 0)
        {
            problems.Error(
                entry.LineOf("polling_days"),
                "The election has no polling day.",
                "Write a line with day, announced and source, or delete the election until its day is set."
            );
        }

        foreach (var fields in maps.Select(map => new FieldReader(map, problems)))
        {
            fields.AllowOnly("day", "announced", "source");
            fields.Required("day", "Write the polling day as day: 2026-11-07.");
            fields.Required("source", "Write the address where the day was made known.");
            var source = RegisterReader.WebAddress(fields, "source", problems);
            if (fields.Date("day") is not { } day || source is null)
            {
                continue;
            }

            var announced = new PollingDayEntry(day, fields.Date("announced"), source);
            CheckLength(fields, "source", source, LongestSource);
            CheckAnnouncement(announced, days, fields);
            days.Add(announced);
        }

        return days;
    }

    private void CheckAnnouncement(
        PollingDayEntry announced,
        List<PollingDayEntry> before,
        FieldReader fields
    )
    {
        if (announced.Day.DayOfWeek != DayOfWeek.Saturday)
        {
            problems.Warning(
                fields.LineOf("day"),
                $"{announced.Day:yyyy-MM-dd} is not a Saturday, and polling days are Saturdays by law.",
                "Look at the source again; keep the day if it says so."
            );
        }

        if (announced.AnnouncedOn >= announced.Day)
        {
            problems.Error(
                fields.LineOf("announced"),
                "The polling day was announced after it was held.",
                "Write the day of the announcement."
            );
        }

        if (before.Count == 0)
        {
            return;
        }

        if (announced.AnnouncedOn is null)
        {
            problems.Error(
                fields.Map.Line,
                "A polling day that moved does not say when that was announced.",
                "Add announced: with the day of the announcement."
            );
        }
        else if (announced.AnnouncedOn <= before[^1].AnnouncedOn)
        {
            problems.Error(
                fields.LineOf("announced"),
                "This announcement is not later than the one above it.",
                "Put the announcements in order, oldest first."
            );
        }

        if (announced.Day == before[^1].Day)
        {
            problems.Error(
                fields.LineOf("day"),
                "This is the same polling day as the one above it.",
                "Delete one of the two."
            );
        }
    }

    private void CheckDates(ElectionEntry election, FieldReader entry)
    {
        var polling = election.PollingDays[^1].Day;
        var from = election.PreElectionFrom ?? polling.AddMonths(-3);
        if (from >= polling)
        {
            problems.Error(
                entry.LineOf("pre_election_from"),
                "The pre-election period begins after the polling day.",
                "Write its first day, or delete the field: it is three months before polling day then."
            );
        }

        if (election.GuidanceFrom > from)
        {
            problems.Error(
                entry.LineOf("guidance_from"),
                $"Guidance is issued before the pre-election period, which begins on {from:yyyy-MM-dd}.",
                "Write the day on which it was issued, or delete the field."
            );
        }

        if (election.GovernmentFormedOn is not { } formed)
        {
            return;
        }

        if (election.Kind is not ElectionEntryKind.General || formed <= polling)
        {
            problems.Error(
                entry.LineOf("government_formed_on"),
                "A government is formed after a general election, not before it and not after others.",
                "Write the day on which it was sworn in, or delete the field."
            );
        }
    }
}
