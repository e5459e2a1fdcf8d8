using System.Runtime.Serialization;
using Refit;

namespace PactKit.RefitTests;

/// <summary>The rarer attributes of Refit, each as a line "METHOD target body".</summary>
public sealed class OddMethodsTests
{
    private static readonly Dictionary<string, Func<IOddApi, Task>> Calls = new()
    {
        ["HEAD /v3/things/1"] = api => api.Head(1),
        ["OPTIONS /v3/things"] = api => api.Options(),
        ["GET /v3/things/7/of/Ada"] = api => api.Dotted(new Owner(7, "Ada")),
        ["GET /v3/things?from=2026-11-22"] = api => api.Since(new DateTime(2026, 11, 22, 10, 0, 0, DateTimeKind.Utc)),
        ["GET /v3/things?colour=dark-red"] = api => api.Coloured(Colour.DarkRed),
        ["GET /v3/things"] = api => api.Optional(null, null),
        ["GET /v3/things?size=2&name=x"] = api => api.Optional(2, "x"),
        ["GET /v3/things?filter.Id=7&filter.Name=Ada"] = api => api.Prefixed(new Owner(7, "Ada")),
        ["GET /v3/things?a=1&b=2"] = api => api.Dictionary(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }),
        ["GET /v3/things?raw=a%2Fb"] = api => api.AlreadyEncoded("a%2Fb"),
        ["GET /v3/things?ids=1|2|3"] = api => api.Piped([1, 2, 3]),
        ["POST /v3/things?dry=True {\"id\":7,\"name\":\"Ada\"}"] = api => api.QueryAndBody(true, new Owner(7, "Ada")),
        ["POST /v3/texts plain"] = api => api.Text("plain"),
        ["POST /v3/bytes \u0001\u0002"] = api => api.Bytes(new MemoryStream([1, 2])),
        ["GET /v3/inherited"] = api => api.Inherited(),
        ["PUT /v3/ids/42"] = api => api.StrongId(new ThingId(42)),
    };

    public static IEnumerable<TheoryDataRow<string>> Lines => Calls.Keys.Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_method_is_recorded_as_it_is_sent(string line)
    {
        var request = Draft.Built(Draft.New().WithRequest(Calls[line])).Request;

        var query = string.Join('&', request.Query.SelectMany(named => named.Value.Select(value => $"{named.Key}={value?.Replace("/", "%2F", StringComparison.Ordinal)}")));
        var target = query.Length == 0 ? request.Path : $"{request.Path}?{query}";
        Assert.Equal(line, $"{request.Method} {target} {request.Body.Text()}".TrimEnd(' '));
    }

    [Fact]
    public void A_compressed_body_is_refused()
    {
        var settings = new RefitSettings { RequestCompression = RequestCompression.GZip };
        var failure = Record.Exception(() => Draft.New().WithRequest<IOddApi>(api => api.QueryAndBody(true, new Owner(7, "Ada")), settings));

        Assert.Contains("The body is sent compressed (Content-Encoding: gzip)", Assert.IsType<InvalidOperationException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_of_a_type_of_ones_own_is_found()
    {
        var request = Draft.Built(Draft.New().WithRequest<IOddApi>(api => api.StrongId(Arg.Regex(new ThingId(42), @"\d+")))).Request;

        Assert.Equal(new Model.RegexRule(@"^/v3/ids/(?:\d+)$"), request.MatchingRules.Path.Only());
    }

    [Fact]
    public void An_argument_that_is_an_enumeration_is_found()
    {
        var request = Draft.Built(Draft.New().WithRequest<IOddApi>(api => api.Coloured(Arg.Regex(Colour.DarkRed, "blue|dark-red")))).Request;

        Assert.Equal(new Model.RegexRule("blue|dark-red"), request.MatchingRules.Query["colour"].Only());
    }

    [Fact]
    public void An_argument_that_only_a_handler_sees_is_refused()
    {
        var failure = Record.Exception(() => Draft.New().WithRequest<IOddApi>(api => api.WithProperty(Arg.Type("t"))));

        Assert.Contains("does not show in the request", Assert.IsType<InvalidOperationException>(failure).Message, StringComparison.Ordinal);
    }
}

internal interface IInheritedApi
{
    [Get("/inherited")]
    Task Inherited();
}

[PathPrefix("/v3")]
internal interface IOddApi : IInheritedApi
{
    [Head("/things/{id}")]
    Task Head(int id);

    [Options("/things")]
    Task Options();

    [Get("/things/{owner.Id}/of/{owner.Name}")]
    Task Dotted(Owner owner);

    [Get("/things")]
    Task Since([Query(Format = "yyyy-MM-dd")] [AliasAs("from")] DateTime start);

    [Get("/things")]
    Task Coloured(Colour colour);

    [Get("/things")]
    Task Optional(int? size, string? name);

    [Get("/things")]
    Task Prefixed([Query(".", "filter")] Owner owner);

    [Get("/things")]
    Task Dictionary(Dictionary<string, string> values);

    [Get("/things")]
    Task AlreadyEncoded([Encoded] string raw);

    [Get("/things")]
    Task Piped([Query(CollectionFormat.Pipes)] int[] ids);

    [Post("/things")]
    Task QueryAndBody([Query] bool dry, [Body] Owner owner);

    [Post("/texts")]
    Task Text([Body] string text);

    [Post("/bytes")]
    Task Bytes([Body] Stream bytes);

    [Put("/ids/{id}")]
    Task StrongId(ThingId id);

    [Get("/things")]
    Task WithProperty([Property("tenant")] string tenant);
}

internal sealed record Owner(int Id, string Name);

internal readonly record struct ThingId(int Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal enum Colour
{
    [EnumMember(Value = "blue")]
    Blue,

    [EnumMember(Value = "dark-red")]
    DarkRed,
}
