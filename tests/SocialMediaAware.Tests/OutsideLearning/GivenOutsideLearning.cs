using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.OutsideLearning;

/// <summary>People who learnt elsewhere, and programmes that accept it.</summary>
public static class GivenOutsideLearning
{
    public const string Module = "be-social-media-aware";

    /// <summary>The programme accepts it for its modules.</summary>
    public static Task AcceptsAsync(this TestPortal portal, Programme programme) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.AddRange(
                programme.Modules.Select(module =>
                    OutsideAcceptance.Accept(
                        programme.AgencyId,
                        programme.Id,
                        module.ModuleSlug,
                        Guid.NewGuid(),
                        portal.Clock.GetUtcNow()
                    )
                )
            );
            await database.SaveChangesAsync();
        });

    /// <summary>A completion that HR entered.</summary>
    public static Task<OutsideCompletion> CompletedElsewhereAsync(
        this TestPortal portal,
        Agency agency,
        CastMember member,
        DateOnly? on = null,
        int major = 2,
        string module = Module
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var completion = OutsideCompletion.Enter(
                agency.Id,
                member.PersonId,
                new CompletionDetails(
                    "Integrity online",
                    "The Commission",
                    on ?? portal.Clock.GetUtcNow().NewZealandDate().AddDays(-20),
                    "Certificate seen",
                    [(module, major)]
                ),
                null,
                Guid.NewGuid(),
                portal.Clock.GetUtcNow()
            );
            database.Add(completion);
            await database.SaveChangesAsync();
            return completion;
        });
}
