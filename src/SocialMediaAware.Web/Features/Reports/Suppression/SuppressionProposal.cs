namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Proposes what to hide, so that no small number can be worked out: from totals, complements and percentages, nor by subtracting one
/// release from another. Each small number is shown to be safe by another table of whole numbers that says the same to readers in
/// everything they are told, and in which it has another value. What is hidden beside the small numbers is what such a table moves.
/// </summary>
public static class SuppressionProposal
{
    // Cheap proofs first: most small numbers have a small neighbour in each of their sums.
    private const int StepsAtFirst = 60;
    private const int StepsAmongHidden = 300;
    private const int StepsToHide = 2000;
    private const int StepsAround = 8000;

    // How far rings go, in numbers: further away nothing helps, and it would hide a whole agency for one number.
    private const int MostAround = 1500;

    // What is searched at most for the cheapest ways; after that all around a number is hidden instead.
    private const int StepsToHideAll = 2_000_000;

    // What is tried at most to show something again: enough for all of some thousand cells, and seconds for a whole agency.
    private const int StepsToShowAgain = 100_000;

    /// <summary>What should be hidden in this release; a person decides.</summary>
    /// <param name="release">What would be released.</param>
    /// <param name="earlier">What readers already have.</param>
    /// <param name="threshold">The lowest count, in people, that need not be hidden for itself.</param>
    /// <exception cref="ArgumentException">A sum does not add up, or a count is missing that does not follow from a sum.</exception>
    public static IReadOnlyList<ProposedSuppression> For(
        Release release,
        IReadOnlyList<EarlierRelease> earlier,
        int threshold = 5
    )
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(earlier);
        var knowledge = ReaderKnowledge.Of(release, null, earlier, threshold);
        var protection = new Protection(knowledge);
        var because = Hide(protection);
        ShowAgain(protection, because);
        var small = Small(release, threshold);
        var cells = release
            .Cells.Where(cell => small.Contains(cell.Key))
            .Select(cell => new ProposedSuppression(cell.Key, SuppressionReason.Small, null))
            .Concat(because.Values)
            .ToList();
        return [.. cells, .. Rates(release, [.. cells.Select(cell => cell.Key)])];
    }

    /// <summary>Hides, for each sensitive number in turn, the least that keeps it from being worked out.</summary>
    private static Dictionary<Number, ProposedSuppression> Hide(Protection protection)
    {
        var because = new Dictionary<Number, ProposedSuppression>();
        var open = protection
            .Sensitive.Where(number => !protection.Protect(number, StepsAtFirst))
            .ToList();
        foreach (var number in open)
        {
            while (
                !protection.IsSafe(number)
                && protection.Steps < StepsToHideAll
                && protection.Cheapest(number, StepsToHide) is { } table
            )
            {
                foreach (var hide in table.ToHide.ToList())
                {
                    because[hide] = new(hide.Key, Reason(hide, number, table), number.Key);
                }

                foreach (var hide in because.Keys)
                {
                    hide.IsTold = false;
                }

                protection.Keep(table);
            }

            if (!protection.IsSafe(number))
            {
                HideAround(number, protection, because);
            }
        }

        return because;
    }

    /// <summary>
    /// Where no single way is found: hides ring after ring around the number, until it is safe; in the end all that hangs together with
    /// it, or where that would be a whole agency, all that is near. Only what readers know for certain whatever is hidden, because they were told it before, is left as it is; that, and what
    /// is not proven to be safe even then, is what <see cref="Disclosure"/> names.
    /// </summary>
    private static void HideAround(
        Number number,
        Protection protection,
        Dictionary<Number, ProposedSuppression> because
    )
    {
        var known = protection.Through(number, mayHide: true, StepsToHide);
        if (known is { Table: null, IsSure: true })
        {
            return;
        }

        var reached = new HashSet<Number> { number };
        for (
            var ring = reached.ToList();
            ring.Count > 0 && reached.Count < MostAround && !protection.IsSafe(number);

        )
        {
            ring =
            [
                .. ring.SelectMany(one => one.In)
                    .SelectMany(one => one.Equation.Terms)
                    .Select(term => term.Number)
                    .Where(one => (!one.IsTold || one.CanBeHidden) && reached.Add(one)),
            ];
            foreach (var hide in ring.Where(one => one.IsTold))
            {
                var isOfThisRelease = number.IsOfNow && number.Since is null;
                var reason = isOfThisRelease
                    ? SuppressionReason.Complement
                    : SuppressionReason.EarlierRelease;
                because[hide] = new(hide.Key, reason, number.Key);
                hide.IsTold = false;
            }

            if (
                !protection.Protect(number, StepsAround)
                && protection.Through(number, mayHide: false, StepsAround).Table is { } table
            )
            {
                protection.Keep(table);
            }
        }
    }

    /// <summary>Shows again what turned out not to be needed, the biggest first.</summary>
    private static void ShowAgain(
        Protection protection,
        Dictionary<Number, ProposedSuppression> because
    )
    {
        // What is not proven to be safe stays hidden with all that was hidden for it.
        var unproven = protection
            .Sensitive.Where(number => !protection.IsSafe(number))
            .Select(number => number.Key)
            .ToHashSet();
        var most = protection.Steps + StepsToShowAgain;
        foreach (
            var number in because
                .Keys.Where(number => !unproven.Contains(because[number].Because!))
                .OrderByDescending(number => number.Weight)
                .ToList()
        )
        {
            if (protection.Steps > most)
            {
                return;
            }

            var safe = protection.ProtectedBy(number).Where(protection.IsSafe).ToList();
            number.IsTold = true;
            if (safe.TrueForAll(one => protection.Protect(one, StepsAmongHidden)))
            {
                because.Remove(number);
            }
            else
            {
                number.IsTold = false;
            }
        }
    }

    private static SuppressionReason Reason(Number hide, Number number, OtherTable table)
    {
        var isOfThisRelease =
            number.IsOfNow
            && hide.In.Exists(one =>
                !one.Equation.IsEarlier
                && one.Equation.Terms.Any(term =>
                    term.Number != hide && table.Values.ContainsKey(term.Number)
                )
            );
        return isOfThisRelease ? SuppressionReason.Complement : SuppressionReason.EarlierRelease;
    }

    private static HashSet<string> Small(Release release, int threshold) =>
        SmallCounts.Of(KnownCounts.Of(release), release.Sums, threshold);

    /// <summary>A percentage that is printed apart goes with either of its counts.</summary>
    private static IEnumerable<ProposedSuppression> Rates(
        Release release,
        HashSet<string> hidden
    ) =>
        release
            .Rates.Where(rate => rate.StandsAlone)
            .Select(rate =>
                (
                    rate.Key,
                    Because: hidden.Contains(rate.Numerator) ? rate.Numerator
                    : hidden.Contains(rate.Denominator) ? rate.Denominator
                    : null
                )
            )
            .Where(rate => rate.Because is not null)
            .DistinctBy(rate => rate.Key)
            .Select(rate => new ProposedSuppression(
                rate.Key,
                SuppressionReason.Complement,
                rate.Because
            ));
}
