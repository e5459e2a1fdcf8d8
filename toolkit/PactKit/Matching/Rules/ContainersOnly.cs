namespace PactKit.Matching.Rules;

/// <summary>What rules about the inside of lists and maps say of a scalar: in JSON nothing; in a text, which has no inside, that they cannot apply.</summary>
internal static class ContainersOnly
{
    public static string? Check(string rule, in Value actual, bool cascaded) =>
        cascaded || !actual.IsText ? null : $"Unable to match {actual.Shown} using the {rule} rule: it applies to lists and maps";
}
