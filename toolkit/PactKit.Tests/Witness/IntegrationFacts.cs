using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>Integration JSON of every kind, in every place where it may stand. M stands for pact:matcher:type, G for pact:generator:type, V for value.</summary>
internal static class IntegrationFacts
{
    private static readonly string[] Texts = ["path", "query", "X-A", "metadata"];

    public static IReadOnlyList<IntegrationFact> All { get; } =
        [.. Rules(), .. Generators(), .. Values(), .. Several(), .. Lists(), .. Maps(), .. Names(), .. OtherPlaces(), .. XmlTemplates(), .. ExpressionFacts.All, .. Randoms()];

    private static IEnumerable<IntegrationFact> Rules()
    {
        string[] everywhere =
        [
            """{"M":"equality","V":1}""", """{"M":"type","V":"x"}""", """{"M":"regex","regex":"\\d+","V":"1"}""", """{"M":"number","V":1}""", """{"M":"integer","V":1}""", """{"M":"decimal","V":1.5}""", """{"M":"real","V":1.5}""",
            """{"M":"boolean","V":true}""", """{"M":"include","V":"b"}""", """{"M":"date","format":"yyyy-MM-dd","V":"2020-01-01"}""", """{"M":"time","format":"HH:mm","V":"10:00"}""", """{"M":"datetime","format":"yyyy","V":"2020"}""",
            """{"M":"timestamp","format":"yyyy","V":"2020"}""", """{"M":"date","V":"2020-01-01"}""", """{"M":"time","V":"10:00:00"}""", """{"M":"datetime","V":"x"}""", """{"M":"time","time":"HH","V":"10"}""", """{"M":"timestamp","timestamp":"yyyy","V":"2020"}""",
            """{"M":"contentType","V":"image/png"}""", """{"M":"content-type","V":"image/png"}""", """{"M":"notEmpty","V":"x"}""", """{"M":"not-empty","V":"x"}""", """{"M":"semver","V":"1.0.0"}""", """{"M":"null"}""", """{"M":"type"}""", """{"M":"type","V":null}""",
            """{"M":"mystery","V":1}""", """{"M":"Type","V":1}""", """{"M":"","V":1}""", """{"M":" type","V":1}""", """{"M":"equalTo","V":1}""", """{"M":"min-max-type","min":1,"max":2,"V":1}""", """{"M":"regex","V":"1"}""", """{"M":"regex","regex":1,"V":"1"}""",
            """{"M":"regex","match":"x","V":"1"}""", """{"M":"include"}""", """{"M":"contentType"}""", """{"M":"eachKey","rules":"type","V":"x"}""", """{"M":"eachKey","rules":["x"],"V":"x"}""", """{"M":"eachKey","rules":[{}],"V":"x"}""",
            """{"M":[{"M":"type"},{"M":"regex","regex":"\\d"}],"V":"1"}""", """{"M":[{"M":"type"},{"M":"mystery"}],"V":"1"}""", """{"M":["type"],"V":"1"}""", """{"M":[{"match":"type"}],"V":"1"}""", """{"M":[],"V":"1"}""", """{"M":"matching(regex, '\\d', '1')","V":"3"}""",
            """{"M":"matching(date, 'yyyy', '2020')","V":"2020"}""", """{"M":"matching(type, fromProviderState('${id}', 3))","V":"3"}""", """{"M":"matching(regex, '\\d'","V":"3"}""",
        ];
        foreach (var json in everywhere)
        {
            yield return Of("body", """{"v":""" + json + "}");
            foreach (var place in Texts) yield return Of(place, json);
        }

        string[] inBodies =
        [
            """{"M":"type","min":1,"V":[1]}""", """{"M":"type","max":3,"V":[1]}""", """{"M":"type","min":1,"max":3,"V":[1]}""", """{"M":"min","min":2,"V":[1]}""", """{"M":"max","max":2,"V":[1]}""", """{"M":"min-type","min":2,"V":[1]}""", """{"M":"max-type","max":2,"V":[1]}""",
            """{"M":"type","min":"2","V":[1]}""", """{"M":"type","min":"x","V":[1]}""", """{"M":"type","min":-1,"V":[1]}""", """{"M":"type","min":1.5,"V":[1]}""", """{"M":"type","min":true,"V":[1]}""", """{"M":"type","min":null,"V":[1]}""", """{"M":"type","min":0,"V":[1]}""",
            """{"M":"type","max":"3","V":[1]}""", """{"M":"type","max":0,"V":[1]}""", """{"M":"type","min":3,"max":1,"V":[1]}""", """{"M":"type","min":[1],"V":[1]}""", """{"M":"min","V":[1]}""", """{"M":"max","V":[1]}""", """{"M":"min","min":"2","V":[1]}""", """{"M":"type","min":10000000000,"V":[1]}""",
            """{"M":"values","V":{"a":1}}""", """{"M":"eachKey","rules":[{"M":"regex","regex":"a"}],"V":{"a":1}}""", """{"M":"each-key","rules":[{"match":"regex","regex":"a"}],"V":{"a":1}}""", """{"M":"eachValue","rules":[{"M":"type"}],"V":{"a":1}}""", """{"M":"each-value","rules":[{"M":"type"}],"V":{"a":1}}""",
            """{"M":"eachKey","V":{"a":1}}""", """{"M":"eachValue","rules":[],"V":{"a":1}}""", """{"M":"eachKey","rules":{"M":"type"},"V":{"a":1}}""", """{"M":"eachKey","rules":[{"M":"mystery"}],"V":{"a":1}}""", """{"M":"eachKey","rules":[{"M":"matching(regex, 'a', 'a')"}],"V":{"a":1}}""",
            """{"M":"eachValue","rules":[{"M":[{"M":"type"}]}],"V":{"a":1}}""", """{"M":"eachValue","rules":[{"M":"type"}],"generator":{"type":"RandomInt"},"V":{"a":1}}""", """{"M":"eachValue","rules":[{"M":"type","V":"z"},{"M":"regex","regex":"a"}],"V":["a","b"]}""",
            """{"M":"eachValue","rules":[{"M":"eachValue","rules":[{"M":"type"}]}],"V":{"k":{"x":1}}}""", """{"M":"arrayContains","variants":[1,"x",null,[1],{"b":1}]}""", """{"M":"array-contains","variants":[]}""", """{"M":"arrayContains","V":[1]}""", """{"M":"arrayContains","variants":{"a":1}}""",
            """{"M":"arrayContains","variants":"x"}""", """{"M":"ignore-order","min":1,"V":[1]}""", """{"M":1,"V":1}""", """{"M":null,"V":1}""", """{"M":true,"V":1}""", """{"M":{"match":"type"},"V":1}""", """{"M":[{"M":"type"},{"M":"type"}],"V":1}""", """{"M":[{"M":[{"M":"type"}]}],"V":1}""",
            """{"M":[{"M":"matching(type,'x')"},{"M":"integer"}],"V":1}""", """{"M":"type","V":1,"foo":2}""", """{"M":"type","example":1}""", """{"M":"matchingFoo","V":1}""", """{"M":"notEmpty ","V":1}""", """{"M":"statusCode","status":"success","V":200}""",
        ];
        foreach (var json in inBodies) yield return Of("body", """{"v":""" + json + "}");
    }

    // Left out is what ends the official engine's process: children that are no objects, a matcher without an element, an attribute's matcher without an example.
    private static IEnumerable<IntegrationFact> XmlTemplates()
    {
        string[] roots =
        [
            """{"name":"a","children":[{"name":"b","attributes":{"x":"1"},"children":[{"content":"text"}]}]}""", """{"name":"a","attributes":{"z":"<&\">'","b:c":"2","xmlns:b":"u","xmlns":"d","Z":"3"}}""",
            """{"name":"a","children":[{"content":"'\"<&>ä😀\n\t"},{"content":" two "},{"content":5},{"content":null}]}""", """{"name":"a","attributes":{"id":5,"t":true,"n":null,"l":[1,{"x":"y"}]}}""", """{"name":"a","children":[]}""", """{"name":"a","children":[{"content":null}]}""",
            """{"M":"type","V":{"name":"a"}}""", """{"name":"a","children":[{"M":"type","V":{"name":"b"},"examples":3},{"name":"d"}]}""", """{"name":"a","children":[{"M":"type","min":2,"max":4,"V":{"name":"b"},"examples":2}]}""",
            """{"name":"a","children":[{"M":"type","V":{"name":"b"},"examples":1}]}""", """{"name":"a","children":[{"M":[{"M":"type"},{"M":"notEmpty"}],"V":{"name":"b"}}]}""", """{"name":"a","children":[{"M":"nonsense","V":{"name":"b"}}]}""",
            """{"name":"a","children":[{"content":"1","matcher":{"M":"integer"}},{"content":"x","matcher":{"M":"regex","regex":"x"}}]}""", """{"name":"a","attributes":{"b":{"M":"integer","V":7},"d":{"M":"date","format":"yyyy-MM-dd","V":"2020-01-01","G":"Date","format":"yyyy-MM-dd"}}}""",
            """{"name":"a","children":[{"M":"type","V":{"name":"b","attributes":{"i":{"M":"type","V":"q"}},"children":[{"name":"c","children":[{"content":"w","matcher":{"M":"type"}}]}]},"examples":2}]}""",
            """{"name":"ns1:a","attributes":{"xmlns:ns1":"u"},"children":[{"M":"type","V":{"name":"ns1:c-d_e"}},{"M":"type","V":{"name":"f"}}]}""", """{"name":"a","children":[{"M":"type","V":{"name":"b"},"G":"RandomString"}]}""",
            """{"name":"a","children":[{"content":"t","matcher":{"M":"type","G":"RandomString","size":3}}]}""", """{"name":"a","children":[{"M":"type","V":{"name":"b"}},{"M":"type","min":2,"V":{"name":"b"}}]}""",
            """{"name":"a","children":[{"M":"type","V":{"name":"f.g"}}]}""", """{"name":"a","content":"x"}""", """{"name":"a","children":[{"name":"b","content":"x"}]}""", "\"x\"",
        ];
        foreach (var root in roots)
        {
            foreach (var specification in new[] { 2, 3, 4 }) yield return Of("xml", """{"root":""" + root + "}", specification);
        }

        yield return Of("xml", "<plain/>");
        yield return Of("xml", """{"root":{"name":"a"}""");
    }

    private static IEnumerable<IntegrationFact> Generators()
    {
        string[] generators =
        [
            """{"G":"RandomInt"}""", """{"G":"RandomInt","min":1}""", """{"G":"RandomInt","max":5}""", """{"G":"RandomInt","min":1,"max":5}""", """{"G":"RandomInt","min":-5,"max":5}""", """{"G":"RandomInt","min":"x"}""", """{"G":"RandomInt","min":"1","max":"5"}""", """{"G":"RandomDecimal"}""",
            """{"G":"RandomDecimal","digits":4}""", """{"G":"RandomDecimal","digits":"4"}""", """{"G":"RandomDecimal","digits":-4}""", """{"G":"RandomHexadecimal"}""", """{"G":"RandomHexadecimal","digits":4}""", """{"G":"RandomHexadecimal","digits":"x"}""", """{"G":"RandomString"}""",
            """{"G":"RandomString","size":4}""", """{"G":"RandomString","size":true}""", """{"G":"RandomBoolean"}""", """{"G":"Regex","regex":"\\d+"}""", """{"G":"Regex"}""", """{"G":"Regex","regex":1}""", """{"G":"Uuid"}""", """{"G":"Uuid","format":"simple"}""", """{"G":"Uuid","format":"URN"}""",
            """{"G":"Uuid","format":"lower-case-hyphenated"}""", """{"G":"Uuid","format":"upper-case-hyphenated"}""", """{"G":"Uuid","format":"bogus"}""", """{"G":"Date"}""", """{"G":"Date","format":"yyyy"}""", """{"G":"Date","expression":"+1 day"}""", """{"G":"Date","format":"yyyy","expression":"+1 day"}""",
            """{"G":"Time"}""", """{"G":"Time","format":"HH","expression":"+1 hour"}""", """{"G":"DateTime"}""", """{"G":"DateTime","format":"yyyy","expression":"+1 day @ +1 hour"}""", """{"G":"DateTime","timestamp":"yyyy"}""", """{"G":"Timestamp","format":"yyyy"}""",
            """{"G":"ProviderState","expression":"${id}"}""", """{"G":"ProviderState","expression":"${id}","dataType":"STRING"}""", """{"G":"ProviderState","expression":"${id}","dataType":"INTEGER"}""", """{"G":"ProviderState","expression":"${id}","dataType":"integer"}""",
            """{"G":"ProviderState","expression":"${id}","dataType":"bogus"}""", """{"G":"ProviderState"}""", """{"G":"ProviderState","expression":1}""", """{"G":"MockServerURL","regex":".*(/a)$","example":"http://x/a"}""", """{"G":"MockServerURL","regex":".*(/a)$"}""",
            """{"G":"MockServerURL","example":"http://x/a"}""", """{"G":"mystery"}""", """{"G":"randomInt"}""", """{"G":""}""", """{"G":["RandomInt"]}""", """{"G":null}""", """{"G":1}""",
        ];
        foreach (var json in generators)
        {
            var matcher = """{"M":"type","V":"x",""" + json[1..];
            yield return Of("body", """{"v":""" + matcher + "}");
            yield return Of("body", """{"v":{"V":"x",""" + json[1..] + "}");
            if (json.Contains("bogus", StringComparison.Ordinal) || json.Contains("\"4\"", StringComparison.Ordinal) || json.Contains("\"5\"", StringComparison.Ordinal) || json.Contains("integer", StringComparison.Ordinal)) continue;
            if (json.Contains("MockServerURL", StringComparison.Ordinal) && !json.Contains("regex", StringComparison.Ordinal)) continue;
            foreach (var place in Texts) yield return Of(place, matcher);
        }

        yield return Of("body", """{"a":{"M":"regex","regex":"\\d","V":"1","G":"Regex"},"b":{"M":"date","format":"yyyy","V":"2020","G":"Date"},"c":{"M":"integer","min":1,"V":1,"G":"RandomInt"}}""");
        yield return Of("body", """{"a":{"M":"type","min":1,"V":[{"k":{"M":"integer","V":1,"G":"RandomInt"}}]},"b":{"M":"values","V":{"x":{"M":"integer","V":1,"G":"RandomInt"}}},"c":{"M":"type","V":[1,2],"G":"RandomInt"}}""");
        yield return Of("body", """{"a":{"M":"type","V":{"M":"integer","V":1,"G":"RandomInt"},"G":"Uuid"}}""");
        yield return Of("body", """{"a":{"M":"type","V":{"M":"integer","V":1,"G":"RandomInt"}}}""");
        yield return Of("body", """{"a":{"M":[{"M":"type","G":"RandomInt"}],"V":1}}""");
        yield return Of("body", """{"a":{"M":[{"M":"type"}],"V":1,"G":"RandomInt","max":3}}""");
        yield return Of("body", """{"a":{"M":"matching(date,'yyyy','2020')","V":"2020","G":"Date","format":"MM"}}""");
        yield return Of("body", """{"a":{"M":"arrayContains","variants":[{"x":{"M":"type","V":1,"G":"RandomInt","min":3}},{"M":"type","V":2,"G":"RandomInt"}]}}""");
    }

    private static IEnumerable<IntegrationFact> Values()
    {
        string[] texts =
        [
            "hello", "{hello", "[1]", "matching(type,'x')", """{"V":"x"}""", """{"V":"x","G":"RandomInt"}""", """ {"M":"type","V":"x"} """, """{"M":"type","V":"x"} x""", """{"M":"type","V":1}""", """{"M":"type","V":true}""", """{"M":"type","V":{"a":1}}""", """{"M":"type","V":["a","b"]}""",
            """{"M":"type","V":["a"]}""", """{"M":"type","V":[]}""", """{"M":"type","V":{"M":"regex","regex":"\\d","V":"1"}}""", """{"M":"type","V":[{"M":"regex","regex":"\\d","V":"1"}]}""", """{"M":[{"M":"type","V":"q"}]}""", """{"M":"matching(regex, '\\d+', '12')"}""", """{"M":"type","V":1.50}""",
            """{"M":"type","V":1e2}""", """{"M":"type","V":"é"}""",
        ];
        foreach (var place in Texts)
        foreach (var text in texts)
            yield return Of(place, text);
    }

    private static IEnumerable<IntegrationFact> Several()
    {
        string[][] lists =
        [
            ["a", "b"], ["""{"M":"type","V":"a"}""", """{"M":"type","V":"b"}"""], ["""{"M":"type","V":"a"}""", "b"], ["a", """{"M":"type","V":"b"}"""], ["""{"M":"type","V":"a"}""", """{"M":"regex","regex":"b","V":"b"}"""], ["""{"M":"type","V":["a","c"]}""", """{"M":"type","V":"b"}"""],
            ["""{"M":"type","V":"a","G":"RandomString"}""", """{"M":"type","V":"b","G":"RandomString"}"""], ["a", """{"M":"type","V":"b","G":"RandomString"}"""],
        ];
        foreach (var place in new[] { "query", "X-A", "Vary" })
        foreach (var list in lists)
            yield return new($"{place}: {string.Join(" and ", list)}", place, [.. list.Select(Spelled)]);
        foreach (var (header, text) in new[] { ("Accept", "a, b"), ("Accept", """{"M":"type","V":"a, b"}"""), ("Vary", """{"M":"type","V":["a","b"]}"""), ("Date", "Sat, 03 Feb 2024"), ("X-A", "a, b"), ("X-A", "  a  ") })
            yield return Of(header, text);
    }

    private static IEnumerable<IntegrationFact> Lists()
    {
        string[] bodies =
        [
            """{"M":"type","V":{"a":1}}""", """{"M":"type","min":1,"V":[{"a":{"M":"type","V":1}}]}""", """[{"M":"type","V":1},{"M":"integer","V":2}]""", """{"M":"arrayContains","variants":[{"M":"type","V":1},{"a":{"M":"regex","regex":"x","V":"x"}}]}""", """{"a":[[{"M":"type","V":1}],[{"M":"type","V":2}]]}""",
            """{"a":{"M":"type","min":2,"V":[{"M":"type","min":1,"V":[{"M":"integer","V":1}]}]}}""", """{"a":{"M":"type","min":2,"V":[{"k":{"M":"type","V":1}},{"k":{"M":"type","V":2}}]}}""", """{"a":{"M":"type","V":[{"M":"integer","V":1},{"M":"regex","regex":"x","V":"x"}]}}""", """{"a":{"M":"type","min":0,"V":[]}}""",
            """{"a":{"M":"type","min":1,"V":{"x":1}}}""", """{"a":{"M":"arrayContains","variants":[{"x":{"M":"arrayContains","variants":[{"M":"type","V":1}]}}]}}""", """{"a":{"M":"arrayContains","variants":[{"M":"type","min":2,"V":[{"M":"type","V":1}]}]}}""", """{"a":{"M":"arrayContains","variants":[{"M":"type","V":1}],"V":[1,2]}}""",
            """{"l":{"M":"type","min":1,"V":[{"a":{"M":"arrayContains","variants":[{"x":{"M":"type","V":1}}]}}]}}""", """{"a":{"M":[{"M":"arrayContains","variants":[{"M":"type","V":1}]},{"M":"type","min":1}],"V":[1]}}""", """{"a":{"M":"arrayContains","variants":[{"M":"mystery","V":1}]}}""",
            """{"a":{"M":"atLeast(1), eachValue(matching(integer,1))","V":[1,2]}}""", """{"a":{"M":"arrayContains(matching(type,1))","V":[1]}}""", """{"a":{"M":"matching(type,1)","min":2,"V":[1]}}""", "[]", "1", "\"abc\"", "true", "null", """{"a":1.0,"b":1e3,"c":100000000000000000000,"d":1.50}""",
        ];
        return bodies.Select(json => Of("body", json));
    }

    private static IEnumerable<IntegrationFact> Maps()
    {
        string[] bodies =
        [
            "{}", """{"a":[1,{"b":null}]}""", """{"a":1,"pact:foo":2}""", """{"a":{"V":1}}""", """{"a":{"M":"type","V":{"a":{"M":"type","V":{"b":{"M":"integer","V":1}}}}}}""", """{"a":{"M":"type","V":{"M":"regex","regex":"\\d","V":"1"}}}""", """{"a":{"M":"type","V":{"M":"regex","regex":"\\d","V":{"M":"include","V":"1"}}}}""",
            """{"a":{"M":"values","V":{"x":{"M":"type","V":1},"y":{"M":"regex","regex":"1","V":"1"}}}}""", """{"a":{"M":"values","V":{"x":{"k":{"M":"type","V":1}},"y":{"k":{"M":"type","V":2}}}}}""", """{"a":{"M":"values","V":{"M":"type","V":{"x":1}}}}""", """{"a":{"M":"values","V":[{"M":"type","V":1}]}}""", """{"a":{"M":"values","V":1}}""", """{"a":{"M":"values","V":{"y":{"M":"type","V":1},"x":{"M":"integer","V":1}}}}""",
            """{"a":{"M":"eachKey","rules":[{"M":"regex","regex":"k"}],"V":{"k":{"z":{"M":"type","V":1}}}}}""", """{"a":{"M":"eachValue","rules":[{"M":"type"}],"V":{"k":{"z":{"M":"type","V":1}}}}}""", """{"a":{"M":"eachValue","rules":[{"M":"type"}],"V":[{"M":"type","V":1},2]}}""",
            """{"a":{"M":[{"M":"eachKey","rules":[{"M":"regex","regex":"k"}]},{"M":"eachValue","rules":[{"M":"type"}]}],"V":{"k":1}}}""", """{"a":{"M":[{"M":"eachKey","rules":[{"M":"regex","regex":"k"}]},{"M":"values"}],"V":{"k":{"M":"type","V":1}}}}""", """{"a":{"M":"eachKey","rules":[{"M":"regex","regex":"k"}],"V":"k"}}""",
            """{"a":{"M":"eachKey(matching(regex, 'k.*', 'k1')), eachValue(matching(type, 1))","V":{"k1":1}}}""", """{"a":{"M":"eachValue(matching(type,1))","V":{"x":{"y":{"M":"type","V":1}}}}}""", """{"a":{"M":"type","V":1},"b":{"M":"mystery","V":2},"c":{"M":"integer","V":3}}""",
            """{"a":{"M":"type","V":1},"a":{"M":"integer","V":2}}""", """{"a":{"M":"type","V":1},"a":2}""", """{"a":{"b":{"c":[{"d":{"M":"type","min":1,"V":[{"e":{"M":"values","V":{"x":[{"M":"type","V":1}]}}}]}}]}}}""",
        ];
        return bodies.Select(json => Of("body", json));
    }

    private static IEnumerable<IntegrationFact> Names()
    {
        string[] names = ["a b", "a.b", "a'b", "é", "$", "", "1", "a-b", "@x", "#text", "a[0]", "_x", "a:b", "a/b", "a\"b", "a\\b", "*", "x1", "1x", "日本"];
        return names.Select(name => Of("body", new JsonObject { [name] = new JsonObject { ["M"] = "type", ["V"] = 1 } }.ToJsonString()));
    }

    private static IEnumerable<IntegrationFact> OtherPlaces()
    {
        string[] forms =
        [
            """{"a":"1","b":2}""", """{"a":{"M":"type","V":"x"}}""", """{"a":{"M":"regex","regex":"\\d","V":"1"}}""", """{"a":["1","2"]}""", """{"a":{"M":"type","V":["x","y"]}}""", """{"a":[{"M":"type","V":"x"},{"M":"regex","regex":"1","V":"1"}]}""", """{"a":{"M":"type","V":"x","G":"RandomInt"}}""",
            """{"a":{"M":"integer","V":1}}""", """{"a":null}""", """{"a":true}""", """{"a":{"M":"type","min":1,"V":["x"]}}""", """{"a":{"M":"eachValue","rules":[{"M":"type"}],"V":["x"]}}""", """{"a b":"x y","é":"ü"}""", """{"a[]":{"M":"type","V":"x"}}""", """{"a":{"b":1}}""", """{"a":{"M":"mystery","V":"x"}}""",
        ];
        foreach (var json in forms) yield return Of("form", json);
        foreach (var json in new[] { """{"a":1}""", """{"a":{"M":"type","V":1}}""", """{"a":{"M":"type","V":1,"G":"RandomInt"}}""", """{"M":"type","min":1,"V":[{"M":"integer","V":1}]}""", """{"a":{"M":"arrayContains","variants":[{"x":{"M":"type","V":1}}]}}""", """{"a":{"M":"mystery"}}""" })
        {
            yield return Of("message", json);
            yield return Of("message", json, 3);
        }

        foreach (var json in new[] { """{"M":"statusCode","status":"success","V":200}""", """{"M":"status-code","status":[200,201],"V":200}""", """{"M":"statusCode","V":200}""", """{"M":"statusCode","status":"bogus","V":200}""", """{"M":"statusCode","status":200,"V":200}""", """{"M":"statusCode","status":["x"],"V":200}""", """{"M":"statusCode","status":[],"V":200}""", """{"M":"integer","V":201}""", """{"M":"regex","regex":"2..","V":200}""", """{"M":[{"M":"integer"},{"M":"type"}],"V":204}""", """{"M":"matching(integer, 200)","V":204}""", "204" })
            yield return Of("status", json);
        foreach (var json in new[] { """{"a":{"M":"type","V":1}}""", """{"a":{"M":"eachKey","rules":[{"M":"type"}],"V":{"k":1}}}""", """{"a":{"M":"type","V":1,"G":"RandomInt"}}""", """{"a":{"M":"values","V":{"x":1}}}""", """{"a":{"M":"date","format":"yyyy","V":"2020"}}""" })
            yield return Of("body", json, 3);
        foreach (var json in new[] { """{"a":{"M":"type","V":1}}""", """{"a":{"M":"type","min":1,"V":[{"M":"integer","V":1}]}}""", """{"a":{"M":"regex","regex":"\\d","V":"1"}}""", """{"a":{"M":"type","V":{"M":"regex","regex":"\\d","V":"1"}}}""" })
            yield return Of("body", json, 2);
    }

    private static List<IntegrationFact> Randoms()
    {
        // A seed of its own, so that the facts stay the same.
        var random = new RandomIntegration(new Random(7));
        return [.. Enumerable.Range(1, 300).Select(number => new IntegrationFact($"random document {number}", "body", [new JsonObject { ["r"] = random.Value(5) }.ToJsonString()]))];
    }

    private static IntegrationFact Of(string place, string json, int specification = 4)
    {
        var fact = IntegrationFact.Of(place, json, specification);
        return fact with { Texts = [Spelled(json)] };
    }

    private static string Spelled(string json) => json
        .Replace("\"M\":", "\"pact:matcher:type\":", StringComparison.Ordinal).Replace("\"G\":", "\"pact:generator:type\":", StringComparison.Ordinal).Replace("\"V\":", "\"value\":", StringComparison.Ordinal);
}
