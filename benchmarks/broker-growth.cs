// Does the gate slow down as versions pile up? dotnet run -c Release benchmarks/broker-growth.cs [largest, 2000 unless said, at least 500]
// Publishes 20, 200 and 2,000 versions (or up to `largest`) of ten services in a ring, each version verified by its provider, every
// fifth deployed, and asks can-i-deploy after each step. The database is a new SQLite file, or the one PACT_BROKER_DATABASE_URL names.
#:project ../broker/PactKit.Broker/PactKit.Broker.csproj
#:property PublishAot=false

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using PactKit.Broker;

const int Services = 10;
var largest = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
var folder = Directory.CreateTempSubdirectory("pactkit-growth");
var database = Environment.GetEnvironmentVariable("PACT_BROKER_DATABASE_URL") ?? $"sqlite:///{Path.Combine(folder.FullName, "broker.sqlite3")}";
await using var broker = BrokerApp.Build([$"--PACT_BROKER_DATABASE_URL={database}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
await broker.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(broker.Urls.First()) };
var environment = (string)(await PostAsync("/environments", new { name = "production", production = true }))["uuid"]!;

Console.WriteLine("| versions of each | can-i-deploy, median ms | 95th percentile | growth |");
Console.WriteLine("|---|---|---|---|");
var (version, first) = (0, 0.0);
foreach (var step in new[] { largest / 100, largest / 10, largest })
{
    while (version < step) await ReleaseAsync(++version);
    var times = await AskAsync(version);
    var median = times[times.Length / 2];
    if (first == 0) first = median;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {median:0.00} | {times[times.Length * 95 / 100]:0.00} | {median / first:0.00} |"));
}

await broker.StopAsync();
Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
folder.Delete(recursive: true);

// One version of every service: its contract with the next one changes every fifth time.
async Task ReleaseAsync(int number)
{
    var contents = new string[Services];
    for (var i = 0; i < Services; i++)
    {
        var (consumer, provider) = (Name(i), Name(i + 1));
        var pact = JsonSerializer.SerializeToUtf8Bytes(new
        {
            consumer = new { name = consumer }, provider = new { name = provider }, metadata = new { pactSpecification = new { version = "2.0.0" } },
            interactions = new[] { new { description = $"revision {number / 5}", request = new { method = "GET", path = "/" }, response = new { status = 200 } } },
        });
        await PostAsync("/contracts/publish", new
        {
            pacticipantName = consumer, pacticipantVersionNumber = $"{number}", branch = "main",
            contracts = new[] { new { consumerName = consumer, providerName = provider, specification = "pact", contentType = "application/json", content = Convert.ToBase64String(pact) } },
        });
        var published = await client.GetFromJsonAsync<JsonNode>($"/pacts/provider/{provider}/consumer/{consumer}/version/{number}");
        contents[i] = (string)published!["_links"]!["pb:publish-verification-results"]!["href"]!;
    }

    foreach (var (i, results) in contents.Index()) await PostAsync(results, new { success = true, providerApplicationVersion = $"{number}" });
    if (number % 5 != 0) return;
    for (var i = 0; i < Services; i++) await PostAsync($"/pacticipants/{Name(i)}/versions/{number}/deployed-versions/environment/{environment}", new { });
}

// The best of five rounds: other programs on the machine only ever add.
async Task<double[]> AskAsync(int number)
{
    const int Questions = 300;
    double[]? best = null;
    for (var round = 0; round < 6; round++)
    {
        var times = new double[Questions];
        for (var i = 0; i < Questions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await client.GetStringAsync($"/can-i-deploy?pacticipant={Name(i)}&version={number}&environment=production");
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (!answer.Contains("\"deployable\":true", StringComparison.Ordinal)) throw new InvalidOperationException(answer);
        }

        Array.Sort(times);
        // The first round only warms up.
        if (round > 0 && (best is null || times[Questions / 2] < best[Questions / 2])) best = times;
    }

    return best!;
}

async Task<JsonNode> PostAsync(string path, object body)
{
    using var response = await client.PostAsJsonAsync(path, body);
    var text = await response.Content.ReadAsStringAsync();
    return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{(int)response.StatusCode} {path}: {text}");
}

static string Name(int i) => $"service-{i % Services}";
