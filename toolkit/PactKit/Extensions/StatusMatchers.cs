using System.Globalization;

namespace PactKit;

/// <summary>Makes matchers for statuses.</summary>
internal static class StatusMatchers
{
    public const string Rule = "statusCode";

    public static RuleMatcher Of(StatusClass status, int? example)
    {
        var (name, first, last) = status switch
        {
            StatusClass.Information => ("info", 100, 199),
            StatusClass.Success => ("success", 200, 299),
            StatusClass.Redirect => ("redirect", 300, 399),
            StatusClass.ClientError => ("clientError", 400, 499),
            StatusClass.ServerError => ("serverError", 500, 599),
            StatusClass.NonError => ("nonError", 100, 399),
            StatusClass.Error => ("error", 400, 599),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Use one of the members of StatusClass."),
        };
        if (example is { } given && (given < first || given > last))
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{given} is no status of the class {status}: use one from {first} to {last}.");
            throw new ArgumentException(text, nameof(example));
        }

        // 200 is what a mock server answers with when nobody says anything.
        return new RuleMatcher(Rule, example ?? (status == StatusClass.NonError ? 200 : first)).With("status", name);
    }

    public static RuleMatcher Of(int[] codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Length == 0) throw new ArgumentException("Give at least one status.", nameof(codes));
        return new RuleMatcher(Rule, codes[0]).With("status", codes);
    }
}
