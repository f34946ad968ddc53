using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>Whether and how a person can get at a quiz.</summary>
public enum EntranceState
{
    /// <summary>There is no such assignment of this person, or it does not ask for this module.</summary>
    Missing,

    /// <summary>The assignment has ended or has not opened, or nothing is asked about the module any more.</summary>
    Closed,

    /// <summary>The module is practised in the refresher of the assignment.</summary>
    Refreshed,

    /// <summary>Sections are still to be opened.</summary>
    ReadFirst,

    /// <summary>The quiz can be done.</summary>
    Open,
}

/// <summary>What stands at the entrance of a quiz.</summary>
/// <param name="State">Whether one can get in.</param>
/// <param name="Assignment">The assignment; null when it is missing.</param>
/// <param name="Subject">What the quiz is about; null when it is missing or closed.</param>
/// <param name="Title">What it is called: the module, or the programme for a refresher.</param>
/// <param name="ReadNext">The first section that was not opened; null when all were.</param>
public sealed record Entrance(
    EntranceState State,
    Assignment? Assignment = null,
    QuizSubject? Subject = null,
    string Title = "",
    SectionLink? ReadNext = null
)
{
    /// <summary>The address of the quiz; asked only where there is an assignment and a subject.</summary>
    public string Address =>
        Subject is { IsRefresher: false, Modules: [var module, ..] }
            ? $"{RefresherAddress}/{module.Slug}"
            : RefresherAddress;

    /// <summary>The address of the assignment's refresher; asked only where there is an assignment.</summary>
    public string RefresherAddress => $"/quizzes/{Assignment?.Id}";

    /// <summary>The address of an answered situation; for null, of where the person is.</summary>
    public string AddressAt(int? position) =>
        position is null
            ? Address
            : string.Create(CultureInfo.InvariantCulture, $"{Address}?position={position}");
}

/// <summary>Looks whether a person may practise for an assignment of their own.</summary>
public sealed class QuizEntrance(
    PortalDbContext database,
    AskedModules askedModules,
    PhasesNow phasesNow,
    TimeProvider clock
)
{
    /// <summary>Looks. It reads over the walls of agencies, because the assignment is the person's own.</summary>
    /// <param name="personId">Who asks.</param>
    /// <param name="assignmentId">The assignment.</param>
    /// <param name="moduleSlug">The module; null for the refresher of the assignment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Entrance> ReadAsync(
        Guid personId,
        Guid assignmentId,
        string? moduleSlug,
        CancellationToken cancellationToken
    )
    {
        var assignment = await database
            .Assignments.OwnedBy(personId)
            .AsNoTracking()
            .Include(each => each.Modules)
            .SingleOrDefaultAsync(each => each.Id == assignmentId, cancellationToken);
        if (
            assignment is null
            || (
                moduleSlug is not null
                && assignment.Modules.All(each => each.ModuleSlug != moduleSlug)
            )
        )
        {
            return new Entrance(EntranceState.Missing);
        }

        if (!assignment.CanBeDoneOn(clock.Today()))
        {
            return new Entrance(EntranceState.Closed, assignment);
        }

        var asked = await askedModules.ReadAsync(assignment, cancellationToken);
        var phases = await phasesNow.ReadAsync(assignment.AgencyId, cancellationToken);
        return moduleSlug is null
            ? await ToRefresherAsync(asked, phases, cancellationToken)
            : await ToModuleAsync(asked, moduleSlug, phases, cancellationToken);
    }

    private async Task<Entrance> ToModuleAsync(
        Asked asked,
        string moduleSlug,
        IReadOnlySet<string> phases,
        CancellationToken cancellationToken
    )
    {
        var module = asked.Modules.First(each => each.Slug == moduleSlug);
        if (module.Counted is not null || module.Outside is not null)
        {
            return new Entrance(EntranceState.Closed, asked.Assignment);
        }

        if (module.Content is null)
        {
            return new Entrance(EntranceState.Missing);
        }

        return module.IsRefreshed
            ? new Entrance(EntranceState.Refreshed, asked.Assignment)
            : await OpenAsync(
                asked,
                QuizSubject.Of(module.Content, phases),
                module.Content.Title,
                [module],
                cancellationToken
            );
    }

    private async Task<Entrance> ToRefresherAsync(
        Asked asked,
        IReadOnlySet<string> phases,
        CancellationToken cancellationToken
    ) =>
        QuizSubject.RefresherOf(asked, phases) is { } subject
            ? await OpenAsync(
                asked,
                subject,
                asked.ProgrammeName,
                [.. asked.Refreshed],
                cancellationToken
            )
            : new Entrance(EntranceState.Closed, asked.Assignment);

    private async Task<Entrance> OpenAsync(
        Asked asked,
        QuizSubject subject,
        string title,
        IReadOnlyList<AskedModule> modules,
        CancellationToken cancellationToken
    )
    {
        var opened = await ReadOpenedAsync(asked.Assignment.PersonId, modules, cancellationToken);
        var readNext = modules
            .Where(module => module.Content is not null)
            .SelectMany(module =>
            {
                var done = module.SectionsDone(opened);
                return module
                    .Content!.Sections.Where(section => !done.Contains(section.Id))
                    .Select(section => SectionLink.To(section, module.Slug, asked.Assignment.Id));
            })
            .FirstOrDefault();
        return new Entrance(
            readNext is null ? EntranceState.Open : EntranceState.ReadFirst,
            asked.Assignment,
            subject,
            title,
            readNext
        );
    }

    private async Task<HashSet<string>> ReadOpenedAsync(
        Guid personId,
        IReadOnlyList<AskedModule> modules,
        CancellationToken cancellationToken
    )
    {
        byte[][] hashes =
        [
            .. modules
                .SelectMany(module => module.Content?.Sections ?? [])
                .Select(section => section.TextHash),
        ];
        var opened = await database
            .OpenedSections.Where(each =>
                each.PersonId == personId && hashes.Contains(each.TextHash)
            )
            .Select(each => each.TextHash)
            .ToListAsync(cancellationToken);
        return [.. opened.Select(Convert.ToHexStringLower)];
    }
}
