using System.Globalization;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Exports.Feed;

/// <summary>A signature as a file tells it.</summary>
/// <param name="On">The New Zealand date on which it was given.</param>
/// <param name="Modules">The module versions that it covers, such as <c>social-media@1.2</c>, with a blank between two.</param>
internal sealed record FeedSignature(DateOnly On, string Modules);

/// <summary>What is known of some assignments.</summary>
/// <param name="Records">What each was, by its id; what the portal did not know yet has none.</param>
/// <param name="People">Whose they are, by the id that the assignment has: whoever was held twice is the one that is kept.</param>
/// <param name="Placements">Where these people were placed by then, with a number.</param>
/// <param name="Signed">What they signed.</param>
internal sealed record FeedFacts(
    Dictionary<Guid, AssignmentRecord> Records,
    Dictionary<Guid, Person> People,
    ILookup<Guid, Placement> Placements,
    ILookup<Guid, Attestation> Signed
)
{
    /// <summary>The number by which payroll knows somebody: of where they are placed on the day, otherwise the last they had.</summary>
    public string? NumberOf(Guid personId, Person kept, DateOnly day) =>
        Placements[personId]
            .Concat(personId == kept.Id ? [] : Placements[kept.Id])
            .OrderBy(placement => placement.HoldsUntil is { } until && until <= day)
            .ThenByDescending(placement => placement.HoldsUntil ?? DateOnly.MaxValue)
            .ThenBy(placement => placement.HoldsFrom)
            .ThenBy(placement => placement.Id)
            .FirstOrDefault()
            ?.EmployeeNumber;

    /// <summary>The signature that ended an assignment; otherwise those given before that counted for it.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="signedAt">When the portal learnt that it was signed (UTC).</param>
    public FeedSignature SignatureFor(Assignment assignment, Person person, DateTimeOffset signedAt)
    {
        var own = Signed[person.Id]
            .FirstOrDefault(attestation => attestation.AssignmentId == assignment.Id);
        var counting = own is not null
            ? own.Modules.OrderBy(module => module.Order).Select(module => (own, module)).ToList()
            : EarlierOnes(assignment, person, signedAt);
        var on = counting.Select(one => one.Item1.SignedAt).DefaultIfEmpty(signedAt).Max();
        return new(
            on.NewZealandDate(),
            string.Join(
                ' ',
                counting.Select(one =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Item2.ModuleSlug}@{one.Item2.Major}.{one.Item2.Minor}"
                    )
                )
            )
        );
    }

    private List<(Attestation, AttestationModule)> EarlierOnes(
        Assignment assignment,
        Person person,
        DateTimeOffset signedAt
    ) =>
        [
            .. assignment
                .Modules.OrderBy(module => module.Order)
                .Select(asked =>
                    Signed[person.Id]
                        .Where(attestation => attestation.SignedAt <= signedAt)
                        .OrderByDescending(attestation => attestation.SignedAt)
                        .SelectMany(attestation =>
                            attestation.Modules.Select(module => (attestation, module))
                        )
                        .FirstOrDefault(one =>
                            one.module.ModuleSlug == asked.ModuleSlug
                            && one.module.Major >= asked.Major
                        )
                )
                .Where(one => one.module is not null),
        ];
}
