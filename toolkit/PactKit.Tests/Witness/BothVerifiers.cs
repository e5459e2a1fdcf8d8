using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PactKit.Verifier;
using PactKit.Verifier.Sources;
using PactKit.Verifier.States;

namespace PactKit.Tests.Witness;

/// <summary>One provider and the same pact files for both verifiers, run once: verdicts about messages, and what the provider was asked on the way.</summary>
public sealed class BothVerifiers : IAsyncLifetime
{
    private static readonly string[] StateRuns = ["body", "body teardown", "query teardown", "query teardown beside a query", "query of clashing names"];

    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-both-").FullName;
    private readonly ConcurrentQueue<string> _states = [];
    private readonly ConcurrentDictionary<string, string> _asked = [];
    private Uri _address = null!;

    /// <summary>By description: whether the official verifier accepted.</summary>
    public IReadOnlyDictionary<string, bool> Official { get; private set; } = new Dictionary<string, bool>();

    /// <summary>By description: what ours says of it.</summary>
    public IReadOnlyDictionary<string, InteractionReport> Ours { get; private set; } = new Dictionary<string, InteractionReport>();

    /// <summary>By description: what the message endpoint was sent, by the official verifier and by ours.</summary>
    public (IReadOnlyDictionary<string, string> Official, IReadOnlyDictionary<string, string> Ours) Asked { get; private set; }

    /// <summary>By run: the calls of the state endpoint, official and ours.</summary>
    public Dictionary<string, (string[] Official, string[] Ours)> States { get; } = [];

    public static TheoryData<string> Runs => [.. StateRuns];

    public async ValueTask InitializeAsync()
    {
        if (OfficialCli.Path is null) return;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var provider = builder.Build();
        provider.Urls.Add("http://127.0.0.1:0");
        provider.MapPost("/", MessageAsync);
        provider.MapGet("/ok", () => Results.Ok());
        provider.MapPost("/states", StateAsync);
        await provider.StartAsync(limit.Token);
        _address = new Uri(provider.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        var files = await WriteMessagesAsync(limit.Token);
        Official = await VerifyOfficiallyAsync(files, limit.Token);
        var asked = new Dictionary<string, string>(_asked);
        _asked.Clear();
        Ours = (await VerifyAsync(files, null, false, limit.Token)).ToDictionary(report => report.Interaction.Description);
        Asked = (asked, new Dictionary<string, string>(_asked));
        foreach (var run in StateRuns) await RunStatesAsync(run, limit.Token);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunStatesAsync(string run, CancellationToken cancellation)
    {
        var (teardown, query) = (run.Contains("teardown", StringComparison.Ordinal), run.StartsWith("query", StringComparison.Ordinal));
        var url = new Uri(_address, run.EndsWith("beside a query", StringComparison.Ordinal) ? "/states?tenant=7" : "/states");
        var file = Path.Combine(_folder, "states.json");
        await File.WriteAllTextAsync(file, run.EndsWith("clashing names", StringComparison.Ordinal) ? StatePacts.Clash : StatePacts.Json, cancellation);
        await VerifyOfficiallyAsync(
            [file], cancellation, ["--state-change-url", url.ToString(), .. query ? ["--state-change-as-query"] : Array.Empty<string>(), .. teardown ? ["--state-change-teardown"] : Array.Empty<string>()]);
        var official = _states.ToArray();
        _states.Clear();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        await VerifyAsync([file], new StateEndpoint(http, url, new StateEndpointOptions { InQuery = query }), teardown, cancellation);
        States[run] = (official, _states.ToArray());
        _states.Clear();
    }

    private async Task<List<string>> WriteMessagesAsync(CancellationToken cancellation)
    {
        var files = new List<string>();
        foreach (var group in MessageFacts.All.GroupBy(fact => (fact.Version, IsSynchronous: fact.Interaction.Contains("Synchronous/", StringComparison.Ordinal))).SelectMany(facts => facts.Chunk(40)))
        {
            var messages = group.Select(fact => "{\"description\":" + JsonSerializer.Serialize(fact.Name) + "," + fact.Interaction[1..]);
            var file = Path.Combine(_folder, $"messages-{files.Count}.json");
            await File.WriteAllTextAsync(
                file,
                $$"""{"consumer":{"name":"witness"},"provider":{"name":"facts"},"{{(group[0].Version == "4.0" ? "interactions" : "messages")}}":[{{string.Join(",\n", messages)}}],"metadata":{"pactSpecification":{"version":"{{group[0].Version}}"} } }""",
                cancellation);
            files.Add(file);
        }

        return files;
    }

    private async Task<Dictionary<string, bool>> VerifyOfficiallyAsync(IEnumerable<string> files, CancellationToken cancellation, params string[] more)
    {
        var report = Path.Combine(_folder, "report.json");
        File.Delete(report);
        var (_, output) = await OfficialCli.RunAsync(
            cancellation,
            ["verifier", "--hostname", "127.0.0.1", "--port", $"{_address.Port}", "--provider-name", "facts", "--json", report, "--no-colour", .. files.SelectMany(file => new[] { "--file", file }), .. more]);
        Assert.True(File.Exists(report), "The official verifier wrote no report: " + output);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report, cancellation));
        return json.RootElement.GetProperty("interactionResults").EnumerateArray()
            .ToDictionary(r => r.GetProperty("description").GetString()!, r => r.GetProperty("result").GetString() == "OK");
    }

    private async Task<IReadOnlyList<InteractionReport>> VerifyAsync(IEnumerable<string> files, IStateChanger? states, bool teardown, CancellationToken cancellation)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var verifier = new ProviderVerifier(new VerifierOptions { Provider = "facts", Http = http, BaseUri = _address, States = states, Teardown = teardown });
        var report = await verifier.VerifyAsync([.. files.Select(file => new FileSource(file))], cancellation);
        Assert.Empty(report.Errors);
        return [.. report.Pacts.SelectMany(pact => pact.Interactions)];
    }

    private async Task MessageAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var description = (string)JsonNode.Parse(text)!["description"]!;
        _asked[description] = text;
        var fact = MessageFacts.All.Single(fact => fact.Name == description);
        context.Response.StatusCode = fact.Status;
        context.Response.ContentType = fact.ContentType;
        if (fact.Metadata is { } metadata)
            context.Response.Headers["Pact-Message-Metadata"] = metadata.StartsWith('!') ? metadata : Convert.ToBase64String(Encoding.UTF8.GetBytes(metadata));
        if (fact.Body.Length > 0) await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(fact.Body), context.RequestAborted);
    }

    private async Task StateAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        // The order of the members of an object says nothing.
        var canonical = body.Length == 0 ? "" : Sorted(JsonNode.Parse(body))!.ToJsonString();
        var query = string.Join('&', context.Request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={string.Join('|', pair.Value.ToArray())}"));
        _states.Enqueue($"{query} {context.Request.ContentType} {canonical}");
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
