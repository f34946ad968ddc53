using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Drafting;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Answers what training there is, and for whom.</summary>
public sealed class TrainingAnswer(
    PortalDbContext database,
    AudienceUnits units,
    AudienceSentence sentence,
    ContentStore content,
    IStringLocalizer<InformationRequestsTexts> texts
)
{
    /// <summary>The programmes that ran in the period, as they are set up when the pack is drawn up.</summary>
    public async Task<PackTable> ReadAsync(PackScope scope, CancellationToken cancellationToken)
    {
        var programmes = await ReadProgrammesAsync(scope, cancellationToken);
        var names = await units.NamesAsync(
            scope.Agency.ShortName,
            programmes.Select(programme => programme.Audience),
            cancellationToken
        );
        return new()
        {
            Name = "training",
            Kind = PackTableKind.Training,
            Title = texts["TrainingTitle"],
            About = texts["TrainingAbout", scope.Agency.Name],
            Labels =
            [
                texts["ProgrammeColumn"],
                texts["OccasionColumn"],
                texts["AudienceColumn"],
                texts["ModulesColumn"],
                texts["SinceColumn"],
                texts["EndedColumn"],
            ],
            Rows = [.. programmes.Select(programme => RowOf(programme, names))],
        };
    }

    private async Task<List<Programme>> ReadProgrammesAsync(
        PackScope scope,
        CancellationToken cancellationToken
    )
    {
        var began = scope.Asked.From.StartInNewZealand();
        var programmes = await database
            .Programmes.AsNoTracking()
            .Include(programme => programme.Modules)
            .Include(programme => programme.Statements)
            .Where(programme =>
                programme.AgencyId == scope.Agency.Id
                && programme.LaunchedAt != null
                && programme.LaunchedAt <= scope.KnownAt
                && (programme.EndedAt == null || programme.EndedAt >= began)
            )
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return
        [
            .. programmes
                .OrderBy(programme => programme.Kind)
                .ThenBy(programme => programme.Name, NewZealandEnglish.Alphabet)
                .ThenBy(programme => programme.Id),
        ];
    }

    private PackRow RowOf(Programme programme, AudienceNames names)
    {
        var modules = programme
            .Modules.OrderBy(module => module.Order)
            .Select(module =>
                content.Library.FindModule(module.ModuleSlug)?.Title ?? module.ModuleSlug
            );
        var kinds = programme.Statements.Select(statement => statement.Kind).ToList();
        return new(
            "",
            [
                programme.Name,
                texts[$"Kind-{programme.Kind}"],
                sentence.Of(programme.Audience, names, kinds),
                string.Join("; ", modules),
                programme.LaunchedAt!.Value.NewZealandDate().ForField(),
                programme.EndedAt?.NewZealandDate().ForField() ?? "",
            ],
            []
        );
    }
}
