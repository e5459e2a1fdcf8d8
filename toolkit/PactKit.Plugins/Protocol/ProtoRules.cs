using System.Text.Json;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using PactKit.Model;
using PactKit.Model.Json;
using PactKit.Model.Reading;
using PactKit.Model.Writing;

namespace PactKit.Plugins.Protocol;

/// <summary>Rules and generators between the engine's model and the protocol: there a name and the other attributes, as pact files have them.</summary>
internal static class ProtoRules
{
    public static MatchingRules From(RuleList rules)
    {
        var proto = new MatchingRules();
        foreach (var rule in rules.Rules)
        {
            var values = Json(RuleWriter.Write(rule));
            values.Fields.Remove("match");
            proto.Rule.Add(new MatchingRule { Type = RuleNames.Of(rule), Values = values });
        }

        return proto;
    }

    public static Generator From(Model.Generator generator)
    {
        var values = Json(GeneratorWriter.Write(generator));
        var type = generator is UnknownGenerator unknown ? unknown.Name : values.Fields["type"].StringValue;
        values.Fields.Remove("type");
        return new Generator { Type = type, Values = values };
    }

    public static RuleList To(MatchingRules? rules) =>
        new([.. (rules?.Rule ?? []).Select(rule => RuleReader.Read(rule.Type, AsInFile("match", rule.Type, rule.Values), Place.Root, new ReadLog()))]);

    public static Dictionary<string, RuleList> To(MapField<string, MatchingRules> rules) => rules.ToDictionary(entry => entry.Key, entry => To(entry.Value));

    public static Model.Generator To(Generator generator) =>
        GeneratorReader.Read(generator.Type, AsInFile("type", generator.Type, generator.Values), Place.Root, new ReadLog());

    public static Dictionary<string, Model.Generator> To(MapField<string, Generator> generators) =>
        generators.ToDictionary(entry => entry.Key, entry => To(entry.Value));

    // With its name: a rule only the plugin knows goes into the file word for word.
    private static JsonElement AsInFile(string member, string name, Struct? values)
    {
        var all = values?.Clone() ?? new Struct();
        all.Fields[member] = Value.ForString(name);
        return ProtoJson.ToJson(all);
    }

    private static Struct Json(object written) => ProtoJson.ToStruct(JsonElement.Parse(JsonPrinter.Pretty(written)));
}
