using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>What somebody fills in to open a session.</summary>
public sealed record NewSession(
    Guid AgencyId,
    string Title,
    string Place,
    DateOnly Day,
    IReadOnlyCollection<Guid> ProgrammeIds
);

/// <summary>Opens sessions, asks people to them, gives codes, and closes them. Callers have looked whose session it is.</summary>
public sealed class HoldingSessions(
    PortalDbContext database,
    SignedIn signedIn,
    Candidates candidates,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Opens one: as HR where the account is HR, otherwise as a leader.</summary>
    /// <exception cref="InvalidOperationException">The account is neither.</exception>
    public async Task<Guid> OpenAsync(NewSession form, CancellationToken cancellationToken)
    {
        var isHr = signedIn.Has(PortalRole.HumanResources, form.AgencyId);
        if (!isHr && !signedIn.Has(PortalRole.Leader, form.AgencyId))
        {
            throw new InvalidOperationException("A session is opened by HR or a leader.");
        }

        var session = AssistedSession.Open(
            form.AgencyId,
            form.Title,
            form.Place,
            form.Day,
            form.ProgrammeIds,
            signedIn.AccountId,
            !isHr,
            clock.GetUtcNow()
        );
        database.Add(session);
        Note(session, $"Session opened for {session.Day:yyyy-MM-dd}: {session.Title}");
        await database.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    /// <summary>Asks people; whoever may not be asked, or was asked before, is passed over.</summary>
    /// <returns>How many were asked.</returns>
    public async Task<int> AskAsync(
        AssistedSession session,
        IReadOnlyCollection<Guid> personIds,
        CancellationToken cancellationToken
    )
    {
        var allowed = await candidates.AllowedAsync(session, personIds, cancellationToken);
        var there = await database
            .Set<AssistedParticipant>()
            .Where(participant => participant.SessionId == session.Id)
            .Select(participant => participant.PersonId)
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        Guid[] asked = [.. allowed.Except(there)];
        if (asked.Length == 0)
        {
            return 0;
        }

        database.AddRange(asked.Select(person => AssistedParticipant.Ask(session.Id, person, now)));
        Note(session, $"People asked: {string.Join(", ", asked.Take(20))}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return asked.Length;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // The other tab asked them a moment before.
            database.ChangeTracker.Clear();
            return 0;
        }
    }

    /// <summary>Gives codes: to one person, or to everybody who has none and was not here yet. An older code holds no more.</summary>
    /// <returns>The codes by person. They are known here, now, and never again.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> GiveCodesAsync(
        AssistedSession session,
        Guid? personId,
        CancellationToken cancellationToken
    )
    {
        var participants = await database
            .Set<AssistedParticipant>()
            .Where(participant => participant.SessionId == session.Id)
            .Where(participant =>
                personId == null
                    ? participant.CodeHash == null && participant.CodeUsedAt == null
                    : participant.PersonId == personId
            )
            .ToListAsync(cancellationToken);
        var codes = new Dictionary<Guid, string>();
        foreach (var participant in participants)
        {
            var code = AssistedCode.New();
            participant.TakeCode(AssistedCode.HashOf(session.Id, code), clock.GetUtcNow());
            codes.Add(participant.PersonId, code);
        }

        if (codes.Count > 0)
        {
            Note(session, $"Codes given: {string.Join(", ", codes.Keys.Take(20))}");
            await database.SaveChangesAsync(cancellationToken);
        }

        return codes;
    }

    /// <summary>Closes one: its codes, screens and visits end at once. Saying it twice changes nothing.</summary>
    public async Task CloseAsync(AssistedSession session, CancellationToken cancellationToken)
    {
        if (session.ClosedAt is null)
        {
            session.Close(clock.GetUtcNow());
            Note(session, "Session closed");
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    private void Note(AssistedSession session, string detail) =>
        audit.Add(
            AuditActions.SigningAssisted,
            session.AgencyId,
            $"/assisted/{session.Id}",
            detail
        );
}
