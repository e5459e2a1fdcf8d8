using Google.Protobuf.Collections;
using PactKit.Model;
using PactKit.Model.Reading;

namespace PactKit.Plugins.Protocol;

/// <summary>Rules and generators between the engine's model and the protocol: there a name and the other attributes, as pact files have them.</summary>
internal static class ProtoRules
{
    public static RuleList To(MatchingRules? rules) =>
        new([.. (rules?.Rule ?? []).Select(rule => RuleReader.Read(rule.Type, ProtoJson.ToJson(rule.Values), Place.Root, new ReadLog()))]);

    public static Dictionary<string, RuleList> To(MapField<string, MatchingRules> rules) => rules.ToDictionary(entry => entry.Key, entry => To(entry.Value));

    public static Model.Generator To(Generator generator) =>
        GeneratorReader.Read(generator.Type, ProtoJson.ToJson(generator.Values), Place.Root, new ReadLog());

    public static Dictionary<string, Model.Generator> To(MapField<string, Generator> generators) =>
        generators.ToDictionary(entry => entry.Key, entry => To(entry.Value));
}
