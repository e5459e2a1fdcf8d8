using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Model.Json;

namespace PactKit.Consumer;

/// <summary>What one message carries, while it is described: contents and metadata, each with what else may stand in their place.</summary>
internal sealed class ContentsDraft
{
    private readonly OrderedDictionary<string, JsonElement> _metadata = [];
    private readonly Dictionary<string, RuleList> _rules = [];
    private readonly Dictionary<string, Generator> _generators = [];
    private BodyDraft _body = BodyDraft.None;

    /// <summary>JSON with matchers in it.</summary>
    public void SetJson(IntegrationResult content) => _body = BodyDraft.OfJson(content, "application/json");

    /// <summary>Contents whose rules are known already.</summary>
    public void SetBody(BodyDraft body) => _body = body;

    /// <summary>A text, or a matcher that somebody wrote as JSON by hand.</summary>
    /// <exception cref="ArgumentException">The matcher makes no sense.</exception>
    public void SetMetadata(string key, string value) => SetMetadata(key, Example.OfText(value));

    /// <summary>Metadata may be any JSON, so the example of a matcher stays what it is.</summary>
    public void SetMetadata(string key, Example example) =>
        SetMetadata(key, example.Json ?? JsonText.Of(example.Text), example.Rules, example.Generator);

    public void SetMetadata(string key, JsonElement value, RuleList? rules = null, Generator? generator = null)
    {
        _metadata[key] = value;
        if (rules is not null) _rules[key] = rules;
        if (generator is not null) _generators[key] = generator;
    }

    /// <summary>Rules and generators for metadata that is set by itself, by key.</summary>
    public void SetMetadataRules(IReadOnlyDictionary<string, RuleList> rules, IReadOnlyDictionary<string, Generator> generators)
    {
        foreach (var (key, rule) in rules) _rules[key] = rule;
        foreach (var (key, generator) in generators) _generators[key] = generator;
    }

    public MessageContents Build() => new()
    {
        Contents = _body.Body,
        Metadata = new OrderedDictionary<string, JsonElement>(_metadata),
        MatchingRules = new MatchingRules { Body = _body.Rules, Metadata = new Dictionary<string, RuleList>(_rules) },
        Generators = new GeneratorSet { Body = _body.Generators, Metadata = new Dictionary<string, Generator>(_generators) },
    };
}
