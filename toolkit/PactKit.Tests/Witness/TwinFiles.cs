using System.Text.Json;
using PactKit.Model;
using PactKit.Verifier;
using PactKit.Wire;
using PactNet;
using PactNet.Matchers;
using Match = PactNet.Matchers.Match;
using Pact = PactNet.Pact;

namespace PactKit.Tests.Witness;

/// <summary>Writes with our public API what write-twins.cjs writes with the official engine.</summary>
internal static class TwinFiles
{
    private const string Provider = "Twin";

    private static readonly byte[] Pixels = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 255];

    /// <summary>The consumers' part is played with the requests of the official files, so those examples are accepted as well.</summary>
    public static async Task WriteAsync(string folder, string officialFolder)
    {
        var config = new PactConfig { PactDir = folder, Outputters = [] };
        var v2 = Pact.V2("TwinV2", Provider, config).WithHttpInteractionsInMemory();
        Plain(name => (RequestBuilder<IRequestBuilderV2, IResponseBuilderV2>)v2.UponReceiving(name));
        await SendAsync(v2, officialFolder, "TwinV2");

        var v3 = Pact.V3("TwinV3", Provider, config).WithHttpInteractionsInMemory();
        Plain(name => (RequestBuilder<IRequestBuilderV3, IResponseBuilderV3>)v3.UponReceiving(name));
        Later(name => (RequestBuilder<IRequestBuilderV3, IResponseBuilderV3>)v3.UponReceiving(name));
        await SendAsync(v3, officialFolder, "TwinV3");

        var v4 = Pact.V4("TwinV4", Provider, config).WithHttpInteractionsInMemory();
        Plain(name => (RequestBuilder<IRequestBuilderV4, IResponseBuilderV4>)v4.UponReceiving(name));
        Later(name => (RequestBuilder<IRequestBuilderV4, IResponseBuilderV4>)v4.UponReceiving(name));
        Last(v4.UponReceiving);
        await SendAsync(v4, officialFolder, "TwinV4");
        await MessagesOfV4Async(config);
        MessagesOfV3(config);
    }

    private static async Task SendAsync(IPactBuilder pact, string folder, string consumer)
    {
        // The requests are the same in all versions; the official V2 file has a query that cannot be read back.
        var names = Read(folder, consumer).Interactions.Select(interaction => interaction.Description).ToHashSet();
        var requests = Read(folder, "TwinV4").Interactions.OfType<HttpInteraction>().Where(interaction => names.Contains(interaction.Description));
        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpMessageInvoker(context.CreateHandler());
            foreach (var interaction in requests)
            {
                using var request = HttpMessages.Write(interaction.Request, ProviderUri.Of(context.MockServerUri, interaction.Request));
                using var response = await client.SendAsync(request, CancellationToken.None);
                Assert.True((int)response.StatusCode == interaction.Response.Status, interaction.Description + ": " + await response.Content.ReadAsStringAsync());
            }
        });
    }

    private static PactKit.Model.Pact Read(string folder, string consumer)
    {
        var read = PactReader.Read(File.ReadAllBytes(Path.Combine(folder, $"{consumer}-{Provider}.json")), consumer);
        Assert.True(read.IsSuccess, read.Error);
        return read.Pact;
    }

    // What V2, V3 and V4 have in common.
    private static void Plain<TRequest, TResponse>(Func<string, RequestBuilder<TRequest, TResponse>> add) where TRequest : IRequestPart where TResponse : IResponsePart
    {
        static TRequest Part(RequestBuilder<TRequest, TResponse> builder) => (TRequest)(object)builder;
        static ResponseBuilder<TResponse> Answer(RequestBuilder<TRequest, TResponse> builder, ushort status)
        {
            var response = (ResponseBuilder<TResponse>)(object)builder.WillRespond();
            response.WithStatus(status);
            return response;
        }

        var one = add("a plain get");
        one.WithRequest(HttpMethod.Get, "/plain");
        Answer(one, 200);

        one = add("a delete");
        one.WithRequest(HttpMethod.Delete, "/things/1");
        Answer(one, 204);

        one = add("a method in small letters");
        one.WithRequest("patch", "/small");
        Answer(one, 202);

        one = add("a query");
        one.WithRequest(HttpMethod.Get, "/query");
        one.WithQuery("b", "two words");
        one.WithQuery("a", "1");
        one.WithQuery("a", "2");
        one.WithQuery("ü&=", "ä+/?#%");
        one.WithQuery("empty", "");
        one.WithQuery("ids[]", "7");
        Answer(one, 200);

        one = add("a query with rules");
        one.WithRequest(HttpMethod.Get, "/query-rules");
        one.WithQuery("page", Match.Integer(1));
        one.WithQuery("sort", Match.Regex("asc", "asc|desc"));
        Answer(one, 200);

        one = add("headers");
        one.WithRequest(HttpMethod.Get, "/headers");
        one.WithHeader("Accept", "application/json");
        one.WithHeader("Accept", "text/plain");
        one.WithHeader("x-small", "v");
        one.WithHeader("X-Comma", "a, b");
        one.WithHeader("X-Empty", "");
        one.WithHeader("X-Umlaut", "grün");
        var answer = Answer(one, 200);
        answer.WithHeader("Set-Cookie", "a=1; Path=/");
        answer.WithHeader("Set-Cookie", "b=2");
        answer.WithHeader("Cache-Control", "no-cache, no-store");
        answer.WithHeader("Date", "Sat, 01 Jan 2022 00:00:00 GMT");

        one = add("headers with rules");
        one.WithRequest(HttpMethod.Get, "/header-rules");
        one.WithHeader("X-Id", Match.Regex("a1", @"[a-z]\d"));
        Answer(one, 200).WithHeader("ETag", Match.Type("abc"));

        one = add("a path with a rule");
        Part(one).WithRequest(HttpMethod.Get, Match.Regex("/users/1", @"^/users/\d+$"));
        Answer(one, 200);

        one = add("one state");
        one.Given("a thing exists");
        one.WithRequest(HttpMethod.Get, "/state");
        Answer(one, 200);

        one = add("a JSON body");
        one.WithRequest(HttpMethod.Post, "/json");
        one.WithJsonBody(new { z = 1, a = new object?[] { true, null, "x", new { y = "b", x = "a" } }, n = -1.5, big = 12345678901, e = new { }, l = Array.Empty<int>(), s = "" });
        Answer(one, 201).WithJsonBody(new Dictionary<string, object> { ["text"] = "grün \"q\" \\ / \t\n\u0001\u007f <&> \u2028 😀", ["a b"] = 1, [""] = 2 });

        one = add("JSON bodies of one value");
        one.WithRequest(HttpMethod.Post, "/json-value");
        one.WithJsonBody(new[] { 1, 2 });
        Answer(one, 200).WithJsonBody("hello");

        one = add("a JSON body that is a number");
        one.WithRequest(HttpMethod.Post, "/json-number");
        one.WithJsonBody(42);
        Answer(one, 200).WithJsonBody(true);

        one = add("a JSON body of another type");
        one.WithRequest(HttpMethod.Post, "/json-type");
        one.WithJsonBody(new { a = 1 }, "application/vnd.shop+json");
        ((TResponse)(object)Answer(one, 200)).WithJsonBody(new { a = 1 }, "application/json; charset=utf-8");

        one = add("JSON rules");
        one.WithRequest(HttpMethod.Post, "/json-rules");
        one.WithJsonBody(new Dictionary<string, object>
        {
            ["id"] = Match.Integer(1), ["name"] = Match.Type("Ada"), ["price"] = Match.Decimal(1.5), ["count"] = Match.Number(3), ["code"] = Match.Regex("a1", @"[a-z]\d"),
            ["part"] = Match.Include("abc"), ["list"] = Match.MinType(new { k = Match.Type("v") }, 1), ["more"] = Match.MaxType(1, 3), ["both"] = Match.MinMaxType(1, 1, 3),
            ["same"] = Match.Equality("x"), ["odd name"] = Match.Type(1), ["nothing"] = Match.Null(),
        });
        Answer(one, 200).WithJsonBody(Match.Type(new { inner = Match.Type(new { deep = Match.Integer(1) }) }));

        one = add("a text body");
        one.WithRequest(HttpMethod.Post, "/text");
        one.WithBody("hello\nworld", "text/plain");
        Answer(one, 200).WithBody("grün", "text/plain; charset=utf-8");

        one = add("an XML body");
        one.WithRequest(HttpMethod.Post, "/xml");
        one.WithBody("<?xml version=\"1.0\"?><a b=\"1\">x</a>", "application/xml");
        Answer(one, 200).WithBody("<a/>", "text/xml");

        one = add("a form body");
        one.WithRequest(HttpMethod.Post, "/form");
        one.WithBody("a=1&b=two+words", "application/x-www-form-urlencoded");
        Answer(one, 200);

        one = add("a body that looks like JSON");
        one.WithRequest(HttpMethod.Post, "/looks");
        one.WithBody("{\"a\":1}", "text/plain");
        Answer(one, 200).WithBody("<html></html>", "text/html");

        one = add("a header of the type beside the body");
        one.WithRequest(HttpMethod.Post, "/typed");
        one.WithHeader("Content-Type", "application/json;charset=UTF-8");
        one.WithJsonBody(new { a = 1 });
        Answer(one, 200);

        one = add("an empty body");
        one.WithRequest(HttpMethod.Post, "/empty");
        one.WithBody("", "text/plain");
        Answer(one, 200);

        one = add("a binary body");
        one.WithRequest(HttpMethod.Post, "/binary");
        Part(one).WithBinaryBody(Pixels, "image/png", anyOfType: true);
        Answer(one, 200);
    }

    private static void Later<TRequest, TResponse>(Func<string, RequestBuilder<TRequest, TResponse>> add) where TRequest : IRequestPart where TResponse : IResponsePart
    {
        var one = add("states with parameters");
        one.Given("no parameters");
        ((TRequest)(object)one).Given("some", new { id = 7, name = "Ada", list = new[] { 1 }, nested = new { a = (string?)null } });
        one.WithRequest(HttpMethod.Get, "/states");
        ((ResponseBuilder<TResponse>)(object)one.WillRespond()).WithStatus(200);

        one = add("generators");
        one.WithRequest(HttpMethod.Get, "/generators");
        var answer = (ResponseBuilder<TResponse>)(object)one.WillRespond();
        answer.WithStatus(200);
        answer.WithJsonBody(new
        {
            @int = Generate.Integer(5, 1, 9), dec = Generate.Decimal(1.5m, 6), hex = Generate.Hexadecimal("AB", 8), str = Generate.Text("x", 12), flag = Generate.Boolean(true),
            code = Generate.Regex("a1", @"[a-z]\d"), state = Generate.FromProviderState("${id}", 7),
        });

        one = add("date rules");
        one.WithRequest(HttpMethod.Get, "/dates");
        answer = (ResponseBuilder<TResponse>)(object)one.WillRespond();
        answer.WithStatus(200);
        answer.WithJsonBody(new
        {
            day = Generate.Date("2001-02-03"), time = Generate.Time("10:11", "HH:mm"), moment = Generate.DateTime("2001-02-03T10:11:12", "yyyy-MM-ddTHH:mm:ss"),
        });
    }

    private static void Last(Func<string, IRequestBuilderV4> add)
    {
        add("comments").WithComment("first").WithComment("second \"quoted\"").WithTestName("a test").WithRequest(HttpMethod.Get, "/comments").WillRespond().WithStatus(200);
        add("a pending one").Pending().WithRequest(HttpMethod.Get, "/pending").WillRespond().WithStatus(200);
        add("rules of V4").WithRequest(HttpMethod.Get, "/v4").WillRespond().WithStatus(200).WithJsonBody(new
        {
            version = Match.Semver("1.0.0"), full = Match.NotEmpty("x"), any = Match.ArrayContains(new { a = Match.Type(1) }, new { b = 2 }),
            keys = Match.EachKey(new { k1 = 1 }, Match.Regex("k1", @"k\d")), values = Match.EachValue(new { k = 1 }, Match.Integer(1)),
        });
        add("a class of status").WithRequest(HttpMethod.Get, "/status").WillRespond().WithStatus(StatusClass.Success);
    }

    private static async Task MessagesOfV4Async(PactConfig config)
    {
        var pact = Pact.V4("TwinV4", Provider, config);
        var messages = pact.WithMessageInteractions();
        messages.ExpectsToReceive("an event").Given("an order exists").Given("with", new { id = 1 }).WithMetadata("topic", "orders")
            .WithJsonContent(new { id = Match.Integer(1) }).Verify<JsonElement>(_ => { });
        messages.ExpectsToReceive("an event of text").WithContent("hello", "text/plain").Verify<string>(_ => { });
        messages.ExpectsToReceive("an event of bytes").WithBinaryContent(Pixels, "image/png").Verify<byte[]>(_ => { });
        await pact.WithSynchronousMessageInteractions().ExpectsToReceive("a question").Given("somebody listens")
            .WithRequest(request => request.WithJsonContent(new { sku = Match.Type("tea") })).WithResponse(response => response.WithJsonContent(new { price = Match.Integer(5) }))
            .VerifyAsync(channel => channel.SendAsync<object, JsonElement>(new { sku = "coffee" }));
    }

    private static void MessagesOfV3(PactConfig config)
    {
        var messages = Pact.V3("TwinMessages", Provider, config).WithMessageInteractions();
        messages.ExpectsToReceive("a message").Given("plain").Given("with", new { id = 1 }).WithMetadata("topic", "orders").WithMetadata("other", "one")
            .WithJsonContent(new { id = Match.Integer(1), name = "x" }).Verify<JsonElement>(_ => { });
        messages.ExpectsToReceive("a message of text").WithContent("hello", "text/plain").Verify<string>(_ => { });
        messages.ExpectsToReceive("a message of bytes").WithBinaryContent(Pixels, "application/octet-stream").Verify<byte[]>(_ => { });
    }
}
