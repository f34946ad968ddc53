using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A fact that was about to be unlearnt had been unlearnt already: somebody else was quicker.</summary>
public sealed class FactsChangedException() : Exception("What is held on people has changed.");

/// <summary>Saves what an import brings, batch by batch inside the caller's transaction.</summary>
public sealed class SavingImport(PortalDbContext database)
{
    private const int WritesInABatch = 8000;
    private const int RowsInAStatement = 1000;

    // What is named by others comes before them.
    private static readonly Type[] Order =
    [
        typeof(PeopleChange),
        typeof(PersonName),
        typeof(Placement),
        typeof(Leadership),
        typeof(PersonFlag),
        typeof(Leave),
    ];

    /// <summary>Saves it.</summary>
    /// <param name="plan">What the import does.</param>
    /// <param name="change">The act that its facts name.</param>
    /// <param name="tell">Is told of each person.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="FactsChangedException">Somebody else changed a fact meanwhile.</exception>
    public async Task SaveAsync(
        ImportPlan plan,
        PeopleChange change,
        Action<PersonPlan> tell,
        CancellationToken cancellationToken
    )
    {
        await database.InsertAsync(typeof(PeopleChange), [change], cancellationToken);
        // All of them first: anybody can be named as anybody's leader.
        foreach (var some in plan.NewPeople.Chunk(WritesInABatch))
        {
            await database.InsertAsync(typeof(Person), some, cancellationToken);
        }

        var writes = new ImportWrites(change);
        foreach (var person in plan.Walk(writes))
        {
            tell(person);
            if (writes.Count >= WritesInABatch)
            {
                await SaveAsync(writes, cancellationToken);
            }
        }

        await SaveAsync(writes, cancellationToken);
    }

    private async Task SaveAsync(ImportWrites writes, CancellationToken cancellationToken)
    {
        await UnlearnAsync<PersonName>(writes, cancellationToken);
        await UnlearnAsync<Placement>(writes, cancellationToken);
        await UnlearnAsync<Leadership>(writes, cancellationToken);
        await UnlearnAsync<PersonFlag>(writes, cancellationToken);
        await UnlearnAsync<Leave>(writes, cancellationToken);
        foreach (var type in Order)
        {
            if (writes.Added.TryGetValue(type, out var rows))
            {
                await database.InsertAsync(type, rows, cancellationToken);
            }
        }

        await ReaddressAsync(writes, cancellationToken);
        writes.Clear();
    }

    private async Task UnlearnAsync<TFact>(ImportWrites writes, CancellationToken cancellationToken)
        where TFact : class, IFact
    {
        foreach (
            var some in writes.Unlearnt.GetValueOrDefault(typeof(TFact), []).Chunk(RowsInAStatement)
        )
        {
            DateTimeOffset? at = writes.Change.At;
            Guid? changeId = writes.Change.Id;
            var count = await database
                .Set<TFact>()
                .Where(fact => EF.Parameter(some).Contains(EF.Property<Guid>(fact, "Id")))
                .Where(fact => EF.Property<DateTimeOffset?>(fact, "UnlearntAt") == null)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(
                                fact => EF.Property<DateTimeOffset?>(fact, "UnlearntAt"),
                                at
                            )
                            .SetProperty(
                                fact => EF.Property<Guid?>(fact, "UnlearntInId"),
                                changeId
                            ),
                    cancellationToken
                );
            if (count != some.Length)
            {
                throw new FactsChangedException();
            }
        }
    }

    private async Task ReaddressAsync(ImportWrites writes, CancellationToken cancellationToken)
    {
        foreach (var some in writes.Readdressed.Chunk(RowsInAStatement))
        {
            var ids = some.Select(one => one.PersonId).ToArray();
            var people = await database
                .People.Where(person => EF.Parameter(ids).Contains(person.Id))
                .ToDictionaryAsync(person => person.Id, cancellationToken);
            foreach (var (personId, email, zone) in some)
            {
                people[personId].TakeAddress(email);
                people[personId].LiveIn(zone);
            }

            await database.SaveChangesAsync(cancellationToken);
            // The import itself stays tracked.
            foreach (var person in people.Values)
            {
                database.Entry(person).State = EntityState.Detached;
            }
        }
    }
}
