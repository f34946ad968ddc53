using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>How typing a code ended.</summary>
public enum CodeVerdict
{
    /// <summary>The person is signed in, for their part of this session.</summary>
    Right,

    /// <summary>It is no code that holds here.</summary>
    Wrong,

    /// <summary>Too many wrong ones were typed on this screen: it takes none for a while.</summary>
    Locked,
}

/// <summary>
/// Signs somebody in by the code that they typed at a shared screen. A try is counted before the code is looked at, and a code is
/// taken away in the same statement that finds it, so that it works once however often it is sent.
/// </summary>
public sealed class CodeEntry(
    PortalDbContext database,
    SessionCookie signIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Tries a code.</summary>
    public async Task<CodeVerdict> TryAsync(
        ScreenOfSession at,
        string? typed,
        CancellationToken cancellationToken
    )
    {
        if (!await CountAsync(at.Screen.Id, cancellationToken))
        {
            return CodeVerdict.Locked;
        }

        var personId = AssistedCode.Read(typed) is { } code
            ? await TakeAsync(at.Session, code, cancellationToken)
            : null;
        var account = personId is { } id ? await AccountOfAsync(id, cancellationToken) : null;
        if (account is not { DisabledAt: null })
        {
            audit.AddAbout(
                null,
                AuditActions.SignInRefused,
                at.Session.AgencyId,
                $"/assisted/{at.Session.Id}",
                "Wrong code at a shared screen"
            );
            await database.SaveChangesAsync(cancellationToken);
            return CodeVerdict.Wrong;
        }

        await ForgetAsync(at.Screen.Id, cancellationToken);
        var session = await signIn.IssueAsync(account, AssistedSession.Method);
        database.Add(
            AssistedVisit.Begin(session.Id, at.Screen, personId!.Value, clock.GetUtcNow())
        );
        await database.SaveChangesAsync(cancellationToken);
        return CodeVerdict.Right;
    }

    // Whether this try is let through.
    private async Task<bool> CountAsync(Guid screenId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + SharedScreen.LockLength;
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database
            .SharedScreens.Where(screen => screen.Id == screenId && screen.LockedUntil <= now)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(screen => screen.WrongCodes, 0)
                        .SetProperty(screen => screen.LockedUntil, (DateTimeOffset?)null),
                cancellationToken
            );
        var counted = await database
            .SharedScreens.Where(screen => screen.Id == screenId && screen.LockedUntil == null)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(screen => screen.WrongCodes, screen => screen.WrongCodes + 1)
                        .SetProperty(
                            screen => screen.LockedUntil,
                            screen =>
                                screen.WrongCodes + 1 >= SharedScreen.MostWrongCodes ? until : null
                        ),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        return counted == 1;
    }

    private async Task ForgetAsync(Guid screenId, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database
            .SharedScreens.Where(screen => screen.Id == screenId)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(screen => screen.WrongCodes, 0)
                        .SetProperty(screen => screen.LockedUntil, (DateTimeOffset?)null),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<Guid?> TakeAsync(
        AssistedSession session,
        string code,
        CancellationToken cancellationToken
    )
    {
        var hash = AssistedCode.HashOf(session.Id, code);
        var now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var holder = database
            .Set<AssistedParticipant>()
            .Where(each => each.SessionId == session.Id && each.CodeHash == hash);
        var personId = await (
            from participant in holder
            join person in database.People on participant.PersonId equals person.Id
            where person.DiedOn == null && person.MergedIntoId == null
            select (Guid?)person.Id
        ).SingleOrDefaultAsync(cancellationToken);
        var taken = personId is null
            ? 0
            : await holder.ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(each => each.CodeHash, (byte[]?)null)
                        .SetProperty(each => each.CodeUsedAt, (DateTimeOffset?)now),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        return taken == 1 ? personId : null;
    }

    // Whoever has no account gets one that nothing but a code opens: it has no password and no address.
    private async Task<Account?> AccountOfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var there = await database.Users.SingleOrDefaultAsync(
            account => account.PersonId == personId,
            cancellationToken
        );
        if (there is not null)
        {
            return there;
        }

        var account = Account.WithoutAddress(personId, clock.GetUtcNow());
        database.Add(account);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return account;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            database.ChangeTracker.Clear();
            return await database.Users.SingleOrDefaultAsync(
                other => other.PersonId == personId,
                cancellationToken
            );
        }
    }
}
