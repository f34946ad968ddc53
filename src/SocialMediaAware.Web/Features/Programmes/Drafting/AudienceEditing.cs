namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>How the groups of an audience are found and changed by their number.</summary>
internal static class AudienceEditing
{
    /// <summary>Stands for the number of a group that is not there yet.</summary>
    public const string New = "new";

    extension(ProgrammeAudience audience)
    {
        /// <summary>Whether it can have another group.</summary>
        public bool HasRoom => audience.Groups.Count < ProgrammeAudience.MostGroups;

        /// <summary>The group of a number, from 1; an empty one for <c>new</c>; null when there is none of the number.</summary>
        /// <param name="number">The number.</param>
        /// <param name="mayBeGone">Whether somebody else may have removed it meanwhile: it counts as empty then.</param>
        public AudienceGroup? Find(string number, bool mayBeGone) =>
            number == New ? new()
            : NumberField.Read(number) is not { } at || at < 1 || at > ProgrammeAudience.MostGroups
                ? null
            : at <= audience.Groups.Count ? audience.Groups[at - 1]
            : mayBeGone ? new()
            : null;

        /// <summary>The audience with a group in the place of a number, or at the end. A group that it has already is not added twice.</summary>
        public ProgrammeAudience With(string number, AudienceGroup group)
        {
            if (NumberField.Read(number) is { } place && place <= audience.Groups.Count)
            {
                return new()
                {
                    Groups =
                    [
                        .. audience.Groups.Select((one, at) => at + 1 == place ? group : one),
                    ],
                };
            }

            var alone = TextOf(group);
            return audience.Groups.Any(one => TextOf(one) == alone)
                ? audience
                : new() { Groups = [.. audience.Groups, group] };
        }
    }

    private static string TextOf(AudienceGroup group) =>
        ProgrammeTerms.TextOf(new ProgrammeAudience { Groups = [group] });
}
