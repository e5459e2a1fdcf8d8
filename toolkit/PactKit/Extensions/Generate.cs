using PactKit.Dates;
using PactNet.Matchers;

namespace PactKit;

/// <summary>
/// Values that are made anew each time the interaction is used: by the mock server in what it answers with, by the verifier in what it sends. Each
/// comes with the rule that fits it. Version 3 and later; a version 2 file keeps the example and the rule, with a warning.
/// </summary>
public static class Generate
{
    /// <summary>An integer between the bounds, both included.</summary>
    public static IMatcher Integer(int example, int min = 0, int max = 10)
    {
        if (min > max) throw new ArgumentException("The smallest value is above the greatest: swap min and max.", nameof(min));
        // Of its own, and not the limits of a type rule: both are called min and max.
        return Made("integer", example, "RandomInt").With("min", min).With("max", max);
    }

    /// <summary>A decimal number of so many digits.</summary>
    public static IMatcher Decimal(decimal example, int digits = 10) => Made("decimal", example, "RandomDecimal").With("digits", Count(digits, nameof(digits)));

    /// <summary>Hexadecimal digits.</summary>
    public static IMatcher Hexadecimal(string example, int digits = 10) =>
        Made("regex", example, "RandomHexadecimal").With("regex", "^[0-9a-fA-F]+$").With("digits", Count(digits, nameof(digits)));

    /// <summary>Letters and digits.</summary>
    public static IMatcher Text(string example, int size = 10) => Made("type", example, "RandomString").With("size", Count(size, nameof(size)));

    /// <summary>True or false.</summary>
    public static IMatcher Boolean(bool example) => Made("boolean", example, "RandomBoolean");

    /// <summary>A text that matches the regular expression.</summary>
    public static IMatcher Regex(string example, string regex)
    {
        ArgumentException.ThrowIfNullOrEmpty(regex);
        return Made("regex", example, "Regex").With("regex", regex);
    }

    /// <summary>A UUID in lower case with hyphens.</summary>
    public static IMatcher Guid(Guid example) =>
        Made("regex", example.ToString("D"), "Uuid").With("regex", ((RegexMatcher)Match.Guid(example)).Regex).With("format", "lower-case-hyphenated");

    /// <summary>The date of the day, or of one nearby.</summary>
    /// <param name="example">The example, in the format.</param>
    /// <param name="format">.NET format.</param>
    /// <param name="expression">Moves the date, as in <c>tomorrow</c> or <c>+ 1 week</c>; null for today.</param>
    /// <exception cref="ArgumentException">The format cannot be said in a pact file.</exception>
    public static IMatcher Date(string example, string format = "yyyy-MM-dd", string? expression = null) => Moment("date", "Date", example, format, expression);

    /// <summary>The time of day, or one nearby (<c>+ 1 hour</c>).</summary>
    /// <inheritdoc cref="Date(string, string, string?)"/>
    public static IMatcher Time(string example, string format = "HH:mm:ss", string? expression = null) => Moment("time", "Time", example, format, expression);

    /// <summary>Date and time of now, or of a moment nearby (<c>today @ + 1 hour</c>).</summary>
    /// <inheritdoc cref="Date(string, string, string?)"/>
    public static IMatcher DateTime(string example, string format = "yyyy-MM-ddTHH:mm:sszzz", string? expression = null) =>
        Moment("datetime", "DateTime", example, format, expression);

    /// <summary>An address at the mock server, so that the consumer can follow a link: <c>Generate.MockServerUrl("http://localhost:1234/users/7", "/users/7")</c>.</summary>
    /// <param name="example">The example, with any host.</param>
    /// <param name="path">How the address ends: what follows the mock server's base address.</param>
    public static IMatcher MockServerUrl(string example, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(example);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!example.EndsWith(path, StringComparison.Ordinal)) throw new ArgumentException($"The example does not end with \"{path}\".", nameof(path));
        return Made("regex", example, "MockServerURL").With("regex", $".*({System.Text.RegularExpressions.Regex.Escape(path)})$").With("example", example);
    }

    /// <summary>
    /// A value that the provider's state handler returns, such as the id of what it has just made. In a body anything of the example's type
    /// matches; in a path, a query, a header and metadata the consumer's test sends the example itself, and the verifier puts the value in its place.
    /// </summary>
    /// <param name="expression">Text with names of values: <c>/users/${id}</c>. A name alone, <c>${id}</c>, keeps the type of its value.</param>
    /// <param name="example">What the consumer's test sees.</param>
    public static IMatcher FromProviderState(string expression, object example)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        ArgumentNullException.ThrowIfNull(example);
        if (!expression.Contains("${", StringComparison.Ordinal))
            throw new ArgumentException("Nothing comes from a provider state: put the name of a value in ${…}, as in \"/users/${id}\".", nameof(expression));
        var type = new RuleMatcher("type", example) { Generator = "ProviderState", IsExactOutsideBodies = true };
        return type.With("expression", expression).With("dataType", DataType(example));
    }

    private static RuleMatcher Moment(string rule, string generator, string example, string format, string? expression)
    {
        var pattern = DotNetFormat.ToJava(format, out var error) ?? throw new ArgumentException(error, nameof(format));
        return Made(rule, example, generator).With("format", pattern).With("expression", expression);
    }

    private static RuleMatcher Made(string rule, object example, string generator)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new RuleMatcher(rule, example) { Generator = generator };
    }

    private static int Count(int count, string name) =>
        count is >= 1 and <= 100_000 ? count : throw new ArgumentOutOfRangeException(name, count, "Use a number from 1 to 100,000.");

    private static string? DataType(object example) => example switch
    {
        string => "STRING",
        bool => "BOOLEAN",
        byte or sbyte or short or ushort or int or uint or long or ulong => "INTEGER",
        float or double or decimal => "DECIMAL",
        _ => null,
    };
}
