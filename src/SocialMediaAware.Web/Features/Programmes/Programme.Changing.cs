using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>What is done to a programme: its terms are drafted and taken, and it is launched, paused and ended.</summary>
public sealed partial class Programme
{
    /// <summary>Keeps terms that HR is working on. What holds stays as it is; a name that nobody has read yet follows at once.</summary>
    /// <exception cref="InvalidOperationException">The programme has ended.</exception>
    public void Propose(ProgrammeTerms draft)
    {
        if (EndedAt is not null)
        {
            throw new InvalidOperationException("What has ended is not changed any more.");
        }

        Draft = draft;
        if (LaunchedAt is null)
        {
            (Name, Summary) = (draft.Name, draft.Summary);
        }

        Revision++;
    }

    /// <summary>Drops the terms that HR was working on.</summary>
    public void DropDraft()
    {
        Draft = null;
        Revision++;
    }

    /// <summary>Has these terms hold from now on. What people have signed stays what it was.</summary>
    /// <exception cref="ArgumentException">Without a module, or without a statement for any kind of person.</exception>
    /// <exception cref="InvalidOperationException">The programme has ended.</exception>
    public void Adopt(ProgrammeTerms terms)
    {
        if (EndedAt is not null)
        {
            throw new InvalidOperationException("What has ended is not changed any more.");
        }

        Take(terms);
        Draft = null;
        Revision++;
    }

    /// <summary>Launches it, once the agency has confirmed each of its modules as its rule in force.</summary>
    /// <returns>The modules that are not confirmed yet; empty when it was launched.</returns>
    public IReadOnlyList<string> Launch(
        IReadOnlySet<string> confirmedModuleSlugs,
        DateTimeOffset at
    )
    {
        string[] missing =
        [
            .. Modules
                .Select(module => module.ModuleSlug)
                .Where(slug => !confirmedModuleSlugs.Contains(slug)),
        ];
        if (missing.Length == 0)
        {
            LaunchedAt ??= at;
            Revision++;
        }

        return missing;
    }

    /// <summary>Has it stand still from a day on. It must be running.</summary>
    /// <exception cref="InvalidOperationException">It is not running.</exception>
    public ProgrammePause Pause(DateOnly from, Guid byAccountId, DateTimeOffset at)
    {
        if (Standing is not ProgrammeStanding.Running)
        {
            throw new InvalidOperationException("Only what is running can be paused.");
        }

        var pause = new ProgrammePause(this, from, byAccountId, at);
        Pauses.Add(pause);
        Revision++;
        return pause;
    }

    /// <summary>Has it go on from a day. It must be paused.</summary>
    /// <exception cref="InvalidOperationException">It is not paused.</exception>
    public void Resume(DateOnly from)
    {
        if (Standing is not ProgrammeStanding.Paused)
        {
            throw new InvalidOperationException("Only what is paused can go on.");
        }

        Pauses.Single(pause => pause.Until is null).End(from);
        Revision++;
    }

    /// <summary>Ends it. What is open is not asked any more at the next tick; what was signed stays.</summary>
    public void End(DateTimeOffset at)
    {
        EndedAt ??= at;
        Draft = null;
        Revision++;
    }

    private void Take(ProgrammeTerms terms)
    {
        if (terms.ModuleSlugs.Count == 0 || terms.Statements.Count == 0)
        {
            throw new ArgumentException(
                "A programme needs a module, and a statement for each kind of person.",
                nameof(terms)
            );
        }

        if (terms.Schedule.DueInWorkingDays < 1)
        {
            throw new ArgumentException(
                "A working day is the least that can be given.",
                nameof(terms)
            );
        }

        (Name, Summary) = (terms.Name, terms.Summary);
        (Audience, AudienceKinds) = (terms.Audience, [.. terms.Statements.Keys.Order()]);
        Window = Kind is ProgrammeKind.Yearly ? terms.Schedule.Window ?? YearlyWindow.Usual : null;
        DueInWorkingDays = terms.Schedule.DueInWorkingDays;
        DaysBeforeThePeriod = terms.Schedule.DaysBeforeThePeriod;
        (OpensOn, DueOn) =
            Kind is ProgrammeKind.OneOff ? (terms.Schedule.OpensOn, terms.Schedule.DueOn) : default;
        LatecomersOwe = terms.Schedule.LatecomersOwe;
        Reminders = terms.Reminders;
        ContactAccountId = terms.ContactAccountId;
        TakeModules(terms.ModuleSlugs);
        TakeStatements(terms.Statements);
    }

    private void TakeModules(IReadOnlyList<string> slugs)
    {
        foreach (var gone in Modules.Where(module => !slugs.Contains(module.ModuleSlug)).ToList())
        {
            Modules.Remove(gone);
        }

        foreach (var (order, slug) in slugs.Index())
        {
            if (Modules.FirstOrDefault(module => module.ModuleSlug == slug) is { } there)
            {
                there.Order = order;
            }
            else
            {
                Modules.Add(new ProgrammeModule(Id, order, slug));
            }
        }
    }

    private void TakeStatements(IReadOnlyDictionary<PersonKind, string> texts)
    {
        foreach (
            var gone in Statements.Where(statement => !texts.ContainsKey(statement.Kind)).ToList()
        )
        {
            Statements.Remove(gone);
        }

        foreach (var (kind, text) in texts)
        {
            if (Statements.FirstOrDefault(statement => statement.Kind == kind) is { } there)
            {
                there.Text = text;
            }
            else
            {
                Statements.Add(new ProgrammeStatement(Id, kind, text));
            }
        }
    }
}
