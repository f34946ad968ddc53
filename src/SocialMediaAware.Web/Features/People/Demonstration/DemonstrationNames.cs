using System.Globalization;
using System.Text;
using Bogus;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>Makes names up, never the same one twice: common given and family names, put together by chance.</summary>
internal sealed class DemonstrationNames(Randomizer random)
{
    private static readonly string[] Given =
    [
        .. "Aroha Mere Hana Wiremu Tāne Rāwiri Manaia Tūī Mārama Pāora Whetū Ānaru Kiri Hinemoa Tama".Split(
            ' '
        ),
        .. "Priya Arjun Anjali Kiran Meera Dev Mei Jun Xiu Haneul Linh Minh Sokha Chanda Kavinda Nimal".Split(
            ' '
        ),
        .. "Sina Sefo Mele Losa Fetu Ana Semisi Tevita Lupe Malia Ioane Salote".Split(' '),
        .. "Thomas Charlotte Emily Hugh Fiona Bronwyn Niamh Stuart Alison Callum Zoë Renée Heather".Split(
            ' '
        ),
        .. "Amina Yusuf Fatima Nadia Farid Elena Mateo Ingrid Ewa Selam Abebe Tomasz".Split(' '),
    ];

    private static readonly string[] Family =
    [
        .. "Tāmihana Hēnare Paewai Rangihuna Waaka Hōhepa Mātāmua Te|Whata Kōpua Tūroa Wīhapi Rāpana".Split(
            ' '
        ),
        .. "Nair Iyer Reddy Menon Kulkarni Cheng Zhang Liang Baek Pham Sok Fernando Jayawardena".Split(
            ' '
        ),
        .. "Leota Taufa Vaipulu Seumanu Tofilau Havili Matagi Lolohea Penitani".Split(' '),
        .. "O’Connor O’Neill D’Angelo MacIntyre Stanhope Harrow Thornbury Kettlewell Ainsley Birchall Holloway".Split(
            ' '
        ),
        .. "Rahimi Karimi Novák Kowalski Moreau Castellano Hailu Tadesse Abdi Petrov Whitlock-Rangi".Split(
            ' '
        ),
    ];

    private readonly HashSet<string> used =
    [
        .. DemonstrationCast.All.Select(member => member.Name),
    ];

    /// <summary>A name that nobody has yet.</summary>
    public string Next()
    {
        string name;
        do
        {
            name = $"{random.ArrayElement(Given)} {random.ArrayElement(Family).Replace('|', ' ')}";
        } while (!used.Add(name));

        return name;
    }

    /// <summary>The address of a name at an agency: plain letters, under a domain that can never be anybody's (RFC 2606).</summary>
    public static string AddressOf(string name, string agencySlug)
    {
        var letters = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character) || character == '-')
            {
                letters.Append(char.ToLower(character, CultureInfo.InvariantCulture));
            }
            else if (character == ' ')
            {
                letters.Append('.');
            }
        }

        return $"{letters}@{agencySlug}.example";
    }
}
