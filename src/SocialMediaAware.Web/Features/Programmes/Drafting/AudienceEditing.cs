namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>How the groups of an audience are found and changed by their number.</summary>
internal static class AudienceEditing
{
    private const string New = "new";

    extension(ProgrammeAudience audience)
    {
        /// <summary>Whether it can have another group.</summary>
        public bool HasRoom => audience.Groups.Count < ProgrammeAudience.MostGroups;

        /// <summary>The group of a number, from 1; an empty one for <c>new</c>; null when there is none of the number.</summary>
        public AudienceGroup? Find(string number) =>
            number == New ? new()
            : NumberField.Read(number) is { } at && at >= 1 && at <= audience.Groups.Count
                ? audience.Groups[at - 1]
            : null;

        /// <summary>The audience with a group in the place of a number, or at the end. A group that it has already is not added twice.</summary>
        public ProgrammeAudience With(string number, AudienceGroup group)
        {
            if (number != New)
            {
                var place = NumberField.Read(number);
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
