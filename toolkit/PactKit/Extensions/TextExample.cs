using System.Text;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>A text matched by a rule, as a body or as one part of it.</summary>
internal static class TextExample
{
    public static BodyDraft Of(IMatcher text, string contentType, PactConfig config)
    {
        var (example, rules, generator) = Value(text, config);
        return BodyDraft.OfBytes(Encoding.UTF8.GetBytes(example), contentType) with
        {
            Rules = rules is null ? Empty.Rules : new Dictionary<string, RuleList> { [PathText.Root] = rules },
            Generators = generator is null ? Empty.Generators : new Dictionary<string, Generator> { [PathText.Root] = generator },
        };
    }

    /// <exception cref="ArgumentException">The matcher has no text as its example, or is about something else than texts.</exception>
    public static (string Example, RuleList? Rules, Generator? Generator) Value(IMatcher text, PactConfig config)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = IntegrationJson.Value(Bodies.Serialize(text, config).GetRawText());
        if (!value.IsSuccess) throw new ArgumentException($"The matcher makes no sense: {value.Error}", nameof(text));
        if (value.Values is not [var example])
            throw new ArgumentException("A text is matched by a rule whose example is one text or number: use Match.Regex, Match.Include or Match.Type.", nameof(text));
        if (value.Rules?.Rules.Any(rule => rule is StatusCodeRule or EachKeyRule or EachValueRule or ArrayContainsRule or ValuesRule) == true)
            throw new ArgumentException("This rule is not about texts: use Match.Regex, Match.Include or Match.Type.", nameof(text));
        return (example, value.Rules, value.Generator);
    }
}
