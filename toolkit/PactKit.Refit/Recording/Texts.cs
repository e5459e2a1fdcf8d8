namespace PactKit.Recording;

/// <summary>Other texts for a text.</summary>
internal static class Texts
{
    /// <summary>One of equal letters (of equal digits for a number), and one of the same shape for clients that look at what they send.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var alphabet = text.Length > 0 && text.All(char.IsAsciiDigit) ? "23456" : "xyzwv";
        var plain = new string(alphabet.First(letter => !Begins(text, letter) && !Ends(text, letter)), Math.Max(1, text.Length));
        return [plain, string.Concat(text.Select(Shifted))];
    }

    private static bool Begins(string text, char letter) => text.Length > 0 && char.ToLowerInvariant(text[0]) == letter;

    private static bool Ends(string text, char letter) => text.Length > 0 && char.ToLowerInvariant(text[^1]) == letter;

    private static char Shifted(char c) => c switch
    {
        'z' => 'a',
        'Z' => 'A',
        '9' => '1',
        _ when char.IsAsciiLetterOrDigit(c) => (char)(c + 1),
        _ => c,
    };
}
