using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps of the features that make requests to a mock server: here to the one on a port.</summary>
public sealed class HttpConsumerSteps : IAsyncDisposable
{
    private readonly Dictionary<int, HttpInteraction> _defined = [];
    private List<HttpInteraction> _served = [];
    private MockProvider _provider = new([]);
    private KestrelMockServer? _server;
    private HttpResponseMessage _answer = new();
    private JsonNode? _file;

    [Step("the following HTTP interactions have been defined:")]
    public void Define(StepTable table)
    {
        foreach (var row in table.Rows) _defined[int.Parse(row["No"])] = HttpDefinitions.Read(row);
    }

    [Step(@"the mock server is started with interactions? ""?([\d, ]+)""?")]
    public Task Start(string numbers) => StartAsync([.. numbers.Split(',').Select(number => _defined[int.Parse(number)])]);

    [Step(@"the mock server is started with interaction (\d+) but with the following changes:")]
    public Task StartChanged(int number, StepTable table)
    {
        var interaction = _defined[number];
        _defined[number] = interaction with { Request = HttpDefinitions.Change(interaction.Request, table.Rows.Single()) };
        return StartAsync([_defined[number]]);
    }

    [Step(@"request (\d+) is made to the mock server")]
    public Task Request(int number) => RequestAsync(_defined[number].Request);

    [Step(@"request (\d+) is made to the mock server with the following changes:")]
    public Task RequestChanged(int number, StepTable table)
    {
        var row = table.Rows.Single();
        var request = _defined[number].Request;
        if (row.TryGetValue("raw headers", out var raw)) return RequestRawAsync(request, [.. raw.Split("', '").Select(line => line.Trim('\''))]);
        if (row.ContainsKey("headers")) request = request with { Headers = new Dictionary<string, IReadOnlyList<string>>() };
        return RequestAsync(HttpDefinitions.Change(request, row));
    }

    [Step(@"a (\d+) (?:success|error) response is returned")]
    public void Answered(int status) => Assert.Equal((HttpStatusCode)status, _answer.StatusCode);

    [Step("the payload will contain the \"(.+)\" JSON document")]
    public async Task Payload(string name) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(Fixtures.Bytes(name + ".json")), JsonNode.Parse(await _answer.Content.ReadAsStringAsync())));

    [Step("the content type will be set as \"(.+)\"")]
    public void HasType(string type) => Assert.Equal(type, _answer.Content.Headers.ContentType!.ToString());

    [Step("the pact test is done")]
    public async Task Done() => await _server!.DisposeAsync();

    [Step("the mock server status will be OK")]
    public void IsOk() => Assert.True(_provider.Verdict().Ok);

    [Step("the mock server status will NOT be OK")]
    public void IsNotOk() => Assert.False(_provider.Verdict().Ok);

    [Step("the mock server will write out a Pact file for the interactions? when done")]
    public void Writes()
    {
        var pact = new Pact { Consumer = "c", Provider = "p", Specification = PactSpecification.V3, Interactions = [.. _served] };
        _file = JsonNode.Parse(PactWriter.Write(pact).Json);
    }

    [Step("the mock server will NOT write out a Pact file for the interactions? when done")]
    public void DoesNotWrite() => Assert.False(_provider.Verdict().Ok);

    [Step(@"the mock server status will be an expected but not received error for interaction \{(\d+)\}")]
    public void IsMissing(int number) => Assert.Same(_defined[number], Assert.Single(_provider.Verdict().Missing));

    [Step(@"the mock server status will be an unexpected ""(.+)"" request received error for interaction \{(\d+)\}")]
    public void IsUnexpected(string method, int number) => IsUnexpectedPath(method, _defined[number].Request.Path);

    [Step("the mock server status will be an unexpected \"(.+)\" request received error for path \"(.+)\"")]
    public void IsUnexpectedPath(string method, string path)
    {
        var refused = Assert.Single(_provider.Verdict().Refused);
        Assert.IsType<UnexpectedRequest>(refused.Pick);
        Assert.Equal((method, path), (refused.Request.Method, refused.Request.Path));
    }

    [Step("the mock server status will be mismatches")]
    public void HasMismatches() => Assert.NotEmpty(Mismatches());

    [Step("the mismatches will contain an? \"(.+?)\" mismatch with error \"(.+)\"")]
    public void HasMismatch(string part, string error) => Assert.Contains(Mismatches(), m => PartOf(m) == part && m.Description.Contains(error));

    [Step("the mismatches will contain an? \"(.+?)\" mismatch with path \"(.+?)\" with error \"(.+)\"")]
    public void HasMismatchAt(string part, string path, string error) =>
        Assert.Contains(Mismatches(), m => PartOf(m) == part && m is BodyMismatch body && body.Path == path && m.Description.Contains(error));

    [Step(@"the pact file will contain \{(\d+)\} interactions?")]
    public void Holds(int count) => Assert.Equal(count, _file!["interactions"]!.AsArray().Count);

    [Step(@"the \{first\} interaction request will be for a ""(.+)""")]
    public void IsFor(string method) => Assert.Equal(method, (string)First("request")["method"]!);

    [Step(@"the \{first\} interaction (request|response) will contain the ""(.+)"" document")]
    public void HoldsDocument(string part, string name) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Fixtures.Bytes(name)), First(part)["body"]));

    [Step(@"the \{first\} interaction request query parameters will be ""(.+)""")]
    public void HoldsQuery(string query) => Assert.Equal(
        query, string.Join('&', First("request")["query"]!.AsObject().SelectMany(p => p.Value!.AsArray().Select(value => $"{p.Key}={value}"))));

    [Step(@"the \{first\} interaction request will contain the header ""(.+)"" with value ""(.+)""")]
    public void HoldsHeader(string name, string value) => Assert.Equal(value, (string)First("request")["headers"]![name]!);

    [Step(@"the \{first\} interaction request content type will be ""(.+)""")]
    public void HoldsType(string type) => Assert.Equal(type, (string)First("request")["headers"]!["Content-Type"]!);

    public async ValueTask DisposeAsync()
    {
        _answer.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    private static string PartOf(Mismatch mismatch) => mismatch switch
    {
        QueryMismatch => "query",
        HeaderMismatch => "header",
        BodyTypeMismatch => "body-content-type",
        BodyMismatch => "body",
        PathMismatch => "path",
        _ => "",
    };

    private JsonNode First(string part) => _file!["interactions"]![0]![part]!;

    private IEnumerable<Mismatch> Mismatches() => _provider.Verdict().Refused.SelectMany(refused => refused.Pick switch
    {
        MismatchedRequest mismatched => mismatched.Mismatches,
        UnexpectedRequest unexpected => unexpected.Mismatches,
        _ => [],
    });

    private async Task StartAsync(List<HttpInteraction> interactions)
    {
        _served = interactions;
        _provider = new MockProvider(interactions);
        _server = await KestrelMockServer.StartAsync(_provider, MockServerOptions.Default);
    }

    // An HttpClient would put the values of one header on one line.
    private async Task RequestRawAsync(Request request, string[] headers)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, _server!.BaseUri.Port);
        var lines = headers.Prepend($"{request.Method} {request.Path} HTTP/1.1").Append("Host: localhost").Append("Connection: close");
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"));
        using var reader = new StreamReader(connection.GetStream());
        var status = await reader.ReadLineAsync();
        _answer = new HttpResponseMessage((HttpStatusCode)int.Parse(status!.Split(' ')[1]));
    }

    private async Task RequestAsync(Request request)
    {
        using var client = new HttpClient();
        var target = new Uri(_server!.BaseUri, request.Path + RequestTarget.WriteQuery(request.Query));
        _answer = await client.SendAsync(HttpMessages.Write(request, target));
    }
}
