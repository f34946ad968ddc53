using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.MyData;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders.Watching;

namespace SocialMediaAware.Web.Features.Home;

/// <summary>What this person owes, and the one next step.</summary>
public sealed class IndexModel(
    AssignmentPaths paths,
    Commitments commitments,
    Corrections corrections,
    OwnTimeRequests timeRequests,
    MailStandingReading mail,
    SignedIn signedIn,
    TimeProvider clock
) : PageModel
{
    /// <summary>Today in New Zealand.</summary>
    public DateOnly Today { get; } = clock.Today();

    /// <summary>What can be done, the earliest due first.</summary>
    public IReadOnlyList<AssignmentPath> ToDo { get; private set; } = [];

    /// <summary>How many of them wait for nobody but this person.</summary>
    public int ToDoNow => ToDo.Count(path => !IsOnHold(path));

    /// <summary>What was signed, the newest first.</summary>
    public IReadOnlyList<SignedItem> Signed { get; private set; } = [];

    /// <summary>What was not agreed to.</summary>
    public IReadOnlyList<DeclinedItem> Declined { get; private set; } = [];

    /// <summary>The places that this account's roles open.</summary>
    public IReadOnlyList<RolePlace> Places { get; private set; } = [];

    /// <summary>What they asked for more time for, by assignment.</summary>
    public IReadOnlyDictionary<Guid, TimeAsked> TimeAsked { get; private set; } =
        new Dictionary<Guid, TimeAsked>();

    /// <summary>Whether HR answered a question about their data that they have not seen.</summary>
    public bool HasAnswerAboutData { get; private set; }

    /// <summary>How the sending of mail stands, for HR and administrators; null for everybody else.</summary>
    public MailStanding? Mail { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Places = [.. RolePlaces.Of(signedIn)];
        Guid[] lookedAfter =
        [
            .. signedIn
                .AgenciesAs(PortalRole.HumanResources)
                .Union(signedIn.AgenciesAs(PortalRole.Administrator)),
        ];
        Mail =
            lookedAfter.Length == 0
                ? null
                : await mail.ReadBrieflyAsync(lookedAfter, cancellationToken);
        if (signedIn.PersonId is not { } personId)
        {
            return;
        }

        // What is on hold waits below what is not.
        ToDo = [.. (await paths.ReadOpenAsync(personId, cancellationToken)).OrderBy(IsOnHold)];
        TimeAsked = await timeRequests.NewestAsync(personId, cancellationToken);
        Signed = await commitments.ReadSignedAsync(personId, cancellationToken);
        HasAnswerAboutData = await corrections.AnyAnswerUnseenAsync(personId, cancellationToken);
        Declined = await commitments.ReadDeclinedAsync(personId, cancellationToken);
    }

    private bool IsOnHold(AssignmentPath path) =>
        path.Assignment.StatusOn(Today) == AssignmentStatus.OnHold;
}
