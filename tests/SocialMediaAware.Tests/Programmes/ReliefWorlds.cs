using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>Random exemptions and extensions for the properties of plans.</summary>
internal static class ReliefWorlds
{
    /// <summary>One of four people.</summary>
    public static Gen<Guid> Person =>
        Gen.Choose(1, 4).Select(number => new Guid(number, 0, 0, new byte[8]));

    public static Gen<IReadOnlyCollection<PlannedExemption>> Exemptions(Gen<DateOnly> day) =>
        (
            from who in Person
            from starts in day
            from length in Gen.Choose(1, 60)
            from believed in Gen.Elements(true, true, false)
            select new PlannedExemption(who, starts, starts.AddDays(length), believed)
        )
            .ListOf()
            .Select(some => (IReadOnlyCollection<PlannedExemption>)[.. some]);

    public static Gen<IReadOnlyCollection<PlannedExtension>> Extensions(Gen<DateOnly> day) =>
        (
            from who in Person
            from isForAll in Gen.Elements(true, false)
            from given in day
            from dueFrom in day
            from length in Gen.Choose(1, 60)
            from takenBackAfter in Gen.Frequency((2, Gen.Constant(-1)), (1, Gen.Choose(0, 60)))
            select new PlannedExtension(given, dueFrom, dueFrom.AddDays(length))
            {
                PersonId = isForAll ? null : who,
                TakenBackOn = takenBackAfter < 0 ? null : given.AddDays(takenBackAfter),
            }
        )
            .ListOf()
            .Select(some => (IReadOnlyCollection<PlannedExtension>)[.. some]);
}
