using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Reminders.Templates;

/// <summary>Mails of one kind, as they are shown together.</summary>
/// <param name="Name">The key of its words.</param>
/// <param name="Kinds">The mails, in the order in which a person gets them.</param>
public sealed record TemplateGroup(string Name, IReadOnlyList<MailTemplateKind> Kinds)
{
    /// <summary>All of them: every mail is in one.</summary>
    public static IReadOnlyList<TemplateGroup> All { get; } =
    [
        new(
            "Reminders",
            [
                MailTemplateKind.Digest,
                MailTemplateKind.Opened,
                MailTemplateKind.DueSoon,
                MailTemplateKind.DueToday,
                MailTemplateKind.Overdue,
                MailTemplateKind.Changed,
            ]
        ),
        new(
            "Lists",
            [
                MailTemplateKind.Leader,
                MailTemplateKind.HumanResources,
                MailTemplateKind.WithoutAddress,
                MailTemplateKind.MonthlyReport,
            ]
        ),
        new(
            "Answers",
            [
                MailTemplateKind.Receipt,
                MailTemplateKind.QuestionAnswered,
                MailTemplateKind.ExtensionAnswered,
                MailTemplateKind.CorrectionAnswered,
            ]
        ),
        new("Waiting", [MailTemplateKind.Waiting, MailTemplateKind.WaitingForAdviser]),
        new(
            "GettingIn",
            [
                MailTemplateKind.Invitation,
                MailTemplateKind.PasswordReset,
                MailTemplateKind.PasswordChanged,
                MailTemplateKind.Alarm,
            ]
        ),
    ];
}
