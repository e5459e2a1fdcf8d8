using System.Globalization;

namespace PactKit.Matching.Rules;

/// <summary>The status is in a class of statuses or, where none is named, one of a list.</summary>
internal sealed class StatusCodeCheck(string? name, IReadOnlyList<int> codes) : RuleCheck
{
    private readonly (int From, int To, string Text) _class = name?.ToUpperInvariant() switch
    {
        "INFO" => (100, 199, "an Informational response (100–199)"),
        "REDIRECT" => (300, 399, "a Redirect (300–399)"),
        "CLIENTERROR" => (400, 499, "a Client error (400–499)"),
        "SERVERERROR" => (500, 599, "a Server error (500–599)"),
        "NONERROR" => (int.MinValue, 399, "a Non-error response (< 400)"),
        "ERROR" => (400, int.MaxValue, "an Error response (>= 400)"),
        "SUCCESS" => (200, 299, "a Successful response (200–299)"),
        _ => (0, -1, $"of the class '{name}', which is none: expected info, success, redirect, clientError, serverError, nonError or error"),
    };

    public override string Name => "statusCode";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (!int.TryParse(actual.Content, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            return $"Expected {actual.Typed} to be a status code";
        if (name is null) return codes.Contains(status) ? null : Failure(status, $"one of {string.Join(", ", codes)}");
        return status >= _class.From && status <= _class.To ? null : Failure(status, _class.Text);
    }

    private static string Failure(int status, string wanted) =>
        string.Create(CultureInfo.InvariantCulture, $"Expected status code {status} to be {wanted}");
}
