using System.Text;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>
/// Te reo Māori words that the content uses. The spelling of a listed word without its macron is reported; so only
/// words are listed whose bare spelling is no word or name of its own.
/// </summary>
internal sealed partial class TeReoWords
{
    /// <summary>Where content owners add words.</summary>
    public const string FilePath = "te-reo.yml";

    private static readonly string[] WithMacron =
    [
        .. "Māori Māoritanga Kāinga whānau kōrero tēnā tēnei tūmatanui rāngai mātāwaka manatū tauākī whānui".Split(
            ' '
        ),
        .. "wānanga rōpū rūnanga pōwhiri Pākehā mātauranga hapū kaumātua tūpuna tīpuna tātou mātou".Split(
            ' '
        ),
        .. "kāwanatanga whāngai tūrangawaewae mōrena whakataukī ngā pānui pūtea pōtitanga ārahitanga".Split(
            ' '
        ),
        .. "Pōneke Ōtautahi Whangārei Taupō hīkoi pātai".Split(' '),
    ];

    private static readonly string[] WithoutMacron =
    [
        .. "Aotearoa ako aroha Atamai awa haka hauora hui iwi kai kaiako kaimahi kaitiaki kaitiakitanga".Split(
            ' '
        ),
        .. "karakia kaupapa kete kia koha kotahi kuia kura mahi mana manaakitanga marae Matariki maunga".Split(
            ' '
        ),
        .. "mauri mihi moana mokopuna ora oranga rangatahi rangatira rangatiratanga reo rohe taiao".Split(
            ' '
        ),
        .. "tahi tamariki tangata taonga tautoko te tikanga tiriti waiata wairua whakapapa".Split(
            ' '
        ),
        .. "whanaungatanga wharenui whenua".Split(' '),
    ];

    private readonly Dictionary<string, string> _rightByBare = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    public TeReoWords(IEnumerable<string> addedByContentOwners)
    {
        foreach (var word in WithMacron.Concat(WithoutMacron).Concat(addedByContentOwners))
        {
            var composed = word.Normalize(NormalizationForm.FormC);
            _words.Add(composed);
            if (Bare(composed) is var bare && bare != composed)
            {
                _rightByBare[bare] = composed;
            }
        }
    }

    /// <summary>Whether all words of an expression are te reo Māori.</summary>
    public bool Includes(string expression)
    {
        var words = Word().Matches(expression.Normalize(NormalizationForm.FormC));
        return words.Count > 0
            && words.All(word => _words.Contains(word.Value) || Bare(word.Value) != word.Value);
    }

    /// <summary>Where te reo Māori stands in a text: word after word, with nothing but spaces between.</summary>
    public IReadOnlyList<(int Start, int Length)> RunsIn(string text)
    {
        var runs = new List<(int Start, int Length)>();
        // The names of places are no words: {{agency}}.
        foreach (Match word in WordOrPlace().Matches(text))
        {
            if (word.Value[0] == '{' || !Includes(word.Value))
            {
                continue;
            }

            var end = word.Index + word.Length;
            if (
                runs.Count > 0
                && runs[^1] is var last
                && string.IsNullOrWhiteSpace(text[(last.Start + last.Length)..word.Index])
            )
            {
                runs[^1] = (last.Start, end - last.Start);
            }
            else
            {
                runs.Add((word.Index, word.Length));
            }
        }

        return runs;
    }

    /// <summary>The words of a text that lack their macron, each with its right spelling.</summary>
    public IEnumerable<(string Wrong, string Right)> MissingMacrons(string text)
    {
        foreach (
            Match word in Word()
                .Matches(Address().Replace(text, " ").Normalize(NormalizationForm.FormC))
        )
        {
            if (_rightByBare.TryGetValue(word.Value, out var right))
            {
                yield return (word.Value, WithCaseOf(word.Value, right));
            }
        }
    }

    private static string WithCaseOf(string model, string word) =>
        model.Length > 1 && model.All(char.IsUpper) ? word.ToUpperInvariant()
        : char.IsUpper(model[0]) ? char.ToUpperInvariant(word[0]) + word[1..]
        : word;

    private static string Bare(string word) =>
        string.Concat(
                word.Normalize(NormalizationForm.FormD).Where(static letter => letter != '\u0304')
            )
            .Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\{\{[^}]*\}\}|\p{L}+",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WordOrPlace();

    // Addresses, code and the targets of links are spelt as machines want them.
    [GeneratedRegex(
        @"\]\([^)\s]*|<[^>\s]*>|`[^`]*`|\{#[^}]*\}|[\w.+-]+@[\w.-]+|https?://\S+|\bwww\.\S+|[\w-]+(\.[\w-]+)*\.(nz|com|org|md)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
