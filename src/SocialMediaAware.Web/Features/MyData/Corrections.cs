using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>An agency that can be asked for a correction.</summary>
public sealed record AskedAgency(Guid Id, string Name);

/// <summary>What people say is wrong in what is held on them, and what HR answers.</summary>
public sealed class Corrections(
    PortalDbContext database,
    OwnTables tables,
    SignedIn signedIn,
    AuditLog audit,
    Notices notices,
    TimeProvider clock
)
{
    /// <summary>What somebody said is wrong, the newest first.</summary>
    public async Task<IReadOnlyList<CorrectionRequest>> OwnAsync(
        OwnIds ids,
        CancellationToken cancellationToken
    ) =>
        await OwnTables
            .Requests(database)
            .Where(request => ids.PersonIds.Contains(request.PersonId))
            .OrderByDescending(request => request.AskedAt)
            .ThenBy(request => request.Id)
            .ToListAsync(cancellationToken);

    /// <summary>The agencies that hold something on somebody: those where they are placed, or else all where they were.</summary>
    public async Task<IReadOnlyList<AskedAgency>> AgenciesAsync(
        OwnIds ids,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var placed = await OwnTables.AgenciesAsync(database, ids, today, cancellationToken);
        return await database
            .Agencies.Where(agency => placed.Contains(agency.Id))
            .OrderBy(agency => agency.Name)
            .Select(agency => new AskedAgency(agency.Id, agency.Name))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Asks for a correction. A form that is sent twice asks once.</summary>
    public async Task AskAsync(
        Guid form,
        Guid agencyId,
        string part,
        string text,
        CancellationToken cancellationToken
    )
    {
        var personId = signedIn.PersonId!.Value;
        database.Add(
            CorrectionRequest.Ask(form, agencyId, personId, part, text, clock.GetUtcNow())
        );
        audit.Add(AuditActions.OwnDataAsked, agencyId, personId.ToString(), "correction asked");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            database.ChangeTracker.Clear();
        }
    }

    /// <summary>A request of whoever is signed in; null when it is not theirs.</summary>
    public async Task<CorrectionRequest?> FindOwnAsync(
        Guid requestId,
        CancellationToken cancellationToken
    )
    {
        var ids = await tables.IdsOfAsync(signedIn, cancellationToken);
        return await OwnTables
            .Requests(database)
            .Where(request => request.Id == requestId && ids.PersonIds.Contains(request.PersonId))
            .AsTracking()
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The person has seen the answer.</summary>
    public async Task SeeAsync(CorrectionRequest request, CancellationToken cancellationToken)
    {
        request.See(clock.GetUtcNow());
        await SaveAsync(cancellationToken);
    }

    /// <summary>Attaches a statement to what was not corrected.</summary>
    /// <returns>Whether it is attached, now or by the same form before.</returns>
    public async Task<bool> AttachAsync(
        CorrectionRequest request,
        string statement,
        CancellationToken cancellationToken
    )
    {
        if (!request.TakesStatement)
        {
            return request.Statement == statement;
        }

        request.Attach(statement, clock.GetUtcNow());
        audit.Add(
            AuditActions.OwnDataAsked,
            request.AgencyId,
            request.PersonId.ToString(),
            "statement of correction attached"
        );
        return await SaveAsync(cancellationToken);
    }

    /// <summary>HR answers.</summary>
    /// <returns>Whether this answer counts: of two given at once one does.</returns>
    public async Task<bool> AnswerAsync(
        CorrectionRequest request,
        CorrectionOutcome outcome,
        string answer,
        CancellationToken cancellationToken
    )
    {
        if (request.AnsweredAt is not null)
        {
            return request.Outcome == outcome && request.Answer == answer;
        }

        request.AnswerWith(outcome, answer, signedIn.AccountId, clock.GetUtcNow());
        audit.Add(
            AuditActions.OwnDataAsked,
            request.AgencyId,
            request.PersonId.ToString(),
            $"answered: {outcome}"
        );
        await notices.AddAsync(
            new Notice(
                MailTemplateKind.CorrectionAnswered,
                request.AgencyId,
                request.PersonId,
                $"correction-answered/{request.Id}",
                $"/my-data/corrections/{request.Id}"
            ),
            cancellationToken
        );
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Whether somebody has an answer that they have not seen.</summary>
    public Task<bool> AnyAnswerUnseenAsync(Guid personId, CancellationToken cancellationToken) =>
        OwnTables
            .Requests(database)
            .AnyAsync(
                request =>
                    request.PersonId == personId
                    && request.AnsweredAt != null
                    && request.SeenAt == null,
                cancellationToken
            );

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            // Another answer came at the same moment, or its mail stands there already.
            database.ChangeTracker.Clear();
            return false;
        }
    }
}
