using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A programme and one person: what is owed, and why, in sentences.</summary>
/// <param name="ProgrammeName">The programme.</param>
/// <param name="AgencyName">Its agency.</param>
/// <param name="CycleKey">The round that is asked for; null where nothing is.</param>
/// <param name="OpensOn">When it opens; null where nothing is asked.</param>
/// <param name="DueOn">When it is due; null where nothing is asked.</param>
/// <param name="Status">Where it stands; null where nothing is asked.</param>
/// <param name="Sentences">The steps that led there, in order.</param>
public sealed record ExplainedDuty(
    string ProgrammeName,
    string AgencyName,
    string? CycleKey,
    DateOnly? OpensOn,
    DateOnly? DueOn,
    AssignmentStatus? Status,
    IReadOnlyList<string> Sentences
);

/// <summary>
/// Says why somebody owes what they owe, or does not, and how each date came about. It asks the planner itself, so that what is said
/// is what is done. What holds an assignment is not said: leave, questions and exemptions are all "on hold".
/// </summary>
public sealed class ExplainingDuties(
    PortalDbContext database,
    PlanFacts facts,
    ContentStore content,
    IStringLocalizer<ProgrammesTexts> texts,
    TimeProvider clock
)
{
    /// <summary>Every launched programme of the agencies that the caller may see, first what is asked for.</summary>
    public async Task<IReadOnlyList<ExplainedDuty>> ReadAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var all = await facts.ReadAsync(new PlanQuestion(today, personId), cancellationToken);
        var programmeIds = all.Select(one => one.Programme.Id).ToArray();
        var names = await database
            .Programmes.Where(programme => programmeIds.Contains(programme.Id))
            .Join(
                database.Agencies,
                programme => programme.AgencyId,
                agency => agency.Id,
                (programme, agency) =>
                    new
                    {
                        programme.Id,
                        programme.Name,
                        Agency = agency.ShortName,
                    }
            )
            .ToDictionaryAsync(programme => programme.Id, cancellationToken);
        var kept = await KeptAsync(personId, programmeIds, cancellationToken);
        var duties = new List<ExplainedDuty>();
        foreach (var of in all)
        {
            var plan = of.Explain(calendar, today).SingleOrDefault(one => one.PersonId == personId);
            // Whoever works for HR in one agency and belongs to another is not one of the first one's people.
            if (
                plan
                is null
                    or { Assignments.Count: 0, Reasons: [{ Kind: PlanReasonKind.NotHere }] }
            )
            {
                continue;
            }

            duties.Add(
                Explain(
                    names[of.Programme.Id].Name,
                    names[of.Programme.Id].Agency,
                    [.. kept[of.Programme.Id]],
                    plan,
                    today
                )
            );
        }

        return
        [
            .. duties
                .OrderBy(duty => duty.Status is null)
                .ThenByDescending(duty => duty.OpensOn)
                .ThenBy(duty => duty.ProgrammeName, NewZealandEnglish.Alphabet),
        ];
    }

    private async Task<ILookup<Guid, KeptDuty>> KeptAsync(
        Guid personId,
        Guid[] programmeIds,
        CancellationToken cancellationToken
    )
    {
        var assignments = await database
            .Assignments.AsNoTracking()
            .Where(assignment =>
                assignment.PersonId == personId && programmeIds.Contains(assignment.ProgrammeId)
            )
            .Select(assignment => new KeptDuty(
                assignment,
                database
                    .Attestations.Where(attestation => attestation.AssignmentId == assignment.Id)
                    .Select(attestation => (DateTimeOffset?)attestation.SignedAt)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancellationToken);
        return assignments.ToLookup(kept => kept.Assignment.ProgrammeId);
    }

    private ExplainedDuty Explain(
        string programme,
        string agency,
        IReadOnlyList<KeptDuty> kept,
        PersonPlan plan,
        DateOnly today
    )
    {
        var sentences = plan.Reasons.Select(Sentence).Distinct().ToList();
        var made = plan.Difference.Make.FirstOrDefault();
        if (Newest(kept) is not { } newest)
        {
            return made is null
                ? new(programme, agency, null, null, null, null, sentences)
                : new(
                    programme,
                    agency,
                    made.CycleKey,
                    made.OpensOn,
                    made.DueOn,
                    made.OpensOn > today ? AssignmentStatus.NotDue
                        : made.IsHeld ? AssignmentStatus.OnHold
                        : AssignmentStatus.Open,
                    sentences
                );
        }

        var assignment = newest.Assignment;
        if (assignment.SignedAt is { } signed)
        {
            // One that was signed by itself carries the attestation; another counts a signature made elsewhere.
            sentences.Add(
                texts[
                    newest.OwnSignatureAt is null ? "WhySignedByAnother" : "WhySigned",
                    (newest.OwnSignatureAt ?? signed).InWords()
                ]
            );
        }

        return new(
            programme,
            agency,
            assignment.CycleKey,
            assignment.OpensOn,
            assignment.DueOn,
            assignment.StatusOn(today),
            sentences
        );
    }

    // What runs comes before what is over; of several the one that opened last.
    private static KeptDuty? Newest(IEnumerable<KeptDuty> kept) =>
        kept.OrderBy(one => one.Assignment is { SupersededAt: null, LeftAt: null })
            .ThenBy(one => one.Assignment.OpensOn)
            .ThenBy(one => one.Assignment.Id)
            .LastOrDefault();

    private string Sentence(PlanReason reason) =>
        texts[
            $"Why{reason.Kind}",
            reason.Day?.InWords() ?? "",
            reason.Until?.InWords() ?? "",
            reason.Number ?? 0
        ];

    private sealed record KeptDuty(Assignment Assignment, DateTimeOffset? OwnSignatureAt);
}
