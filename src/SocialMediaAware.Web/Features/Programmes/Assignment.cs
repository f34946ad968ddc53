using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>One person's duty in one cycle of a programme. It covers one or several modules and ends in one signature.</summary>
public sealed class Assignment : IBelongsToAgency
{
    /// <summary>Longest cycle key.</summary>
    public const int CycleKeyLength = 120;

    /// <summary>For how many days a signature counts for an assignment that opens after it.</summary>
    public const int FreshnessDays = 90;

    private Assignment() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Whose duty it is.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The programme that asks for it.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>Which round it is, such as <c>onboarding/kainga-ora/2026-11-02</c>.</summary>
    public string CycleKey { get; private init; } = "";

    /// <summary>How the person stands to the agency: chooses the words they sign.</summary>
    public PersonKind PersonKind { get; private set; }

    /// <summary>The first day on which it can be done.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>The last day on which it is on time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the planner made it (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was signed, or a signature that counts for it was found (UTC).</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>When the person said that they do not agree (UTC).</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>When another took its place (UTC).</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>When the person left (UTC).</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The day until which the person was promised time after an answer; null without a promise. A moved polling day keeps it.</summary>
    public DateOnly? PromisedUntil { get; private set; }

    /// <summary>When it was put on hold (UTC); null while it is not. What holds it is kept elsewhere.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>How many states it has had: each is kept in an <see cref="AssignmentRecord" />.</summary>
    public int Revision { get; private set; }

    /// <summary>The modules it covers, in the order they are read.</summary>
    public ICollection<AssignmentModule> Modules { get; private init; } = [];

    /// <summary>Whether nothing more is asked.</summary>
    public bool IsEnded =>
        SignedAt is not null
        || DeclinedAt is not null
        || SupersededAt is not null
        || LeftAt is not null;

    /// <summary>Makes an assignment.</summary>
    /// <exception cref="ArgumentException">It would be due before it opens, or covers nothing.</exception>
    public static Assignment Make(
        Guid agencyId,
        Guid personId,
        PersonKind personKind,
        Guid programmeId,
        string cycleKey,
        DateOnly opensOn,
        DateOnly dueOn,
        IReadOnlyList<(string Slug, int Major)> modules,
        DateTimeOffset at
    )
    {
        if (dueOn < opensOn)
        {
            throw new ArgumentException(
                "An assignment cannot be due before it opens.",
                nameof(dueOn)
            );
        }

        if (modules.Count == 0)
        {
            throw new ArgumentException(
                "An assignment covers at least one module.",
                nameof(modules)
            );
        }

        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            AgencyId = agencyId,
            PersonId = personId,
            PersonKind = personKind,
            ProgrammeId = programmeId,
            CycleKey = cycleKey,
            OpensOn = opensOn,
            DueOn = dueOn,
            CreatedAt = at,
            Modules =
            [
                .. modules.Select(
                    (module, order) => new AssignmentModule(id, order, module.Slug, module.Major)
                ),
            ],
        };
    }

    internal void Revise() => Revision++;

    /// <summary>Where it stands on a day.</summary>
    public AssignmentStatus StatusOn(DateOnly day) =>
        this switch
        {
            { SignedAt: not null } => AssignmentStatus.Signed,
            { LeftAt: not null } => AssignmentStatus.Left,
            { SupersededAt: not null } => AssignmentStatus.Superseded,
            { DeclinedAt: not null } => AssignmentStatus.Declined,
            _ when day < OpensOn => AssignmentStatus.NotDue,
            { HeldAt: not null } => AssignmentStatus.OnHold,
            _ when day > DueOn => AssignmentStatus.Overdue,
            _ => AssignmentStatus.Open,
        };

    /// <summary>Whether the person can work on it on a day: also when it is late or on hold.</summary>
    public bool CanBeDoneOn(DateOnly day) => !IsEnded && day >= OpensOn;

    /// <summary>It was signed, or is met by a signature made elsewhere.</summary>
    public void Sign(DateTimeOffset at) => SignedAt ??= at;

    /// <summary>The person read it and does not agree. After a signature this changes nothing.</summary>
    public void Decline(DateTimeOffset at)
    {
        if (!IsEnded)
        {
            DeclinedAt = at;
        }
    }

    /// <summary>The person changed their mind: the duty is open again. What ended otherwise meanwhile stays as it is.</summary>
    public void TakeBackDecline()
    {
        if (SignedAt is null && SupersededAt is null && LeftAt is null)
        {
            DeclinedAt = null;
        }
    }

    /// <summary>Stops the clock.</summary>
    public void Hold(DateTimeOffset at)
    {
        if (!IsEnded)
        {
            HeldAt ??= at;
        }
    }

    /// <summary>Starts the clock again, with a due date that leaves enough time.</summary>
    public void Resume(DateOnly dueOn)
    {
        HeldAt = null;
        if (dueOn > DueOn)
        {
            (DueOn, PromisedUntil) = (dueOn, dueOn);
        }
    }

    /// <summary>A newer round took its place, or its occasion is over: nothing more is asked.</summary>
    public void Supersede(DateTimeOffset at)
    {
        if (!IsEnded)
        {
            SupersededAt = at;
        }
    }

    /// <summary>The person left: nothing more is asked.</summary>
    public void Leave(DateTimeOffset at)
    {
        if (SignedAt is null)
        {
            LeftAt ??= at;
        }
    }

    /// <summary>The person had not left after all, or the occasion came back: the duty stands again.</summary>
    public void ComeBack() => (LeftAt, SupersededAt) = (null, null);

    /// <summary>
    /// It covers these modules from now on, in this order. One that it covered before keeps the version that was asked for, and what
    /// the person has done of it. What was signed, or is not asked any more, keeps its own.
    /// </summary>
    /// <exception cref="ArgumentException">It would cover nothing.</exception>
    public void Cover(IReadOnlyList<(string Slug, int Major)> modules)
    {
        if (modules.Count == 0)
        {
            throw new ArgumentException(
                "An assignment covers at least one module.",
                nameof(modules)
            );
        }

        if (SignedAt is not null || SupersededAt is not null || LeftAt is not null)
        {
            return;
        }

        foreach (
            var gone in Modules
                .Where(module => modules.All(one => one.Slug != module.ModuleSlug))
                .ToList()
        )
        {
            Modules.Remove(gone);
        }

        foreach (var (order, (slug, major)) in modules.Index())
        {
            if (Modules.FirstOrDefault(module => module.ModuleSlug == slug) is { } there)
            {
                there.Order = order;
            }
            else
            {
                Modules.Add(new AssignmentModule(Id, order, slug, major));
            }
        }
    }

    /// <summary>The person stands to the agency in another way: they sign other words. What has ended keeps its own.</summary>
    public void ChangeKind(PersonKind kind)
    {
        if (!IsEnded)
        {
            PersonKind = kind;
        }
    }

    /// <summary>Moves its dates, as the planner computed them anew. What has ended stays as it was.</summary>
    /// <exception cref="ArgumentException">It would be due before it opens.</exception>
    public void MoveTo(DateOnly opensOn, DateOnly dueOn)
    {
        if (dueOn < opensOn)
        {
            throw new ArgumentException(
                "An assignment cannot be due before it opens.",
                nameof(dueOn)
            );
        }

        if (!IsEnded)
        {
            (OpensOn, DueOn) = (opensOn, dueOn);
        }
    }
}
