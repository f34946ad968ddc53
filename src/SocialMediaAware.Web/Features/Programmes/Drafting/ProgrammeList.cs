using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Under which heading of the list a programme stands.</summary>
public enum ProgrammeHeading
{
    /// <summary>It makes assignments.</summary>
    Running,

    /// <summary>HR is making it.</summary>
    BeingMade,

    /// <summary>It came with the portal, and nobody has taken it on.</summary>
    Ready,

    /// <summary>It stands still.</summary>
    Paused,

    /// <summary>It asks nothing more.</summary>
    Ended,
}

/// <summary>A programme in the list.</summary>
/// <param name="Id">It.</param>
/// <param name="Heading">Under which heading it stands.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Agency">The agency's short name.</param>
/// <param name="Who">Whom it is for, in a sentence.</param>
/// <param name="When">When it is done, in a sentence.</param>
/// <param name="OpenNow">How many people have it open today, late or on hold.</param>
/// <param name="HasChangesWaiting">Whether HR is working on other terms than those that hold.</param>
public sealed record ProgrammeLine(
    Guid Id,
    ProgrammeHeading Heading,
    string Name,
    string Agency,
    string Who,
    string When,
    int OpenNow,
    bool HasChangesWaiting
)
{
    /// <summary>Where it leads: to the programme once it was launched, to its steps before.</summary>
    public string Address =>
        Heading switch
        {
            ProgrammeHeading.BeingMade => $"/programmes/{Id}/edit",
            ProgrammeHeading.Ready => StepFrame.AddressOf(Id, "check"),
            _ => $"/programmes/{Id}",
        };
}

/// <summary>Lists the programmes of HR's agencies: one query for each kind of fact, however many there are.</summary>
public sealed class ProgrammeList(
    PortalDbContext database,
    SignedIn signedIn,
    AudienceUnits units,
    AudienceSentence audienceSentence,
    ScheduleSentence scheduleSentence,
    TimeProvider clock
)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<ProgrammeLine>> ReadAsync(CancellationToken cancellationToken)
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var agencies = await database
            .Agencies.Where(agency => mine.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.ShortName, cancellationToken);
        var programmes = await database
            .Programmes.Include(programme => programme.Pauses)
            .Include(programme => programme.Statements)
            .Where(programme => mine.Contains(programme.AgencyId))
            .AsNoTracking()
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var open = await OpenNowAsync(mine, cancellationToken);
        var names = await units.NamesAsync(
            "",
            programmes.Select(programme => TermsShown(programme).Audience),
            cancellationToken
        );
        return
        [
            .. programmes
                .OrderBy(programme => programme.Name, NewZealandEnglish.Alphabet)
                .ThenBy(programme => agencies[programme.AgencyId], NewZealandEnglish.Alphabet)
                .Select(programme =>
                    LineOf(
                        programme,
                        names with
                        {
                            Agency = agencies[programme.AgencyId],
                        },
                        open.GetValueOrDefault(programme.Id)
                    )
                ),
        ];
    }

    private ProgrammeLine LineOf(Programme programme, AudienceNames names, int open)
    {
        var terms = TermsShown(programme);
        return new(
            programme.Id,
            HeadingOf(programme),
            programme.Name,
            names.Agency,
            audienceSentence.Of(terms.Audience, names, [.. terms.Statements.Keys]),
            scheduleSentence.Of(programme.Kind, terms.Schedule),
            open,
            programme is { LaunchedAt: not null, Draft: not null }
        );
    }

    // What people are asked is what holds; what nobody is asked yet is what HR works on.
    private static ProgrammeTerms TermsShown(Programme programme) =>
        programme is { LaunchedAt: null, Draft: { } draft } ? draft : programme.TermsWith([]);

    private static ProgrammeHeading HeadingOf(Programme programme) =>
        programme.Standing switch
        {
            ProgrammeStanding.Running => ProgrammeHeading.Running,
            ProgrammeStanding.Paused => ProgrammeHeading.Paused,
            ProgrammeStanding.Ended => ProgrammeHeading.Ended,
            _ => programme.Draft is null ? ProgrammeHeading.Ready : ProgrammeHeading.BeingMade,
        };

    private Task<Dictionary<Guid, int>> OpenNowAsync(
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        return database
            .Assignments.Where(assignment =>
                agencyIds.Contains(assignment.AgencyId)
                && assignment.OpensOn <= today
                && assignment.SignedAt == null
                && assignment.DeclinedAt == null
                && assignment.SupersededAt == null
                && assignment.LeftAt == null
            )
            .GroupBy(assignment => assignment.ProgrammeId)
            .Select(programme => new { programme.Key, Count = programme.Count() })
            .ToDictionaryAsync(
                programme => programme.Key,
                programme => programme.Count,
                cancellationToken
            );
    }
}
