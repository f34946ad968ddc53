namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Looks for another table, cheapest first: it moves one number, and mends each sum that is broken by it with one more number, until
/// all sums hold again. What is told must not move; hiding it has a price. What it finds is right, always; when it finds nothing
/// within its steps, that says nothing.
/// </summary>
internal sealed class OtherTables
{
    // What a hidden number more costs: little, so that short ways are found first.
    private const int PriceOfMoving = 10;

    // What a broken sum is guessed to cost more: as much as is needed to find cheap ways first, or to get through at all.
    private const int GuessToHide = 300;
    private const int GuessToGetThrough = 20_000;
    private const int GuessAmongHidden = 3 * PriceOfMoving;

    // Who takes more steps than these wants to get through by all means.
    private const int StepsToGetThrough = 500;

    private readonly PriorityQueue<Step, (long Price, long Order)> open = new();
    private long order;
    private int guess;

    /// <summary>How many steps were taken so far: what the work cost, whatever the machine.</summary>
    public long Steps { get; private set; }

    /// <summary>Another table in which the number has another value.</summary>
    /// <param name="number">The number to move.</param>
    /// <param name="values">The values to try.</param>
    /// <param name="mayHide">Whether cells that are told may be hidden for it.</param>
    /// <param name="steps">How many steps to take at most.</param>
    public OtherTable? Find(Number number, IReadOnlyList<long> values, bool mayHide, int steps)
    {
        guess = mayHide ? GuessToHide : GuessAmongHidden;
        var found = Search(number, values, mayHide, steps);
        if (found is null && (mayHide || steps > StepsToGetThrough))
        {
            guess = GuessToGetThrough;
            found = Search(number, values, mayHide, steps);
        }

        return found;
    }

    private OtherTable? Search(Number number, IReadOnlyList<long> values, bool mayHide, int steps)
    {
        open.Clear();
        foreach (var value in values)
        {
            Move(null, number, value - number.Truth, []);
        }

        while (steps-- > 0 && open.TryDequeue(out var step, out _))
        {
            Steps++;
            if (step.Broken.Length == 0)
            {
                return step.ToTable();
            }

            Mend(step, mayHide);
        }

        return null;
    }

    /// <summary>Mends the sum that leaves the fewest choices, in every way.</summary>
    private void Mend(Step step, bool mayHide)
    {
        List<Term>? fewest = null;
        var amount = 0L;
        foreach (var (equation, by) in step.Broken)
        {
            var choices = Choices(step, equation, by, mayHide, fewest?.Count ?? int.MaxValue);
            if (choices is not null)
            {
                fewest = choices;
                amount = by;
            }
        }

        foreach (var choice in fewest!)
        {
            Move(step, choice.Number, -amount / choice.Factor, step.Broken);
        }
    }

    /// <summary>The numbers that can mend a sum alone; null when there are not fewer of them than elsewhere.</summary>
    private static List<Term>? Choices(
        Step step,
        Equation equation,
        long by,
        bool mayHide,
        int fewerThan
    )
    {
        var choices = new List<Term>();
        foreach (var term in equation.Terms)
        {
            var number = term.Number;
            if (
                (number.IsTold && !(mayHide && number.CanBeHidden))
                || by % term.Factor != 0
                || !number.Allows(number.Truth - (by / term.Factor))
                || step.HasMoved(number)
            )
            {
                continue;
            }

            choices.Add(term);
            if (choices.Count >= fewerThan)
            {
                return null;
            }
        }

        return choices;
    }

    private void Move(Step? from, Number number, long by, (Equation, long)[] broken)
    {
        var now = new List<(Equation Equation, long By)>(broken.Length + number.In.Count);
        now.AddRange(broken);
        foreach (var (equation, factor) in number.In)
        {
            var at = now.FindIndex(one => one.Equation == equation);
            if (at < 0)
            {
                now.Add((equation, factor * by));
            }
            else if (now[at].By + (factor * by) is var left && left != 0)
            {
                now[at] = (equation, left);
            }
            else
            {
                now.RemoveAt(at);
            }
        }

        var price = (from?.Price ?? 0) + (number.IsTold ? number.Weight : PriceOfMoving);
        open.Enqueue(
            new Step(from, number, by, [.. now], price),
            (price + (guess * now.Count), --order)
        );
    }

    /// <summary>A table on the way: some numbers moved, some sums broken, each by so much.</summary>
    private sealed record Step(
        Step? From,
        Number Number,
        long By,
        (Equation Equation, long By)[] Broken,
        long Price
    )
    {
        public bool HasMoved(Number number)
        {
            for (var step = this; step is not null; step = step.From)
            {
                if (step.Number == number)
                {
                    return true;
                }
            }

            return false;
        }

        public OtherTable ToTable()
        {
            var values = new Dictionary<Number, long>();
            for (var step = this; step is not null; step = step.From)
            {
                values[step.Number] = step.Number.Truth + step.By;
            }

            return new OtherTable(values);
        }
    }
}
