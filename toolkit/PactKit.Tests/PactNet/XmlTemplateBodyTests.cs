using System.Net;
using System.Text.Json.Nodes;
using PactNet;

namespace PactKit.Tests.PactNet;

public sealed class XmlTemplateBodyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_XML_body_may_be_described_as_JSON()
    {
        var served = await ServeAsync("""
            {"root":{"name":"users","children":[{"pact:matcher:type":"type","min":1,"examples":2,"value":{"name":"user","attributes":{"id":{"pact:matcher:type":"integer","value":7}}}}]}}
            """);

        Assert.Equal("<?xml version='1.0'?><users><user id='7'/><user id='7'/></users>", served.Body);
        Assert.Equal("application/xml", served.Type);
        var response = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.Path, "c-p.json")))!["interactions"]![0]!["response"]!;
        Assert.Equal(served.Body, (string?)response["body"]!["content"]);
        Assert.Equal(["$.users.user", "$.users.user['@id']"], response["matchingRules"]!["body"]!.AsObject().Select(rule => rule.Key));
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("{\"a\":1}")]
    [InlineData("{broken")]
    public async Task Any_other_text_stays_as_it_is(string body) => Assert.Equal(body, (await ServeAsync(body)).Body);

    [Fact]
    public void What_makes_no_sense_is_told_where_it_is_written()
    {
        var response = Pact.V4("c", "p", new PactConfig { PactDir = _folder.Path }).WithHttpInteractions().UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond();

        var failure = Assert.Throws<ArgumentException>(() => response.WithBody("""{"root":{"name":"a","children":[{"foo":1}]}}""", "application/xml"));
        Assert.Contains("$.root.children[0]", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(string Body, string? Type)> ServeAsync(string body)
    {
        var pact = Pact.V4("c", "p", new PactConfig { PactDir = _folder.Path, Outputters = [] }).WithHttpInteractions();
        pact.UponReceiving("xml").WithRequest(HttpMethod.Get, "/a").WillRespond().WithStatus(HttpStatusCode.OK).WithBody(body, "application/xml");
        (string Body, string? Type) served = default;
        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            using var answer = await client.GetAsync(new Uri("a", UriKind.Relative));
            served = (await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
        });
        return served;
    }
}
