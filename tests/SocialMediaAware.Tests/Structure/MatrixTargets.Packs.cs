using System.Text;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reports.InformationRequests;

namespace SocialMediaAware.Tests.Structure;

/// <content>What packs bring.</content>
public sealed partial class MatrixTargets
{
    /// <summary>A pack of an agency that was released.</summary>
    private Task<string> PackAsync(Agency agency) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var today = portal.Clock.Today();
            var account = Guid.CreateVersion7(now);
            var request = InformationRequest.DrawUp(
                new(agency.Id, "OIA-1", "What?", today, today, InformationQuestions.Training),
                today,
                now,
                account,
                now
            );
            var table = new PackTable
            {
                Name = "training",
                Kind = PackTableKind.Training,
                Title = "Training",
                About = "What there is.",
                Labels = ["Programme"],
                Rows = [],
            };
            database.AddRange(
                request,
                DrawnUpTable.Keep(request, 0, table),
                ReleasedFile.Keep(request, 0, new("README.md", Encoding.UTF8.GetBytes("#"))),
                ReleasedPack.Release(
                    request,
                    Random.Shared.Next(),
                    new string('0', 64),
                    "",
                    account,
                    now
                )
            );
            await database.SaveChangesAsync();
            return request.Id.ToString();
        });
}
