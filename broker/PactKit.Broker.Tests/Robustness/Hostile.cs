using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PactKit.Broker.Tests.Robustness;

/// <summary>Makes requests that nobody should send; the same seed makes the same requests.</summary>
internal sealed class Hostile(Random random, IReadOnlyList<(string Pattern, string Method)> routes, IReadOnlyDictionary<string, string[]> known)
{
    private static readonly string Long = new('a', 3000);

    private static readonly string[] Segments =
    [
        "%00", "a%00b", "%2F", "..%2f..%2fetc", "..", ".", "%zz", "%", "%4", "%ff", "%C3%28", "%C3%BC", "ü", "'", "%27%3BDROP%20TABLE%20versions--", "\"", "%22", Long, new string('x', 9000),
        "%F0%9F%8E%89", "99999999999999999999", "9223372036854775807", "-1", "0", "1.5", "1e5", "%0A", "%1F", "%7F", "%E2%80%AE", ".json", "x.csv", "x.svg", "x.yaml", "latest", "all", "%25", "%2525",
        "+", "%20", "null", "[]", "%7Bx%7D", "%3Cscript%3E", "versions", "metadata", "%5C", "\\", "*", "a;b", "a,b", "%ED%A0%80", "e30", "eyJjIjpbXX0", "Y1tdPTE", "c3NbXVtdW109MQ", "Y3ZbXT05OTk5OTk5OTk5OTk5OTk5OTk5OQ",
    ];

    private static readonly string[] Keys =
    [
        "page", "size", "pageNumber", "pageSize", "q", "q[]", "q[0]", "q[][]", "q[][pacticipant]", "q[][version]", "q[][latest]", "q[][tag]", "q[][branch]", "q[][environment]", "q[][mainBranch]", "q[0][pacticipant]",
        "q[pacticipant]", "q[][pacticipant][x]", "q[a][b][c]", "q[[[[", "]]q", "[]", "q%5B%5D%5Bpacticipant%5D", "q%5B%5D%5Bversion%5D", "ignore[][pacticipant]", "ignore[]", "ignore", "latestby", "limit", "latest", "tag", "environment",
        "mainBranch", "success", "success[]", "days", "name", "applicationInstance", "pacticipant", "version", "label", "branchName", "consumer_version_selectors[][tag]", "consumer_version_selectors[][latest]",
        "consumer_version_selectors[]", "consumer_version_selectors", "provider_version_tags[]", "provider_version_tags", "provider_version_branch", "include_pending_status", "include_wip_pacts_since",
        "consumerVersionTags", "providerVersionTags", "pact", "from", "to", "exclude[]", "selection", "%00", "%zz", "ü", "",
    ];

    private static readonly string[] Values =
    [
        "", "Foo", "Bar", "1", "true", "false", "null", "0", "-1", "99999999999999999999", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "1e400", "NaN", "%zz", "%ff", "%00", "'", "%27", "%F0%9F%8E%89",
        "[]", "%5B%5D", "cvpv", "cvp", "cp", "main", "prod", "test", "2020-01-01", "2020-01-01T00:00:00%2B00:00", "9999-12-31T23:59:59-14:00", "0001-01-01", "0000-00-00", "yesterday", Long, "%25%5F%5C", "a=b", "+", "%0A",
    ];

    private static readonly string[] Bodies =
    [
        "", " ", "{", "[", "}", "[]", "[1]", "1", "-", "null", "true", "\"x\"", "{}", "{\"a\":1,}", "{\"a\":}", "{'a':1}", "/* */{}", "NaN", "\uFEFF{}", "{\"name\":\"\\ud83d\"}", "{\"\\udead\":1}", "{\"interactions\":[{\"description\":\"\\ud83d\"}]}", "{\"success\":true,\"providerApplicationVersion\":\"\\ud83d\"}", "{\"applicationInstance\":\"\\udc00\"}", "{\"mainBranch\":\"\\ud83d\"}", "{\"buildUrl\":\"\\ud83d\"}", "{\"name\":\"a\\u0000b\"}",
        "{\"a\":1e999999999}", "{\"a\":1,\"a\":2}", "{\"name\":\"Foo\"} trailing", "\0", "{\"interactions\":[{\"x\":1e400,\"y\":123456789012345678901234567890.000000000000000000000000001e-30}]}",
    ];

    private static readonly string[] Templates =
    [
        """{"pacticipantName":"Foo","pacticipantVersionNumber":"9","branch":"main","tags":["a"],"buildUrl":"http://x/1","contracts":[{"consumerName":"Foo","providerName":"Bar","specification":"pact","contentType":"application/json","content":"eyJpbnRlcmFjdGlvbnMiOltdfQ==","onConflict":"merge"}]}""",
        """{"consumer":{"name":"Foo"},"provider":{"name":"Bar"},"interactions":[{"description":"d","providerState":"s","request":{"method":"GET","path":"/","query":"a=b","headers":{"A":"b"}},"response":{"status":200,"body":{"a":[1]},"matchingRules":{"$.body":{"match":"type"}}}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""",
        """{"consumer":{"name":"Foo"},"provider":{"name":"Bar"},"interactions":[{"type":"Asynchronous/Messages","description":"d","providerStates":[{"name":"s","params":{"a":1}}],"contents":{"content":{},"contentType":"application/json","encoded":false}}],"messages":[{"description":"m","contents":{}}],"metadata":{"pactSpecification":{"version":"4.0"}}}""",
        """{"success":true,"providerApplicationVersion":"1","buildUrl":"http://x/1","testResults":[{"interactionId":"x","success":true,"mismatches":[]}],"verifiedBy":{"implementation":"x","version":"1"}}""",
        """{"consumerVersionSelectors":[{"tag":"a","latest":true,"fallbackTag":"b","consumer":"Foo","branch":"main","fallbackBranch":"x","mainBranch":true,"matchingBranch":true,"deployed":true,"released":true,"deployedOrReleased":true,"environment":"test"}],"includePendingStatus":true,"includeWipPactsSince":"2020-01-01","providerVersionBranch":"main","providerVersionTags":["a"]}""",
        """{"name":"Foo","displayName":"Foo","repositoryUrl":"http://x","repositoryName":"x","repositoryNamespace":"x","mainBranch":"main","labels":[{"name":"x"}]}""",
        """{"name":"test","displayName":"Test","production":false,"contacts":[{"name":"x","details":{"email":"x"}}]}""",
        """{"buildUrl":"http://x","tags":[{"name":"a"}],"_embedded":{"tags":[{"name":"a"}]}}""",
        """{"applicationInstance":"blue","target":"x","currentlyDeployed":false,"currentlySupported":false}""",
        """{"description":"d","enabled":false,"consumer":{"name":"Foo","label":"x"},"provider":{"name":"Bar"},"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/x","username":"u","password":"p","headers":{"Accept":"a"},"body":{"a":"${pactbroker.consumerName}"}}}""",
    ];

    private static readonly string?[] Accepts = ["application/hal+json", "application/hal+json, application/problem+json", "application/json", "text/html,*/*", "text/plain", "*/*", "image/svg+xml", "text/csv", "application/vnd.pactbrokerextended.v1+json", ";;,", null];

    private static readonly string?[] ContentTypes = ["application/json", "application/merge-patch+json", "application/hal+json", "text/plain", "application/json; charset=utf-7", "json", ";", null];

    public RawRequest Next()
    {
        var (pattern, method) = Pick(routes);
        var target = string.Join('/', pattern.Split('/').Select(Segment)) + Query();
        if (random.Next(60) == 0) target = Pick(["/" + target, target + "/", target + "//", "http://x" + target, target + "#x", "*", target.Replace("/pact", "/%70act", StringComparison.Ordinal)]);
        var body = method is "GET" or "DELETE" or "OPTIONS" ? null : Body();
        var type = random.Next(5) > 0 ? (method == "PATCH" && random.Next(2) == 0 ? ContentTypes[1] : ContentTypes[0]) : Pick(ContentTypes);
        if (random.Next(50) == 0) method = Pick(["BREW", "HEAD", "TRACE", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"]);
        return new RawRequest(method, target.Length == 0 ? "/" : target, body is null ? null : type, body, random.Next(3) > 0 ? Accepts[random.Next(2)] : Pick(Accepts));
    }

    private string Segment(string segment)
    {
        if (!segment.StartsWith('{')) return segment;
        return random.Next(4) > 0 && known.TryGetValue(segment.Trim('{', '}'), out var values) ? Pick(values) : Pick(Segments);
    }

    private string Query()
    {
        if (random.Next(2) == 0) return "";
        var pairs = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(8) == 0 ? Pick(Keys) : $"{Pick(Keys)}={Pick(Values)}");
        return "?" + string.Join(Pick(["&", "&", "&", "&&", ";"]), pairs);
    }

    private byte[] Body() => random.Next(8) switch
    {
        0 => Encoding.UTF8.GetBytes(Pick(Bodies)),
        1 => Pick<byte[]>([Encoding.Latin1.GetBytes("{\"name\":\"ü\"}"), Encoding.Unicode.GetBytes("{\"name\":\"x\"}"), [0xff, 0xfe, 0x00], Encoding.UTF8.GetBytes(Deep(random.Next(45, 60))), Encoding.UTF8.GetBytes(Deep(100_000)),
            Encoding.UTF8.GetBytes($"{{\"name\":\"{new string('n', 200_000)}\"}}")]),
        _ => Mutated(),
    };

    private static string Deep(int levels) => new string('[', levels) + new string(']', levels);

    /// <summary>A good body with some of its values, or keys, gone bad.</summary>
    private byte[] Mutated()
    {
        var root = JsonNode.Parse(Pick(Templates))!;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var nodes = Below(root).ToList();
            var node = Pick(nodes);
            if (node.Parent is JsonObject parent)
            {
                var key = node.GetPropertyName();
                if (random.Next(6) == 0) parent.Remove(key);
                else parent[key] = Value(0);
            }
            else if (node.Parent is JsonArray list)
            {
                list[node.GetElementIndex()] = Value(0);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        var children = node switch
        {
            JsonObject o => o.Select(property => property.Value).OfType<JsonNode>(),
            JsonArray a => a.OfType<JsonNode>(),
            _ => [],
        };
        return children.SelectMany(child => Below(child).Prepend(child)).DefaultIfEmpty(node);
    }

    private JsonNode? Value(int depth) => random.Next(depth > 4 ? 9 : 12) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(Pick([0, -1, 1.5, 1e308, -0.0, long.MaxValue])),
        3 => JsonNode.Parse(Pick(["1e400", "99999999999999999999", "0.1e-400", "-0"])),
        4 => JsonValue.Create(""),
        5 => JsonValue.Create(Pick([" ", "\n", "a\nb", "a\0b", "'", "\u202e", "🎉", "%00", "<script>", "$.[", "${pactbroker.", "1.5.x", "****"])),
        6 => JsonValue.Create(Long),
        7 => JsonValue.Create(Pick(["Foo", "Bar", "main", "test", "http://", "https://[", "4.0", "2020-01-01", "9999-12-31T23:59:59-14:00"])),
        8 => new JsonArray(),
        9 => new JsonArray(Value(depth + 1), Value(depth + 1)),
        10 => new JsonObject(),
        _ => new JsonObject { [Pick(["name", "", "a\0b", "request", "$"])] = Value(depth + 1), ["tags"] = Value(depth + 1) },
    };

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
