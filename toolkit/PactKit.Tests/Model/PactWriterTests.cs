using System.Text;
using CsCheck;
using PactKit.Model;
using PactKit.Model.Writing;

namespace PactKit.Tests.Model;

public sealed class PactWriterTests
{
    public static TheoryData<PactSpecification> Versions =>
        [PactSpecification.V1, PactSpecification.V11, PactSpecification.V2, PactSpecification.V3, PactSpecification.V4];

    [Theory]
    [InlineData(PactSpecification.V1)]
    [InlineData(PactSpecification.V2)]
    [InlineData(PactSpecification.V3)]
    [InlineData(PactSpecification.V4)]
    public void Interactions_that_were_printed_ahead_make_the_same_file_and_the_same_warnings(PactSpecification specification) =>
        Gen.Select(new PactGen(specification).Pact, new PactGen(PactSpecification.V4).Pact).Sample((first, second) =>
        {
            // Half of them were printed ahead, and some hold what the version does not.
            var richer = second.Interactions.Where(one => one is HttpInteraction && specification != PactSpecification.V3);
            var pact = first with { Interactions = [.. first.Interactions, .. richer] };
            var ahead = PrintedAhead.Of([.. pact.Interactions.Where((_, index) => index % 2 == 0)], specification);
            var printed = PactWriter.Print(pact, null, null, ahead, out var error);
            var written = PactWriter.Write(pact);
            return error == written.Error
                && (printed is null || (printed.Json.AsSpan().SequenceEqual(written.Json) && printed.Warnings.SequenceEqual(written.Warnings)));
        });

    [Fact]
    public void What_was_printed_ahead_for_another_version_is_left_alone()
    {
        var interaction = new HttpInteraction { Description = "d", Key = "k", Request = new Request(), Response = new Response() };
        var pact = new Pact { Consumer = "c", Provider = "p", Specification = PactSpecification.V4, Interactions = [interaction] };
        var ahead = PrintedAhead.Of([interaction], PactSpecification.V3);

        Assert.Equal(PactWriter.Write(pact).Json, PactWriter.Print(pact, null, null, ahead, out _)!.Json);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void What_is_written_is_read_back_the_same(PactSpecification specification) =>
        new PactGen(specification).Pact.Sample(
            pact =>
            {
                var written = Write(pact);
                var read = PactReader.Read(written, "generated");
                Assert.True(read.IsSuccess, read.Error);
                var expected = pact with { Interactions = [.. InteractionOrder.Sort(pact.Interactions)] };
                var actual = read.Pact with { Metadata = read.Pact.Metadata.Where(m => m.Key != "pactKit").ToDictionary() };
                Assert.Equal(ModelText.Of(expected), ModelText.Of(actual));
                Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Write(read.Pact)));
            },
            iter: 300);

    [Theory(Skip = ConformanceFiles.NotFound, SkipType = typeof(ConformanceFiles), SkipUnless = nameof(ConformanceFiles.AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(PactReaderTests.PactFiles), MemberType = typeof(PactReaderTests))]
    public void A_real_pact_file_keeps_its_bytes_once_it_was_written(string path)
    {
        var first = Write(PactReader.ReadFile(path).Pact!);
        var second = Write(PactReader.Read(first, path).Pact!);
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(second));
    }

    [Fact]
    public void A_V4_file_looks_like_this()
    {
        var pact = Reading.Good("""
            {"provider":{"name":"P"},"consumer":{"name":"C"},"metadata":{"zTool":{"v":1},"pactSpecification":{"version":"4.0"}},"_links":{"self":{}},"createdAt":"x","interactions":[
            {"type":"Synchronous/HTTP","_id":"7","description":"z é 😀","comments":{"text":[],"testname":"t"},
             "request":{"method":"GET","path":"/","query":{"q":["1",null]},"headers":{"Accept":["a","b"]},"matchingRules":{"path":{"matchers":[{"match":"type"}]},"body":{"$.x":{"matchers":[]}}}},
             "response":{"status":200,"body":{"content":{"b":1.0,"a":"<>"},"contentType":"application/json"},"generators":{"body":{"$.b":{"type":"RandomInt","min":1,"max":2}}}}},
            {"type":"Asynchronous/Messages","description":"a","providerStates":[{"name":"s","params":{"n":1e2}},{"name":"t"}],"contents":{"content":"x","contentType":"text/plain"}}]}
            """);
        Assert.Equal(
            """
            {
              "consumer": {
                "name": "C"
              },
              "interactions": [
                {
                  "contents": {
                    "content": "x",
                    "contentType": "text/plain",
                    "encoded": false
                  },
                  "description": "a",
                  "pending": false,
                  "providerStates": [
                    {
                      "name": "s",
                      "params": {
                        "n": 1e2
                      }
                    },
                    {
                      "name": "t"
                    }
                  ],
                  "type": "Asynchronous/Messages"
                },
                {
                  "comments": {
                    "testname": "t"
                  },
                  "description": "z é 😀",
                  "pending": false,
                  "request": {
                    "headers": {
                      "Accept": [
                        "a",
                        "b"
                      ]
                    },
                    "matchingRules": {
                      "path": {
                        "combine": "AND",
                        "matchers": [
                          {
                            "match": "type"
                          }
                        ]
                      }
                    },
                    "method": "GET",
                    "path": "/",
                    "query": {
                      "q": [
                        "1",
                        null
                      ]
                    }
                  },
                  "response": {
                    "body": {
                      "content": {
                        "a": "<>",
                        "b": 1.0
                      },
                      "contentType": "application/json",
                      "encoded": false
                    },
                    "generators": {
                      "body": {
                        "$.b": {
                          "max": 2,
                          "min": 1,
                          "type": "RandomInt"
                        }
                      }
                    },
                    "status": 200
                  },
                  "type": "Synchronous/HTTP"
                }
              ],
              "metadata": {
                "pactKit": {
                  "version": "0.1.0"
                },
                "pactSpecification": {
                  "version": "4.0"
                },
                "zTool": {
                  "v": 1
                }
              },
              "provider": {
                "name": "P"
              }
            }

            """,
            Encoding.UTF8.GetString(Write(pact)));
    }

    [Theory]
    [InlineData(PactSpecification.V1, "1.0.0")]
    [InlineData(PactSpecification.V11, "1.1.0")]
    [InlineData(PactSpecification.V2, "2.0.0")]
    [InlineData(PactSpecification.V3, "3.0.0")]
    [InlineData(PactSpecification.V4, "4.0")]
    [InlineData(PactSpecification.Unknown, "3.0.0")]
    public void The_version_is_written_into_the_metadata(PactSpecification specification, string text)
    {
        var json = Reading.Json(Encoding.UTF8.GetString(Write(new Pact { Consumer = "c", Provider = "p", Specification = specification })));
        Assert.Equal(text, json.GetProperty("metadata").GetProperty("pactSpecification").GetProperty("version").GetString());
        Assert.Equal(0, json.GetProperty("interactions").GetArrayLength());
    }

    [Fact]
    public void A_V2_file_holds_flat_rules_an_encoded_query_and_one_state()
    {
        var pact = Reading.Good("""
            {"metadata":{"pactSpecification":{"version":"3.0.0"}},"interactions":[{"description":"d","providerStates":[{"name":"s","params":{"a":1}},{"name":"t"}],
             "request":{"method":"GET","path":"/","query":{"b":["x y"],"a":["é&"]},"headers":{"Accept":["a","b"]},
               "matchingRules":{"path":{"matchers":[{"match":"regex","regex":"/"}]},"query":{"q":{"matchers":[{"match":"type"}]}},"header":{"X-A":{"matchers":[{"match":"type"},{"match":"regex","regex":"x"}]}},
                 "body":{"$":{"matchers":[{"match":"type","min":1}]},"$[*].a":{"matchers":[{"match":"integer"}]}}},
               "generators":{"path":{"type":"Uuid"}}},
             "response":{"status":200}}]}
            """);
        var result = PactWriter.Write(pact, PactSpecification.V2);
        var interaction = Reading.Json(Encoding.UTF8.GetString(result.Json!)).GetProperty("interactions")[0];
        Assert.Equal("s", interaction.GetProperty("providerState").GetString());
        Assert.False(interaction.TryGetProperty("providerStates", out _));
        var request = interaction.GetProperty("request");
        Assert.Equal("a=%c3%a9%26&b=x+y", request.GetProperty("query").GetString());
        Assert.Equal("a, b", request.GetProperty("headers").GetProperty("Accept").GetString());
        Assert.Equal(["$.body", "$.body[*].a", "$.headers['X-A']", "$.path", "$.query.q[0]"], request.GetProperty("matchingRules").EnumerateObject().Select(m => m.Name));
        Assert.False(request.TryGetProperty("generators", out _));
        Assert.Equal(
            [
                "Interaction \"d\": V2 holds one provider state; only \"s\" was written",
                "Interaction \"d\": parameters of provider states came with V3; they were left out",
                "Interaction \"d\": V2 holds one matching rule for each path; only the first for $.headers['X-A'] was written",
                "Interaction \"d\": generators came with V3; they were left out",
                "Interaction \"d\": the rule \"integer\" came with V3; readers that only know V2 may not understand it",
            ],
            result.Warnings);
    }

    [Fact]
    public void V1_has_no_rules_and_says_so()
    {
        var pact = Reading.Good("""{"interactions":[{"description":"d","request":{"matchingRules":{"$.body":{"match":"type"}}},"response":{}}]}""");
        var result = PactWriter.Write(pact, PactSpecification.V1);
        Assert.Equal(["Interaction \"d\": V1 holds no matching rules; they were left out"], result.Warnings);
        Assert.DoesNotContain("matchingRules", Encoding.UTF8.GetString(result.Json!), StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_with_V4_is_left_out_of_V3_with_a_warning()
    {
        var pact = Reading.Good("""{"metadata":{"pactSpecification":{"version":"4.0"}},"interactions":[{"type":"Synchronous/HTTP","description":"d","key":"k","pending":true,"comments":{"testname":"t"},"request":{},"response":{}}]}""");
        Assert.Equal(["Interaction \"d\": key, pending, comments came with V4; left out"], PactWriter.Write(pact, PactSpecification.V3).Warnings);
    }

    [Theory]
    [InlineData("""[{"type":"Synchronous/Messages","description":"d","request":{},"response":[]}]""", PactSpecification.V3, "The synchronous message \"d\" cannot be written to a V3 pact file")]
    [InlineData("""[{"type":"Asynchronous/Messages","description":"d"}]""", PactSpecification.V2, "The message \"d\" cannot be written to a V2 pact file")]
    [InlineData("""[{"type":"Asynchronous/Messages","description":"d"},{"type":"Synchronous/HTTP","description":"e","request":{},"response":{}}]""", PactSpecification.V3, "holds either HTTP interactions or messages")]
    public void Kinds_of_interaction_a_version_does_not_know_are_an_error(string interactions, PactSpecification specification, string expected)
    {
        var pact = Reading.Good($$$"""{"metadata":{"pactSpecification":{"version":"4.0"}},"interactions":{{{interactions}}}}""");
        Assert.Contains(expected, PactWriter.Write(pact, specification).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_V4_message_written_as_V3_says_its_content_type_in_the_metadata()
    {
        var pact = Reading.Good("""{"metadata":{"pactSpecification":{"version":"4.0"}},"interactions":[{"type":"Asynchronous/Messages","description":"d","contents":{"content":{"a":1},"contentType":"application/json"}}]}""");
        var message = Reading.Json(Encoding.UTF8.GetString(PactWriter.Write(pact, PactSpecification.V3).Json!)).GetProperty("messages")[0];
        Assert.Equal("application/json", message.GetProperty("metadata").GetProperty("contentType").GetString());
        Assert.Equal("""{"a":1}""", PactKit.Model.Json.JsonPrinter.Compact(message.GetProperty("contents")));
    }

    [Fact]
    public void Interactions_are_sorted_whatever_order_they_came_in()
    {
        static Interaction Http(string description, params string[] states) => new HttpInteraction
        {
            Description = description, ProviderStates = [.. states.Select(s => new ProviderState(s))], Request = new Request(), Response = new Response(),
        };
        var message = new AsynchronousMessage { Description = "b", Contents = new MessageContents() };
        Interaction[] sorted = [Http("a"), Http("a", "s"), Http("a", "s", "t"), Http("a", "t"), message, Http("b"), Http("c")];
        Gen.Shuffle(sorted).Sample(shuffled => Assert.Equal(sorted, InteractionOrder.Sort(shuffled)));
    }

    [Theory]
    [InlineData("image/png", "[1,2]", """{"content":"WzEsMl0=","contentType":"image/png","encoded":"base64"}""")]
    [InlineData("application/json", "{oops", """{"content":"e29vcHM=","contentType":"application/json","encoded":"base64"}""")]
    [InlineData("application/json", "null", """{"content":"null","contentType":"application/json","encoded":"JSON"}""")]
    [InlineData("application/json", "\"\"", """{"content":"\"\"","contentType":"application/json","encoded":"JSON"}""")]
    [InlineData("application/json", "\"x\"", """{"content":"x","contentType":"application/json","encoded":false}""")]
    [InlineData("text/plain", "[1,2]", """{"content":"[1,2]","contentType":"text/plain","encoded":false}""")]
    [InlineData(null, "[1,2]", """{"content":[1,2],"contentType":"application/json","encoded":false}""")]
    [InlineData(null, "1fish", """{"content":"1fish","encoded":false}""")]
    public void A_V4_body_is_written_as_its_type_asks(string? type, string content, string expected)
    {
        var body = Body.Of(Encoding.UTF8.GetBytes(content), ContentType.TryParse(type, out var parsed) ? parsed : null);
        var pact = new Pact { Consumer = "c", Provider = "p", Interactions = [new HttpInteraction { Description = "d", Request = new Request { Body = body }, Response = new Response() }] };
        var written = Reading.Json(Encoding.UTF8.GetString(Write(pact))).GetProperty("interactions")[0].GetProperty("request").GetProperty("body");
        Assert.Equal(expected, PactKit.Model.Json.JsonPrinter.Compact(written));
    }

    [Fact]
    public void A_body_the_old_versions_cannot_hold_is_written_with_a_warning()
    {
        var body = Body.Of(Encoding.UTF8.GetBytes("{oops"));
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = ["application/json"] };
        var pact = new Pact { Consumer = "c", Provider = "p", Interactions = [new HttpInteraction { Description = "d", Request = new Request { Body = body, Headers = headers }, Response = new Response() }] };
        Assert.Contains("cannot hold a body of type application/json", Assert.Single(PactWriter.Write(pact, PactSpecification.V2).Warnings), StringComparison.Ordinal);
    }

    private static byte[] Write(Pact pact)
    {
        var result = PactWriter.Write(pact);
        Assert.True(result.IsSuccess, result.Error);
        return result.Json;
    }
}
