using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Benchmarks.Portal;

/// <summary>As many programmes as a large agency may run at once.</summary>
internal static class TwelveProgrammes
{
    /// <summary>The tasks that one in ten people have, each.</summary>
    public static IReadOnlyList<string> Tasks { get; } =
    ["spokespeople", "senior-staff", "candidates", "communications-team"];

    /// <summary>
    /// Draws up six programmes beside the agency's own six, so that there are twelve: two for changed rules, and four that are done
    /// once by those with a task, of which each of the people has one in ten.
    /// </summary>
    public static Task<int> DrawUpSixMoreAsync(this PortalInHand portal) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var now = TimeProvider.System.GetUtcNow();
            var agencyId = await database
                .Agencies.Where(agency => agency.Slug == Learners.AgencySlug)
                .Select(agency => agency.Id)
                .SingleAsync();
            database.AddRange(
                Tasks.Select(task =>
                    Programme.DrawUp(
                        agencyId,
                        $"once-{task}",
                        ProgrammeKind.OneOff,
                        Terms(now) with
                        {
                            Audience = new() { Groups = [new() { Flags = [task] }] },
                        },
                        now
                    )
                )
            );
            database.AddRange(
                new[] { "policy-one", "policy-two" }.Select(key =>
                    Programme.DrawUp(agencyId, key, ProgrammeKind.PolicyChange, Terms(now), now)
                )
            );
            await database.SaveChangesAsync();
            return await database.Programmes.CountAsync(programme =>
                programme.AgencyId == agencyId
            );
        });

    private static ProgrammeTerms Terms(DateTimeOffset now) =>
        new()
        {
            Name = "Once more",
            ModuleSlugs = ["be-social-media-aware"],
            Statements = Enum.GetValues<PersonKind>()
                .ToDictionary(kind => kind, _ => "I have read {modules}."),
            Schedule = new()
            {
                OpensOn = now.NewZealandDate().AddDays(-2),
                DueOn = now.NewZealandDate().AddDays(30),
                LatecomersOwe = true,
            },
        };
}
