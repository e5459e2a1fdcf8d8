using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Expressions;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Authoring;

/// <summary>What a consumer test expects of one text value: an example as it is, or a matching-rule expression such as <c>matching(number, 100)</c>.</summary>
public sealed class ValueExpression
{
    private ValueExpression(string example, Protocol.MatchingRules rules, Protocol.Generator? generator) =>
        (Example, Rules, Generator) = (example, rules, generator);

    /// <summary>The example; empty where the expression has none.</summary>
    public string Example { get; }

    /// <summary>None where the text is no expression: then values have to be equal.</summary>
    public Protocol.MatchingRules Rules { get; }

    public Protocol.Generator? Generator { get; }

    /// <exception cref="FormatException">The text begins like an expression and is none; the message says where.</exception>
    public static ValueExpression Parse(string text)
    {
        if (!MatchingExpression.IsExpression(text)) return new ValueExpression(text, new Protocol.MatchingRules(), null);
        if (!MatchingExpression.TryParse(text, out var definition, out var error)) throw new FormatException(error);
        var example = definition.Example switch
        {
            null => "",
            { ValueKind: JsonValueKind.String } json => json.GetString()!,
            { } json => json.GetRawText(),
        };
        return new ValueExpression(
            example,
            ProtoRules.From(new RuleList(definition.Rules)),
            definition.Generator is null ? null : ProtoRules.From(definition.Generator));
    }
}
