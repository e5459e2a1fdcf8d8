using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PactKit.Tests.Witness;

/// <summary>
/// Asks the official engine about facts, all at once and one time per test run: its verifier about responses (we play the
/// provider), its mock server about requests (we play the consumer). True means it accepted.
/// </summary>
public sealed class OfficialVerdicts : IAsyncLifetime
{
    /// <summary>The official verifier's time grows with the square of a pact, so the facts are spread over files.</summary>
    private const int FactsPerPact = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-witness-").FullName;

    public IReadOnlyDictionary<string, bool> Responses { get; private set; } = new Dictionary<string, bool>();

    public IReadOnlyDictionary<string, bool> Requests { get; private set; } = new Dictionary<string, bool>();

    public async ValueTask InitializeAsync()
    {
        if (OfficialCli.Path is null) return;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        Responses = await VerifyResponsesAsync(ResponseFacts.All, limit.Token);
        Requests = await MatchRequestsAsync(RequestFacts.All, limit.Token);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A pact file of these interactions, in the form both engines read.</summary>
    public static byte[] PactOf(string version, IEnumerable<(string Description, string Request, string Response)> interactions)
    {
        var type = version.StartsWith('4') ? "\"type\":\"Synchronous/HTTP\"," : "";
        var items = interactions.Select(i =>
            "{" + type + "\"description\":" + JsonSerializer.Serialize(i.Description) + ",\"request\":" + i.Request + ",\"response\":" + i.Response + "}");
        return Encoding.UTF8.GetBytes(
            """{"consumer":{"name":"witness"},"provider":{"name":"facts"},"interactions":[""" + string.Join(",\n", items)
            + """],"metadata":{"pactSpecification":{"version":""" + "\"" + version + "\"}}}");
    }

    private async Task<Dictionary<string, bool>> VerifyResponsesAsync(IReadOnlyList<ResponseFact> facts, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var provider = builder.Build();
        provider.Urls.Add("http://127.0.0.1:0");
        provider.MapGet("/fact/{number:int}", (int number, HttpContext context) => AnswerAsync(facts[number], context));
        await provider.StartAsync(cancellation);
        var port = new Uri(provider.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

        var files = new List<string>();
        foreach (var group in facts.Select((fact, number) => (fact, number)).GroupBy(f => (f.fact.Version, f.fact.HasOwnFile)).SelectMany(g => g.Chunk(g.Key.HasOwnFile ? 1 : FactsPerPact)))
        {
            var file = Path.Combine(_folder, $"facts-{files.Count}.json");
            await File.WriteAllBytesAsync(file, PactOf(group[0].fact.Version, group.Select(f => (f.fact.Name, $$"""{"method":"GET","path":"/fact/{{f.number}}"}""", f.fact.Expected))), cancellation);
            files.Add(file);
        }

        var report = Path.Combine(_folder, "report.json");
        var (_, output) = await OfficialCli.RunAsync(
            cancellation,
            ["verifier", "--hostname", "127.0.0.1", "--port", $"{port}", "--provider-name", "facts", "--json", report, "--no-colour", .. files.SelectMany(f => new[] { "--file", f })]);
        Assert.True(File.Exists(report), "The official verifier wrote no report: " + output);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report, cancellation));
        var verdicts = json.RootElement.GetProperty("interactionResults").EnumerateArray()
            .ToDictionary(r => r.GetProperty("description").GetString()!, r => r.GetProperty("result").GetString() == "OK");
        foreach (var fact in facts.Where(f => f.HasOwnFile)) verdicts.TryAdd(fact.Name, false);
        return verdicts;
    }

    private static async Task AnswerAsync(ResponseFact fact, HttpContext context)
    {
        context.Response.StatusCode = fact.Status;
        foreach (var group in fact.Headers.GroupBy(h => h.Name)) context.Response.Headers[group.Key] = group.Select(h => h.Value).ToArray();
        if (fact.Body.Length > 0) await context.Response.Body.WriteAsync(fact.Body, context.RequestAborted);
    }

    private async Task<Dictionary<string, bool>> MatchRequestsAsync(IReadOnlyList<RequestFact> facts, CancellationToken cancellation)
    {
        var masterPort = FreePort();
        using var master = OfficialCli.Serve("mock", "--no-file-log", "--host", "127.0.0.1", "--port", $"{masterPort}", "start", "--output", _folder, "--host", "127.0.0.1", "--port", $"{masterPort}");
        try
        {
            using var control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{masterPort}") };
            var verdicts = new Dictionary<string, bool>();
            foreach (var chunk in facts.Select((fact, number) => (fact, number)).GroupBy(f => f.fact.Version).SelectMany(g => g.Chunk(FactsPerPact)))
            {
                var pact = PactOf(chunk[0].fact.Version, chunk.Select(f => (f.fact.Name, f.fact.Expected.Replace("{path}", PathOf(f.number), StringComparison.Ordinal), """{"status":200}""")));
                var port = await CreateMockAsync(control, pact, cancellation);
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
                foreach (var (fact, number) in chunk)
                {
                    try
                    {
                        using var response = await client.SendAsync(RequestOf(fact, number, port), cancellation);
                        verdicts[fact.Name] = response.StatusCode == HttpStatusCode.OK;
                    }
                    catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
                    {
                        throw new InvalidOperationException($"The official mock server does not answer \"{fact.Name}\"; leave the fact out.", silence);
                    }
                }
            }

            return verdicts;
        }
        finally
        {
            master.Kill(entireProcessTree: true);
            await master.WaitForExitAsync(cancellation);
        }
    }

    public static string PathOf(int number) => $"/fact/{number}";

    public static HttpRequestMessage RequestOf(RequestFact fact, int number, int port)
    {
        var target = fact.Target.Replace("{path}", PathOf(number), StringComparison.Ordinal);
        var request = new HttpRequestMessage(
            new HttpMethod(fact.Method),
            new Uri($"http://127.0.0.1:{port}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (fact.Body is not null) request.Content = new ByteArrayContent(fact.Body);
        foreach (var (name, value) in fact.Headers ?? [])
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    internal static async Task<int> CreateMockAsync(HttpClient control, byte[] pact, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var content = new ByteArrayContent(pact) { Headers = { ContentType = new("application/json") } };
                using var response = await control.PostAsync("/", content, cancellation);
                var text = await response.Content.ReadAsStringAsync(cancellation);
                Assert.True(response.IsSuccessStatusCode, "The official mock server refused the pact: " + text + Encoding.UTF8.GetString(pact));
                using var json = JsonDocument.Parse(text);
                return json.RootElement.GetProperty("mockServer").GetProperty("port").GetInt32();
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(50, cancellation);
            }
        }
    }

    internal static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
