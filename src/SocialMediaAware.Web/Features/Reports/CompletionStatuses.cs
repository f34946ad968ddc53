using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Where people can stand, as addresses name it. What holds someone has no name of its own: it is never told apart.</summary>
public static class CompletionStatuses
{
    /// <summary>All words with the statuses they stand for, in the order of the filter.</summary>
    public static IReadOnlyList<(
        string Word,
        string TextKey,
        AssignmentStatus[] Statuses
    )> All { get; } =
    [
        (
            "",
            "Everybody",
            [
                AssignmentStatus.Signed,
                AssignmentStatus.Open,
                AssignmentStatus.Overdue,
                AssignmentStatus.Declined,
                AssignmentStatus.NotDue,
                AssignmentStatus.OnHold,
                AssignmentStatus.Left,
            ]
        ),
        (
            "due",
            "Due",
            [
                AssignmentStatus.Signed,
                AssignmentStatus.Open,
                AssignmentStatus.Overdue,
                AssignmentStatus.Declined,
            ]
        ),
        ("signed", "Signed", [AssignmentStatus.Signed]),
        ("open", "Open", [AssignmentStatus.Open]),
        ("overdue", "Overdue", [AssignmentStatus.Overdue]),
        ("declined", "Declined", [AssignmentStatus.Declined]),
        ("not-due", "NotDue", [AssignmentStatus.NotDue]),
        ("on-hold", "OnHold", [AssignmentStatus.OnHold]),
        ("left", "Left", [AssignmentStatus.Left]),
    ];

    /// <summary>The statuses that a word stands for; null for a word that is none.</summary>
    public static IReadOnlyList<AssignmentStatus>? Find(string? word) =>
        All.Where(entry => entry.Word == (word ?? ""))
            .Select(entry => entry.Statuses)
            .FirstOrDefault();

    /// <summary>The word of one status, such as <c>not-due</c>.</summary>
    /// <exception cref="InvalidOperationException">It has none: what was superseded is reported nowhere.</exception>
    public static string WordOf(AssignmentStatus status) =>
        All.First(entry => entry.Statuses is [var only] && only == status).Word;
}
