using SocialMediaAware.Tests.MoreTime;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Tests.Structure;

/// <summary>What the cells about leave, tasks, exemptions and extensions ask for.</summary>
public sealed partial class MatrixTargets
{
    // Given by HR: nobody else's would be found by them.
    private async Task<string> ExemptionAsync(CastMember owner, Agency where)
    {
        var programme = await portal.OnboardingAsync(where);
        return await SaveAsync(
            where,
            change =>
            {
                var today = change.At.NewZealandDate();
                var exemption = Exemption.Give(
                    where.Id,
                    owner.PersonId,
                    programme.Id,
                    "adjustment",
                    actors["HR"].AccountId,
                    today,
                    today.AddDays(30),
                    change.At,
                    change
                );
                return (exemption, exemption.Id);
            }
        );
    }

    private Task<string> ExtensionAsync(CastMember owner, Agency where) =>
        SaveAsync(
            where,
            change =>
            {
                var today = change.At.NewZealandDate();
                var extension = Extension.Give(
                    where.Id,
                    null,
                    owner.PersonId,
                    null,
                    null,
                    today,
                    today.AddDays(30),
                    change
                );
                return (extension, extension.Id);
            }
        );

    private async Task<string> TimeRequestAsync(CastMember owner, Agency where) =>
        (await portal.AskedAsync(await AssignedAsync(owner, where))).Id.ToString();

    private async Task<string> DisagreementAsync(CastMember owner, Agency where)
    {
        var assignment = await AssignedAsync(owner, where);
        return await AddAsync(
            Disagreement.Say(where.Id, assignment.Id, owner.PersonId, portal.Clock.GetUtcNow()),
            said => said.Id
        );
    }

    private Task<string> TieAsync(CastMember owner, Agency where) =>
        SaveAsync(
            where,
            change =>
            {
                var flag = PersonFlag.Learn(
                    where.Id,
                    owner.PersonId,
                    "spokespeople",
                    null,
                    change.At.NewZealandDate(),
                    null,
                    change
                );
                return (flag, flag.Id);
            }
        );

    // A route with several things asks for each of the same owner.
    private Task<string> SaveAsync(
        Agency where,
        Func<PeopleChange, (object Thing, Guid Id)> make
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var change = PeopleChange.Record(
                where.Id,
                PeopleChangeKind.Relief,
                null,
                null,
                "For the test.",
                portal.Clock.GetUtcNow()
            );
            var (thing, id) = make(change);
            database.AddRange(change, thing);
            await database.SaveChangesAsync();
            return id.ToString();
        });
}
