using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Recording;
using PactNet.Matchers;

namespace PactKit;

/// <summary>
/// Arguments that are examples with a rule. Each method returns its example, typed, so it stands wherever a value does: as an argument of a
/// recorded call (<c>api => api.GetUser(Arg.Type(1))</c>), inside an object that is sent, or inside the example of a response
/// (<c>WithBodyFrom(() => new User(Arg.Integer(1), …))</c>). The rule goes where the value arrives: a part of the path, a query parameter, a
/// header, a member of the body. That place is found by building the request again with another value, so equal examples cannot be confused.
/// </summary>
/// <remarks>Works only inside a lambda that is recorded; the lambda runs several times and must build the same request each time.</remarks>
public static class Arg
{
    /// <summary>
    /// Any value of the same type. In a path, a query or a header a number stands for any number, a bool for true or false, a Guid for any Guid;
    /// any other type for any text. In a body the rule is <c>type</c> and holds for all that is below an object.
    /// </summary>
    public static T Type<T>(T example) =>
        Place(example, new ArgRule(Named("type"), example) { Call = Call(nameof(Type), example), Pattern = ScalarPattern.Of(example) });

    /// <summary>Any integer.</summary>
    public static T Integer<T>(T example) =>
        Place(example, new ArgRule(Named("integer"), example) { Call = Call(nameof(Integer), example), Pattern = ScalarPattern.Integer });

    /// <summary>Any number with a decimal point.</summary>
    public static T Decimal<T>(T example) =>
        Place(example, new ArgRule(Named("decimal"), example) { Call = Call(nameof(Decimal), example), Pattern = ScalarPattern.Decimal });

    /// <summary>Any number.</summary>
    public static T Number<T>(T example) =>
        Place(example, new ArgRule(Named("number"), example) { Call = Call(nameof(Number), example), Pattern = ScalarPattern.Number });

    /// <summary>Any value whose text, as it is sent, matches the pattern; the example's must.</summary>
    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    public static T Regex<T>(T example, string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var rule = new JsonObject { [ArgRule.TypeMember] = "regex", ["regex"] = pattern };
        return Place(example, new ArgRule(rule, example)
        {
            Call = Call(nameof(Regex), example, pattern),
            Pattern = Patterns.Unanchored(pattern),
            Given = pattern,
        });
    }

    /// <summary>Exactly this value: takes it out of a type rule above it.</summary>
    public static T Equality<T>(T example) =>
        Place(example, new ArgRule(Named("equality"), example) { Call = Call(nameof(Equality), example), Literal = true });

    /// <summary>A JSON list of at least <paramref name="min"/> items like those of the example.</summary>
    public static T MinType<T>(T example, int min) => List(example, nameof(MinType), min, null);

    /// <summary>A JSON list of at most <paramref name="max"/> items like those of the example.</summary>
    public static T MaxType<T>(T example, int max) => List(example, nameof(MaxType), null, max);

    /// <summary>A JSON list of <paramref name="min"/> to <paramref name="max"/> items like those of the example.</summary>
    public static T MinMaxType<T>(T example, int min, int max) => List(example, nameof(MinMaxType), min, max);

    /// <summary>Any other matcher. Its own example is not used; <paramref name="example"/> is.</summary>
    public static T Matching<T>(T example, IMatcher matcher)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        if (matcher is RegexMatcher regex) return Regex(example, regex.Regex);
        var rule = JsonSerializer.SerializeToNode(matcher)!.AsObject();
        rule.Remove("value");
        return Place(example, new ArgRule(rule, example) { Call = Call(nameof(Matching), example, matcher.Type), WholeValuesOnly = true });
    }

    private static T List<T>(T example, string name, int? min, int? max)
    {
        if (example is null or string or not System.Collections.IEnumerable)
            throw new ArgumentException($"Arg.{name} needs a list as its example; use Arg.Type for a single value.", nameof(example));
        var rule = Named("type");
        if (min is not null) rule["min"] = min;
        if (max is not null) rule["max"] = max;
        return Place(example, new ArgRule(rule, example) { Call = $"Arg.{name}(…)", JsonOnly = true });
    }

    private static JsonObject Named(string type) => new() { [ArgRule.TypeMember] = type };

    private static string Call(string name, object? example, string? second = null) =>
        $"Arg.{name}({(example is string text ? $"\"{text}\"" : example)}{(second is null ? "" : $", \"{second}\"")})";

    private static T Place<T>(T example, ArgRule rule)
    {
        if (example is null)
            throw new ArgumentNullException(nameof(example), $"{rule.Call} needs an example that is not null: without one there is nothing to send.");
        var ledger = ArgLedger.Current ?? throw new InvalidOperationException(
            $"{rule.Call} stands outside a recorded call. Write it inside the lambda, as in WithRequest<IApi>(api => api.GetUser(Arg.Type(1))).");
        return ledger.Take(rule, example) is T value ? value : default!;
    }
}
