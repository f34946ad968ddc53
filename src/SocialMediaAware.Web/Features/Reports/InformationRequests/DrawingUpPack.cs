using System.Globalization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Draws up a pack: counts what was asked, keeps it as it is, and offers what should be withheld.</summary>
public sealed class DrawingUpPack(
    PortalDbContext database,
    PackScopes scopes,
    PackAnswers answers,
    EarlierPacks packs,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Draws it up.</summary>
    /// <returns>Its id; null when the agency is not one that the signed-in account does HR for.</returns>
    public async Task<Guid?> DrawUpAsync(
        AskedInformation asked,
        CancellationToken cancellationToken
    )
    {
        if (
            !signedIn.Has(PortalRole.HumanResources, asked.AgencyId)
            || await scopes.FindAsync(asked, cancellationToken) is not { } scope
        )
        {
            return null;
        }

        var tables = await answers.ReadAsync(scope, cancellationToken);
        var earlier = await packs.ReadAsync(asked.AgencyId, null, cancellationToken);
        var request = InformationRequest.DrawUp(
            asked,
            scope.AsAt,
            scope.KnownAt,
            signedIn.AccountId,
            clock.GetUtcNow()
        );
        request.Offer(PackProtection.Offers(tables, earlier), earlier.Count);
        request.Note(
            WorkableFigure.ToText(PackProtection.Workable(tables, request.Decisions, earlier))
        );
        database.Add(request);
        database.AddRange(
            tables.Select((table, order) => DrawnUpTable.Keep(request, order, table))
        );
        audit.Add(
            AuditActions.InformationPackDrawnUp,
            asked.AgencyId,
            PackAddress.Of(request.Id),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{asked.Reference}: {tables.Count} tables, {request.OfferedCount} figures offered"
            )
        );
        await database.SaveChangesAsync(cancellationToken);
        return request.Id;
    }
}

/// <summary>Answers the questions of a pack, each in its tables.</summary>
public sealed class PackAnswers(
    TrainingAnswer training,
    CompletionAnswer completion,
    RulesAnswer rules,
    RemindersAnswer reminders
)
{
    /// <summary>The tables of what is asked, in the order of the questions.</summary>
    public async Task<IReadOnlyList<PackTable>> ReadAsync(
        PackScope scope,
        CancellationToken cancellationToken
    )
    {
        var questions = scope.Asked.Questions;
        var tables = new List<PackTable>();
        if (questions.HasFlag(InformationQuestions.Training))
        {
            tables.Add(await training.ReadAsync(scope, cancellationToken));
        }

        if (
            questions.HasFlag(InformationQuestions.Completion)
            || questions.HasFlag(InformationQuestions.CompletionInDetail)
        )
        {
            tables.AddRange(await completion.ReadAsync(scope, cancellationToken));
        }

        if (questions.HasFlag(InformationQuestions.Rules))
        {
            tables.Add(await rules.ReadAsync(scope, cancellationToken));
        }

        if (questions.HasFlag(InformationQuestions.Reminders))
        {
            tables.Add(await reminders.ReadAsync(scope, cancellationToken));
        }

        return PackNames.Apart(tables);
    }
}
