using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads a request, a response or a message in the form of one version of the specification.</summary>
internal sealed class PartReader(PactSpecification specification, ReadLog log)
{
    public Request Request(JsonElement json, Place place)
    {
        var headers = Headers(json, place);
        return new Request
        {
            Method = Method(json, place),
            Path = json.TryMember("path", out var path) && path.ValueKind != JsonValueKind.Null ? path.AsText() : "/",
            Query = json.TryMember("query", out var query) ? Query(query, place.Field("query")) : Empty.Query,
            Headers = headers,
            Body = Body(json, "body", Declared(headers), place),
            MatchingRules = Rules(json, "requestMatchingRules", place),
            Generators = Generators(json, place),
        };
    }

    public Response Response(JsonElement json, Place place)
    {
        var headers = Headers(json, place);
        return new Response
        {
            Status = Status(json, place),
            Headers = headers,
            Body = Body(json, "body", Declared(headers), place),
            MatchingRules = Rules(json, "responseMatchingRules", place),
            Generators = Generators(json, place),
        };
    }

    public MessageContents Message(JsonElement json, Place place)
    {
        var metadata = json.TryMember("metadata", out var value) || json.TryMember("metaData", out value) ? value.Members() : Empty.Members;
        return new MessageContents
        {
            Contents = Body(json, "contents", PartContentType.Declared(metadata), place),
            Metadata = metadata,
            MatchingRules = Rules(json, "requestMatchingRules", place),
            Generators = Generators(json, place),
        };
    }

    private static ContentType? Declared(IReadOnlyDictionary<string, IReadOnlyList<string>> headers) => PartContentType.Declared(headers);

    private string Method(JsonElement json, Place place)
    {
        if (json.TextMember("method") is { Length: > 0 } method) return method.ToUpperInvariant();
        if (json.TryMember("method", out var other)) log.Warn(place.Field("method"), $"expected the name of a method but found {other.Kind()}; took GET");
        return "GET";
    }

    private int Status(JsonElement json, Place place)
    {
        if (json.CountMember("status") is { } status) return status;
        if (json.TryMember("status", out var other)) log.Warn(place.Field("status"), $"expected a status code but found {other.AsText()}; took 200");
        return 200;
    }

    private IReadOnlyDictionary<string, IReadOnlyList<string?>> Query(JsonElement json, Place place)
    {
        if (json.ValueKind == JsonValueKind.String) return QueryString.Parse(json.GetString()!);
        if (json.ValueKind == JsonValueKind.Null) return Empty.Query;
        if (json.ValueKind != JsonValueKind.Object || specification is PactSpecification.V1 or PactSpecification.V11 or PactSpecification.V2)
        {
            log.Warn(place, $"the query was ignored: expected a string but found {json.Kind()}");
            return Empty.Query;
        }

        var query = new Dictionary<string, IReadOnlyList<string?>>();
        foreach (var parameter in json.EnumerateObject())
            query[parameter.Name] = parameter.Value.ValueKind == JsonValueKind.Array
                ? parameter.Value.Items(QueryValue)
                : [QueryValue(parameter.Value)];
        return query.Count == 0 ? Empty.Query : query;
    }

    private static string? QueryValue(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.AsText();

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Headers(JsonElement json, Place place)
    {
        if (!json.TryMember("headers", out var map) || map.ValueKind == JsonValueKind.Null) return Empty.Headers;
        if (map.ValueKind != JsonValueKind.Object)
        {
            log.Warn(place.Field("headers"), $"the headers were ignored: expected an object but found {map.Kind()}");
            return Empty.Headers;
        }

        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in map.EnumerateObject())
            headers[header.Name] = header.Value.ValueKind switch
            {
                JsonValueKind.Array => header.Value.Items(static value => value.AsText().Trim()),
                JsonValueKind.Null => [""],
                _ => HeaderValues.Split(header.Name, header.Value.AsText()),
            };
        return headers.Count == 0 ? Empty.Headers : headers;
    }

    private Body Body(JsonElement json, string name, ContentType? declared, Place place)
    {
        if (!json.TryMember(name, out var value)) return Model.Body.Missing;
        return specification == PactSpecification.V4
            ? BodyReader.Read(value, declared, place.Field(name), log)
            : BodyReader.ReadRaw(value, declared);
    }

    private MatchingRules Rules(JsonElement json, string legacy, Place place)
    {
        var name = json.TryMember("matchingRules", out var rules) ? "matchingRules" : legacy;
        return json.TryMember(name, out rules) ? RulesReader.Read(rules, place.Field(name), log) : MatchingRules.None;
    }

    private GeneratorSet Generators(JsonElement json, Place place) =>
        json.TryMember("generators", out var generators) ? RulesReader.ReadGenerators(generators, place.Field("generators"), log) : GeneratorSet.None;
}
