using System.Text.Json;
using System.Text.RegularExpressions;
using PactKit.Model.Json;

namespace PactKit.Model.Expressions;

/// <summary>Recursive descent over one expression. The first error stops it: everything after that yields nothing.</summary>
internal sealed partial class ExpressionParser(string text)
{
    private const int MaxDepth = 32;

    private static readonly string[] Types =
        ["equalTo", "equality", "type", "number", "integer", "decimal", "boolean", "semver", "date", "time", "datetime", "timestamp", "regex", "contentType", "include"];

    private readonly ExpressionLexer _lexer = new(text);
    private int _depth;

    public string? Error => _lexer.Error;

    /// <summary>The whole text: expressions separated by commas.</summary>
    public MatchingDefinition Expressions()
    {
        var definition = Expression();
        while (Error is null && _lexer.TryTake(',')) definition = definition.And(Expression());
        if (Error is null && !_lexer.AtEnd) _lexer.Fail("',' or the end of the expression");
        return definition;
    }

    private MatchingDefinition Expression()
    {
        if (++_depth > MaxDepth) return _lexer.Fail($"an expression nested less than {MaxDepth} levels deep");
        var start = _lexer.Position;
        var word = _lexer.Word();
        if (word.Length > 0) _lexer.Take('(');
        var definition = word switch
        {
            "matching" => Matching(),
            "notEmpty" => WithValue(new NotEmptyRule()),
            "eachKey" => Each((rules, example, generator) => new EachKeyRule(rules, example, generator)),
            "eachValue" => Each((rules, example, generator) => new EachValueRule(rules, example, generator)),
            "arrayContains" => ArrayContains(),
            "atLeast" => Of(new TypeRule(Min: Count())),
            "atMost" => Of(new TypeRule(Max: Count())),
            _ => _lexer.Fail("matching, notEmpty, eachKey, eachValue, arrayContains, atLeast or atMost", start),
        };
        _lexer.Take(')');
        _depth--;
        return definition;
    }

    private MatchingDefinition Each(Func<RuleList, JsonElement?, Generator?, MatchingRule> rule)
    {
        var inner = Expression();
        // A file holds the example as text, and none where it is empty or an inner eachKey or eachValue has it already.
        JsonElement? example = inner.Rules is [EachKeyRule or EachValueRule] || inner.Example?.AsText() is null or ""
            ? null
            : JsonSerializer.SerializeToElement(inner.Example.Value.AsText());
        return inner with { Rules = [rule(new RuleList(inner.Rules), example, inner.Generator)], Generator = null };
    }

    private MatchingDefinition ArrayContains()
    {
        var variants = new List<ArrayVariant>();
        var references = new List<string>();
        do
        {
            var variant = Expression();
            references.AddRange(variant.References);
            var generators = variant.Generator is null ? Empty.Generators : new Dictionary<string, Generator> { [PathText.Root] = variant.Generator };
            var rules = variant.Rules.Count == 0 ? Empty.Rules : new Dictionary<string, RuleList> { [PathText.Root] = new RuleList(variant.Rules) };
            variants.Add(new ArrayVariant(variants.Count, rules, generators));
        }
        while (Error is null && _lexer.TryTake(','));
        return Of(new ArrayContainsRule(variants)) with { References = references };
    }

    private MatchingDefinition Matching()
    {
        if (_lexer.TryTake('$')) return new MatchingDefinition { References = [_lexer.Quoted()] };
        var start = _lexer.Position;
        var type = _lexer.Word();
        if (Types.Contains(type)) _lexer.Take(',');
        return type switch
        {
            "equalTo" or "equality" => WithValue(new EqualityRule()),
            "type" => WithValue(new TypeRule()),
            "number" => WithValue(new NumberRule(), json => NumberPattern().IsMatch(json.GetRawText()), "a number"),
            "integer" => WithValue(new IntegerRule(), json => IntegerPattern().IsMatch(json.GetRawText()), "an integer"),
            "decimal" => WithValue(new DecimalRule(), json => NumberPattern().IsMatch(json.GetRawText()), "a decimal number"),
            "boolean" => WithValue(new BooleanRule(), json => BooleanPattern().IsMatch(json.GetRawText()), "true or false"),
            "semver" => WithValue(new SemverRule(), IsSemver, "a semantic version such as '1.0.0'"),
            "date" => Date(format => new DateRule(format), format => new DateGenerator(format)),
            "time" => Date(format => new TimeRule(format), format => new TimeGenerator(format)),
            "datetime" or "timestamp" => Date(format => new DateTimeRule(format), format => new DateTimeGenerator(format)),
            "regex" => Configured(pattern => new RegexRule(pattern)),
            "contentType" => Configured(name => new ContentTypeRule(name)),
            "include" => Include(),
            _ => _lexer.Fail(
                "the type of matcher: equalTo, type, number, integer, decimal, boolean, semver, date, time, datetime, regex, include or contentType", start),
        };
    }

    private MatchingDefinition WithValue(MatchingRule rule, Func<JsonElement, bool>? fits = null, string expected = "")
    {
        var start = _lexer.Position;
        var (example, generator) = Value();
        if (Error is null && fits is not null && !fits(example)) return _lexer.Fail(expected, start);
        return Of(rule, example, generator);
    }

    private static bool IsSemver(JsonElement json) => json.ValueKind == JsonValueKind.String && SemanticVersion.IsValid(json.GetString()!);

    private MatchingDefinition Configured(Func<string, MatchingRule> rule)
    {
        var argument = _lexer.Escaped();
        _lexer.Take(',');
        var (example, generator) = TextValue();
        return Of(rule(argument), example, generator);
    }

    private MatchingDefinition Date(Func<string, MatchingRule> rule, Func<string, Generator> generator)
    {
        var format = _lexer.Escaped();
        _lexer.Take(',');
        var (example, fromState) = TextValue();
        return Of(rule(format), example, fromState ?? generator(format));
    }

    private MatchingDefinition Include()
    {
        var part = _lexer.Escaped();
        return Of(new IncludeRule(part), JsonSerializer.SerializeToElement(part));
    }

    /// <summary>A literal, or <c>fromProviderState('expression', literal)</c>.</summary>
    private (JsonElement Example, Generator? Generator) Value()
    {
        if (!_lexer.TryTake("fromProviderState")) return (_lexer.Literal(), null);
        _lexer.Take('(');
        var expression = _lexer.Escaped();
        _lexer.Take(',');
        var example = _lexer.Literal();
        _lexer.Take(')');
        return (example, new ProviderStateGenerator(expression, DataType(example)));
    }

    private (JsonElement Example, Generator? Generator) TextValue()
    {
        var start = _lexer.Position;
        var isLiteral = _lexer.NextIsQuote;
        var value = Value();
        if (Error is null && !isLiteral && value.Generator is null) _lexer.Fail("a text in single quotes", start);
        return value;
    }

    private static string DataType(JsonElement example) => example.ValueKind switch
    {
        JsonValueKind.Number => example.GetRawText().Contains('.', StringComparison.Ordinal) ? "DECIMAL" : "INTEGER",
        JsonValueKind.True or JsonValueKind.False => "BOOLEAN",
        _ => "STRING",
    };

    private int? Count()
    {
        var start = _lexer.Position;
        var literal = _lexer.Literal();
        if (literal.ValueKind == JsonValueKind.Number && literal.TryGetInt32(out var count) && count >= 0) return count;
        _lexer.Fail("a number of items", start);
        return null;
    }

    private static MatchingDefinition Of(MatchingRule rule, JsonElement? example = null, Generator? generator = null) =>
        new() { Rules = [rule], Example = example, Generator = generator };

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"\A(true|false)\z")]
    private static partial Regex BooleanPattern();
}
