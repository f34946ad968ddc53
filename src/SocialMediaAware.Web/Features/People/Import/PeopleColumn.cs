namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>The columns that a file about people can have.</summary>
public enum PeopleColumn
{
    /// <summary>The number in the agency's payroll: who is who.</summary>
    EmployeeNumber,

    /// <summary>What the person is called.</summary>
    Name,

    /// <summary>The name in the agency's records, where it is another.</summary>
    OfficialName,

    /// <summary>Where mail reaches them.</summary>
    Email,

    /// <summary>The unit: its code, its name, or the way to it.</summary>
    Unit,

    /// <summary>What they do.</summary>
    Position,

    /// <summary>The number of the position: two lines of one person are two positions.</summary>
    PositionNumber,

    /// <summary>Employee, contractor, consultant or volunteer.</summary>
    Kind,

    /// <summary>The region whose anniversary day they keep.</summary>
    Region,

    /// <summary>The zone whose dates are theirs.</summary>
    TimeZone,

    /// <summary>The days of the week they work.</summary>
    WorkDays,

    /// <summary>Their first day.</summary>
    StartDate,

    /// <summary>Their last day.</summary>
    EndDate,

    /// <summary>The employee numbers of who leads them.</summary>
    LeaderEmployeeNumber,

    /// <summary>Tasks and positions that bring duties of their own.</summary>
    Flags,

    /// <summary>The first day they are away.</summary>
    LeaveFrom,

    /// <summary>The last day they are away.</summary>
    LeaveUntil,

    /// <summary>Whether they are lent to the unit for a time.</summary>
    Secondment,

    /// <summary>The first day of what the line says, where that is not the day of the import.</summary>
    From,
}

/// <summary>What columns are called in files.</summary>
public static class PeopleColumns
{
    /// <summary>The columns that each file must have.</summary>
    public static IReadOnlyList<PeopleColumn> Required { get; } =
    [PeopleColumn.EmployeeNumber, PeopleColumn.Name, PeopleColumn.Unit];

    // Each begins with the name that the documentation uses.
    private static readonly Dictionary<PeopleColumn, string[]> Names = new()
    {
        [PeopleColumn.EmployeeNumber] =
        [
            "employee_number",
            "employee_id",
            "employee_no",
            "staff_number",
            "staff_id",
            "payroll_number",
            "person_number",
        ],
        [PeopleColumn.Name] = ["name", "full_name", "preferred_name", "display_name", "known_as"],
        [PeopleColumn.OfficialName] = ["official_name", "legal_name"],
        [PeopleColumn.Email] = ["email", "email_address", "mail", "work_email"],
        [PeopleColumn.Unit] =
        [
            "unit",
            "unit_code",
            "unit_name",
            "organisation_unit",
            "org_unit",
            "cost_centre",
            "team",
        ],
        [PeopleColumn.Position] = ["position", "position_title", "job_title", "title", "role"],
        [PeopleColumn.PositionNumber] = ["position_number", "position_id", "position_no"],
        [PeopleColumn.Kind] = ["kind", "person_kind", "employment_type", "worker_type"],
        [PeopleColumn.Region] = ["region"],
        [PeopleColumn.TimeZone] = ["time_zone"],
        [PeopleColumn.WorkDays] = ["work_days", "working_days", "days_worked", "work_pattern"],
        [PeopleColumn.StartDate] = ["start_date", "starts", "commencement_date", "hire_date"],
        [PeopleColumn.EndDate] = ["end_date", "ends", "termination_date", "last_day"],
        [PeopleColumn.LeaderEmployeeNumber] =
        [
            "leader_employee_number",
            "leader_employee_numbers",
            "leader_number",
            "manager_employee_number",
            "manager_number",
            "manager_id",
            "reports_to",
        ],
        [PeopleColumn.Flags] = ["flags"],
        [PeopleColumn.LeaveFrom] = ["leave_from", "leave_start"],
        [PeopleColumn.LeaveUntil] = ["leave_until", "leave_to", "leave_end"],
        [PeopleColumn.Secondment] = ["secondment", "is_secondment", "seconded"],
        [PeopleColumn.From] = ["from", "effective_date", "effective_from"],
    };

    private static readonly Dictionary<string, PeopleColumn> ByName = Names
        .SelectMany(entry => entry.Value.Select(name => (Name: Plain(name), entry.Key)))
        .ToDictionary(entry => entry.Name, entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The name that the documentation uses.</summary>
    public static string NameOf(this PeopleColumn column) => Names[column][0];

    /// <summary>Which column a header cell means; null for one that is not known.</summary>
    public static PeopleColumn? Find(string header) =>
        ByName.TryGetValue(Plain(header), out var column) ? column : null;

    /// <summary>Whether a row can be the header of a file about people.</summary>
    public static bool IsHeader(IReadOnlyList<string> cells) =>
        cells.Any(cell => Find(cell) is PeopleColumn.EmployeeNumber)
        && cells.Any(cell => Find(cell) is PeopleColumn.Name or PeopleColumn.Unit);

    // "Employee Number", "EMPLOYEE_NUMBER" and "employee-number" are one.
    private static string Plain(string header) =>
        string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
