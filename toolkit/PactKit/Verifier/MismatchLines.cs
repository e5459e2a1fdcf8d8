using PactKit.Matching;

namespace PactKit.Verifier;

internal static class MismatchLines
{
    public static string Of(Mismatch mismatch, string indent)
    {
        var text = mismatch is BodyMismatch body ? $"{body.Path} -> {body.Description}" : mismatch.Description;
        return $"{indent}- {text.Replace("\n", "\n" + indent + "  ", StringComparison.Ordinal)}\n";
    }
}
