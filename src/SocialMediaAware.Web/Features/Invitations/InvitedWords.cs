using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>Says in a sentence or two what came of inviting people.</summary>
internal static class InvitedWords
{
    public static string Said(
        this IStringLocalizer<InvitationsTexts> texts,
        InvitedCounts counts
    ) =>
        string.Join(
            ' ',
            new[]
            {
                ("Invited", counts.Invited),
                ("NotReached", counts.NotReached),
                ("Taken", counts.AddressTaken),
                ("AlreadyIn", counts.AlreadyIn),
            }
                .Where(part => part.Item2 > 0 || part.Item1 == "Invited")
                .Select(part =>
                    part.Item2 switch
                    {
                        0 => texts[$"{part.Item1}-0"].Value,
                        1 => texts[$"{part.Item1}-1"].Value,
                        _ => texts[
                            $"{part.Item1}-n",
                            part.Item2.ToString("N0", CultureInfo.InvariantCulture)
                        ].Value,
                    }
                )
        );
}
