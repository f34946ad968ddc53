using System.Globalization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>What came of drawing up a pack.</summary>
/// <param name="RequestId">Its id; null when none was drawn up.</param>
/// <param name="HasTooManyFigures">Whether kinds within units would be so many figures that what to withhold is not found in a useful time.</param>
public sealed record DrawnUp(Guid? RequestId, bool HasTooManyFigures = false);

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
    /// <summary>The most figures with which a pack may tell kinds within units.</summary>
    public const int MostFiguresInDetail = 2000;

    /// <summary>Draws it up.</summary>
    /// <returns>Without an id when the agency is not one that the signed-in account does HR for, or when there are too many figures.</returns>
    public async Task<DrawnUp> DrawUpAsync(
        AskedInformation asked,
        CancellationToken cancellationToken
    )
    {
        if (
            !signedIn.Has(PortalRole.HumanResources, asked.AgencyId)
            || await scopes.FindAsync(asked, cancellationToken) is not { } scope
        )
        {
            return new(RequestId: null);
        }

        var tables = await answers.ReadAsync(scope, cancellationToken);
        if (
            asked.Questions.HasFlag(InformationQuestions.CompletionInDetail)
            && PackReleases.Of(tables).Cells.Count > MostFiguresInDetail
        )
        {
            return new(RequestId: null, HasTooManyFigures: true);
        }

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
        return new(request.Id);
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
