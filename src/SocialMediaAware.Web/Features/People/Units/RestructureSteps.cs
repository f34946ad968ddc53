using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>A step as a form sends it.</summary>
public sealed class StepForm
{
    /// <summary>The unit that it is done to; for a merge the one that goes on, or nothing for a new one.</summary>
    public string? UnitId { get; set; }

    /// <summary>The new name, or the name of the new unit.</summary>
    public string? Name { get; set; }

    /// <summary>The code of the new unit.</summary>
    public string? Code { get; set; }

    /// <summary>The unit above.</summary>
    public string? AboveId { get; set; }

    /// <summary>The units that end in a merge.</summary>
    public List<Guid> Ending { get; set; } = [];

    /// <summary>The people who go.</summary>
    public List<Guid> PersonIds { get; set; } = [];

    /// <summary>Employee numbers of more people who go.</summary>
    public string? Numbers { get; set; }

    /// <summary>Words to look for in the list.</summary>
    public string? Find { get; set; }

    /// <summary>The unit, where one is named.</summary>
    public Guid? Unit => Guid.TryParse(UnitId, out var id) ? id : null;

    /// <summary>The unit above, where one is named.</summary>
    public Guid? Above => Guid.TryParse(AboveId, out var id) ? id : null;
}

/// <summary>Something to tick.</summary>
public sealed record Tickable(Guid Id, string Name, string About, bool IsTicked);

/// <summary>What a step can be made of: units as they are after the steps before it, and people of the unit.</summary>
/// <param name="Tree">The units.</param>
/// <param name="List">The units or people to tick: those that are, then those that were found.</param>
/// <param name="HasMore">Whether more were found than are listed.</param>
public sealed record StepChoices(UnitTree Tree, IReadOnlyList<Tickable> List, bool HasMore);

/// <summary>Reads what a step can be made of, and makes it from a form.</summary>
public sealed class RestructureSteps(
    PortalDbContext database,
    RestructureReading reading,
    IStringLocalizer<UnitsTexts> texts,
    TimeProvider clock
)
{
    /// <summary>How many are listed to tick, beside those that are ticked.</summary>
    public const int ListLength = 50;

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';'];

    /// <summary>Reads it.</summary>
    public async Task<StepChoices> ReadAsync(
        RestructurePlan plan,
        RestructureStepKind kind,
        StepForm form,
        CancellationToken cancellationToken
    )
    {
        var read = await reading.ReadAsync(plan, cancellationToken, form.Unit);
        var tree = read.Outcome.After.TreeOn(plan.On);
        if (kind == RestructureStepKind.Merge)
        {
            return Units(tree, form);
        }

        if (kind != RestructureStepKind.Split || form.Unit is not { } unitId)
        {
            return new(tree, [], HasMore: false);
        }

        var people = read.Outcome.Moves.PeopleIn(unitId, plan.On).ToArray();
        return await PeopleAsync(tree, people, form, cancellationToken);
    }

    /// <summary>The step that a form describes; null when something is missing, which is said in the errors.</summary>
    public async Task<RestructureStep?> MakeAsync(
        RestructurePlan plan,
        RestructureStepKind kind,
        StepForm form,
        StepChoices choices,
        ModelStateDictionary errors,
        CancellationToken cancellationToken
    )
    {
        var fields = new UnitFields(errors, texts);
        var at = clock.GetUtcNow();
        var isNew =
            kind == RestructureStepKind.Split
            || (kind == RestructureStepKind.Merge && string.IsNullOrEmpty(form.UnitId));
        var unitId =
            kind == RestructureStepKind.Merge && isNew
                ? plan.AgencyId
                : fields.Unit(nameof(form.UnitId), form.Unit, choices.Tree);
        var step = new RestructureStep(Guid.CreateVersion7(at), kind, unitId ?? Guid.Empty)
        {
            NewUnitId = isNew ? Guid.CreateVersion7(at) : null,
            Name = isNew || kind == RestructureStepKind.Rename ? fields.Name(form.Name) : "",
            Code = isNew ? fields.Code(form.Code) : null,
            AboveId =
                isNew || kind == RestructureStepKind.Move
                    ? fields.Unit(nameof(form.AboveId), form.Above, choices.Tree)
                    : null,
            Ending = kind == RestructureStepKind.Merge ? Ending(form, choices, errors) : [],
        };
        if (kind == RestructureStepKind.Split && unitId is not null)
        {
            step = step with
            {
                PersonIds = await PeopleOfAsync(plan, form, errors, cancellationToken),
            };
        }

        return errors.IsValid ? step : null;
    }

    private List<Guid> Ending(StepForm form, StepChoices choices, ModelStateDictionary errors)
    {
        List<Guid> ending =
        [
            .. form.Ending.Distinct().Where(id => choices.Tree.Find(id) is not null),
        ];
        if (ending.Count == 0)
        {
            errors.AddModelError(nameof(form.Ending), texts["EndingMissing"]);
        }
        else if (ending.Contains(choices.Tree.Root.Id))
        {
            errors.AddModelError(nameof(form.Ending), texts["ObstacleIsTheAgency"]);
        }
        else if (form.Unit is { } into && ending.Contains(into))
        {
            errors.AddModelError(nameof(form.UnitId), texts["ObstacleIntoItself"]);
        }

        return ending;
    }

    private async Task<IReadOnlyList<Guid>> PeopleOfAsync(
        RestructurePlan plan,
        StepForm form,
        ModelStateDictionary errors,
        CancellationToken cancellationToken
    )
    {
        var read = await reading.ReadAsync(plan, cancellationToken, form.Unit);
        var inUnit = read.Outcome.Moves.PeopleIn(form.Unit!.Value, plan.On).ToHashSet();
        string[] numbers =
        [
            .. (form.Numbers ?? "")
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Distinct(),
        ];
        var rows = await database
            .Placements.Believed()
            .Where(placement =>
                placement.AgencyId == plan.AgencyId
                && placement.EmployeeNumber != null
                && numbers.Contains(placement.EmployeeNumber)
            )
            .Select(placement => new { placement.EmployeeNumber, placement.PersonId })
            .ToListAsync(cancellationToken);
        var byNumber = rows.Where(row => inUnit.Contains(row.PersonId))
            .ToLookup(row => row.EmployeeNumber, row => row.PersonId);
        string[] unknown = [.. numbers.Where(number => !byNumber.Contains(number))];
        if (unknown.Length > 0)
        {
            errors.AddModelError(
                nameof(form.Numbers),
                texts["NumbersUnknown", string.Join(", ", unknown.Take(ListLength))]
            );
        }

        var people = form
            .PersonIds.Where(inUnit.Contains)
            .Concat(numbers.SelectMany(number => byNumber[number]))
            .Distinct()
            .ToList();
        if (people.Count == 0 && unknown.Length == 0)
        {
            errors.AddModelError(nameof(form.PersonIds), texts["PeopleMissing"]);
        }

        return people;
    }

    private static StepChoices Units(UnitTree tree, StepForm form)
    {
        var words = SearchWords.Of(form.Find?.Trim() ?? "");
        var found = tree
            .InOrder.Skip(1)
            .Where(node =>
                form.Ending.Contains(node.Id)
                || SearchWords.Of(node.Name).Contains(words, StringComparison.Ordinal)
            )
            .Select(node => new Tickable(
                node.Id,
                node.Name,
                node.Depth > 1 ? tree.PathOf(node) : "",
                form.Ending.Contains(node.Id)
            ))
            .OrderByDescending(node => node.IsTicked)
            .ToList();
        var listed = ListLength + form.Ending.Count;
        return new(tree, [.. found.Take(listed)], found.Count > listed);
    }

    private async Task<StepChoices> PeopleAsync(
        UnitTree tree,
        Guid[] people,
        StepForm form,
        CancellationToken cancellationToken
    )
    {
        var words = SearchWords.Of(form.Find?.Trim() ?? "");
        var ticked = form.PersonIds.Intersect(people).ToArray();
        var listed = ListLength + ticked.Length;
        var rows = await database
            .PersonNames.HoldingOn(clock.Today())
            .Where(name =>
                people.Contains(name.PersonId)
                && (ticked.Contains(name.PersonId) || name.FoundBy.Contains(words))
            )
            .OrderByDescending(name => ticked.Contains(name.PersonId))
            .ThenBy(name => name.FoundBy)
            .ThenBy(name => name.PersonId)
            .Take(listed + 1)
            .Select(name => new
            {
                name.PersonId,
                name.Name,
                Position = database
                    .Placements.Believed()
                    .Where(placement => placement.PersonId == name.PersonId)
                    .OrderByDescending(placement => placement.HoldsFrom)
                    .Select(placement => placement.Position)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new(
            tree,
            [
                .. rows.Take(listed)
                    .Select(row => new Tickable(
                        row.PersonId,
                        row.Name,
                        row.Position ?? "",
                        ticked.Contains(row.PersonId)
                    )),
            ],
            rows.Count > listed
        );
    }
}
