using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Runs an import for the command line, and prints what it found.</summary>
internal sealed class ImportPrinting(IServiceProvider services, InvocationConfiguration console)
{
    private readonly ImportWords words = services.GetRequiredService<ImportWords>();
    private readonly PortalDbContext database = services.GetRequiredService<PortalDbContext>();

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (FeedName.Read(request.Feed) is not { } feed)
        {
            return await RefuseAsync(
                $"\"{request.Feed}\" is no name of a feed. Use small letters, digits and hyphens."
            );
        }

        var agencies = await database
            .Agencies.Where(agency => request.Agency == null || agency.Slug == request.Agency)
            .OrderBy(agency => agency.Slug)
            .Select(agency => new { agency.Id, agency.Slug })
            .ToListAsync(cancellationToken);
        if (agencies.Count != 1)
        {
            return await RefuseAsync(
                request.Agency is null
                    ? $"Say which agency with --agency: {string.Join(", ", agencies.Select(agency => agency.Slug))}."
                    : $"There is no agency {request.Agency}."
            );
        }

        await using var file = File.OpenRead(request.Path);
        return request.Apply
            ? await ApplyAsync(file, agencies[0].Id, feed, request, cancellationToken)
            : await PreviewAsync(file, agencies[0].Id, feed, cancellationToken);
    }

    private async Task<int> PreviewAsync(
        FileStream file,
        Guid agencyId,
        string feed,
        CancellationToken cancellationToken
    )
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var preparing = services.GetRequiredService<PreparingImport>();
        var import = await preparing.CompareAsync(
            preparing.Read(file),
            new ImportTerms(agencyId, feed, clock.Today(), new ImportDecisions()),
            clock.GetUtcNow(),
            cancellationToken
        );
        await TellAsync(import.File.Problems.First, import.File.Problems.Count);
        foreach (var person in import.Plan?.Walk(writes: null) ?? [])
        {
            await PrintAsync(person);
        }

        if (import.Plan is not { } plan)
        {
            return ImportCommands.FileIsWrong;
        }

        await TellAsync(plan.Notes, plan.Notes.Count);
        var totals = plan.Totals;
        await console.Error.WriteLineAsync(
            $"{totals[ImportOutcome.New]} new, {totals[ImportOutcome.Changed]} changed, {totals[ImportOutcome.Ended]} ended, {totals[ImportOutcome.Back]} back, {totals[ImportOutcome.Unchanged]} as they are, {totals[ImportOutcome.Conflict]} to decide. Nothing was changed."
        );
        if (totals.NeedsTheNumber)
        {
            await console.Error.WriteLineAsync(
                NumberNeeded(totals[ImportOutcome.Ended], totals.OfFeed)
            );
        }

        return totals[ImportOutcome.Conflict] > 0 ? ImportCommands.FileIsWrong
            : totals.NeedsTheNumber ? ImportCommands.NumberNeeded
            : 0;
    }

    private async Task<int> ApplyAsync(
        FileStream file,
        Guid agencyId,
        string feed,
        ImportRequest request,
        CancellationToken cancellationToken
    )
    {
        var run = await services
            .GetRequiredService<TakingImport>()
            .TakeAsync(
                file,
                Path.GetFileName(request.Path),
                agencyId,
                feed,
                ImportSource.Command,
                accountId: null,
                cancellationToken
            );
        var preview = await database
            .ImportContents.Where(content => content.Id == run.Id)
            .Select(content => content.Preview)
            .SingleAsync(cancellationToken);
        var messages = PreviewFile.Messages(preview);
        await TellAsync(messages.Problems, run.Problems);
        await TellAsync(messages.Notes, messages.Notes.Count);
        foreach (var person in PreviewFile.People(preview, outcome: null))
        {
            await PrintAsync(person);
        }

        var answer = await services
            .GetRequiredService<ApplyingImport>()
            .ApplyAsync(run.Id, request.Ending, accountId: null, cancellationToken);
        await console.Error.WriteLineAsync(
            answer switch
            {
                ImportAnswer.Applied => $"{words.Counts(run)} It is done.",
                ImportAnswer.NumberNeeded => NumberNeeded(run.Ended, run.OfFeed),
                ImportAnswer.Undecided =>
                    $"HR must decide who {run.Conflicts} people are, at /people/import/{run.Id}. Nothing was changed.",
                _ => "Nothing was changed.",
            }
        );
        return answer switch
        {
            ImportAnswer.Applied => 0,
            ImportAnswer.NumberNeeded => ImportCommands.NumberNeeded,
            _ => ImportCommands.FileIsWrong,
        };
    }

    private static string NumberNeeded(int ended, int ofFeed) =>
        $"This would end {ended} of the feed's {ofFeed} people. If that is right, add --apply --ending {ended}. Nothing was changed.";

    private async Task PrintAsync(PersonPlan person)
    {
        if (person.Outcome is ImportOutcome.Unchanged)
        {
            return;
        }

        var what =
            person.Changes.Count > 0
                ? string.Join("; ", person.Changes.Select(words.Of))
                : string.Join("; ", person.Lookalikes.Select(words.Of));
        await console.Output.WriteLineAsync(
            string.Join(
                '\t',
                person.Outcome.ToString().ToLowerInvariant(),
                person.EmployeeNumber,
                person.Name,
                person.From?.ForFile() ?? "",
                what
            )
        );
    }

    private async Task TellAsync(IReadOnlyList<ImportProblem> problems, int count)
    {
        foreach (var problem in problems)
        {
            await console.Error.WriteLineAsync($"{words.Place(problem)}: {words.Of(problem)}");
        }

        if (count > problems.Count)
        {
            await console.Error.WriteLineAsync($"… and {count - problems.Count} more.");
        }
    }

    private async Task<int> RefuseAsync(string why)
    {
        await console.Error.WriteLineAsync(why);
        return ImportCommands.NotPossible;
    }
}
