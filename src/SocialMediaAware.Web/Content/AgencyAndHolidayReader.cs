namespace SocialMediaAware.Web.Content;

/// <summary>Reads the agencies and the holidays.</summary>
internal sealed class AgencyAndHolidayReader(RegisterReader reader, MessageLog log)
{
    public List<AgencyEntry> ReadAgencies()
    {
        const string path = "agencies.yml";
        var agencies = new Dictionary<string, AgencyEntry>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries(path, "agencies"))
        {
            entry.AllowOnly("slug", "name", "short_name", "name_mi");
            var slug = entry.Required(
                "slug",
                "Give it an id such as kainga-ora; it never changes."
            );
            var name = entry.Required("name", "Write the agency's name.");
            if (slug is null || name is null)
            {
                continue;
            }

            if (!FieldReader.IsSlug(slug))
            {
                log.For(path)
                    .Error(
                        entry.LineOf("slug"),
                        $"\"{FieldReader.Short(slug)}\" cannot be an agency's id.",
                        "Use lower-case letters, figures and hyphens."
                    );
            }

            var agency = new AgencyEntry(
                slug,
                name,
                entry.Optional("short_name") ?? name,
                entry.Optional("name_mi")
            );
            RegisterReader.Keep(agencies, slug, agency, entry, log.For(path));
        }

        return [.. agencies.Values];
    }

    public List<Holiday> ReadHolidays()
    {
        const string path = "holidays.yml";
        var problems = log.For(path);
        var holidays = new List<Holiday>();
        foreach (var entry in reader.Entries(path, "holidays"))
        {
            entry.AllowOnly("date", "name", "region");
            entry.Required("date", "Write it as date: 2026-02-06.");
            var date = entry.Date("date");
            var name = entry.Required("name", "Name the holiday.");
            var region = entry.Required(
                "region",
                "Write national, or the region whose anniversary it is."
            );
            if (date is null || name is null || region is null)
            {
                continue;
            }

            if (
                holidays.Exists(other =>
                    other.Date == date && other.Name == name && other.Region == region
                )
            )
            {
                problems.Error(
                    entry.Map.Line,
                    $"{name} of {date:yyyy-MM-dd} stands here twice.",
                    "Delete one of the two."
                );
            }

            holidays.Add(new Holiday(date.Value, name, region));
        }

        return [.. holidays.OrderBy(static holiday => holiday.Date)];
    }
}
