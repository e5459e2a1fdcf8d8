using System.Text.RegularExpressions;

namespace PactKit.Broker.Pacticipants;

/// <summary>A readable name made from a technical one: <c>my-service</c> becomes <c>My Service</c>. Also used for environments.</summary>
internal static partial class DisplayName
{
    public static string From(string name)
    {
        var spaced = AcronymBeforeWord().Replace(name, "$1 $2");
        spaced = LowerBeforeUpper().Replace(spaced, "$1 $2");
        spaced = Separator().Replace(spaced, "$1 ");
        var words = spaced.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => char.IsAsciiLetterLower(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word));
    }

    [GeneratedRegex("([A-Z])([A-Z][a-z])", RegexOptions.None, 1000)]
    private static partial Regex AcronymBeforeWord();

    [GeneratedRegex(@"([a-z\d])([A-Z]\S)", RegexOptions.None, 1000)]
    private static partial Regex LowerBeforeUpper();

    [GeneratedRegex(@"(\S)[-_\s.](?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Separator();
}
