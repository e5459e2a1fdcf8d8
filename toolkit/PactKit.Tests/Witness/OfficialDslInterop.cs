using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PactNet;
using PactNet.Matchers;

namespace PactKit.Tests.Witness;

/// <summary>Files that our extensions wrote, in the hands of the official engine: generators, values from provider states, messages.</summary>
public sealed class OfficialDslInterop : IDisposable
{
    private static readonly Guid Id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pactkit-dsl-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("V3")]
    [InlineData("V4")]
    public async Task Generators_are_read_by_the_official_stub_server(string version)
    {
        OfficialCli.SkipTestWhereAbsent();
        var body = new
        {
            integer = Generate.Integer(0, 100, 200), number = Generate.Decimal(1.5m, 6), hex = Generate.Hexadecimal("AB", 8), text = Generate.Text("x", 12), flag = Generate.Boolean(true),
            code = Generate.Regex("a1", "[a-z]{3}\\d"), id = Generate.Guid(Id), day = Generate.Date("2001-01-01"), time = Generate.Time("x", "HH:mm"), moment = Generate.DateTime("x"),
            later = Generate.Date("2001-01-01", "dd.MM.yyyy", "+ 1 week"), state = Generate.FromProviderState("${id}", 7),
        };
        if (version == "V3")
        {
            var pact = Pact.V3("c", "p", Config()).WithHttpInteractionsInMemory();
            pact.UponReceiving("values").WithRequest(HttpMethod.Get, "/values").WillRespond().WithJsonBody(body);
            await pact.VerifyAsync(GetAsync);
        }
        else
        {
            var pact = Pact.V4("c", "p", Config()).WithHttpInteractionsInMemory();
            pact.UponReceiving("values").WithRequest(HttpMethod.Get, "/values").WillRespond().WithJsonBody(body);
            await pact.VerifyAsync(GetAsync);
        }

        var json = await StubAsync("/values");
        Assert.InRange(json.GetProperty("integer").GetInt32(), 100, 200);
        Assert.NotEqual(1.5m, json.GetProperty("number").GetDecimal());
        Assert.Matches("^[0-9A-F]{8}$", json.GetProperty("hex").GetString());
        Assert.Matches("^[0-9a-zA-Z]{12}$", json.GetProperty("text").GetString());
        Assert.Contains(json.GetProperty("flag").ValueKind, new[] { JsonValueKind.True, JsonValueKind.False });
        Assert.Matches("^[a-z]{3}\\d$", json.GetProperty("code").GetString());
        Assert.NotEqual(Id, json.GetProperty("id").GetGuid());
        Assert.Matches("^20\\d\\d-\\d\\d-\\d\\d$", json.GetProperty("day").GetString());
        Assert.NotEqual("2001-01-01", json.GetProperty("day").GetString());
        Assert.Matches("^\\d\\d:\\d\\d$", json.GetProperty("time").GetString());
        Assert.Matches("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d$", json.GetProperty("moment").GetString());
        Assert.Matches("^\\d\\d\\.\\d\\d\\.20\\d\\d$", json.GetProperty("later").GetString());
        Assert.Equal(7, json.GetProperty("state").GetInt32());

        static async Task GetAsync(IConsumerContext context)
        {
            using var client = context.CreateClient();
            Assert.NotEmpty(await client.GetStringAsync("values"));
        }
    }

    [Fact]
    public async Task Values_of_provider_states_are_put_in_by_the_official_verifier()
    {
        OfficialCli.SkipTestWhereAbsent();
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractionsInMemory();
        pact.UponReceiving("a new user is changed").Given("a user was made", new { name = "Ada" })
            .WithRequest(HttpMethod.Put, Generate.FromProviderState("/users/${id}", "/users/7")).WithQuery("id", Generate.FromProviderState("${id}", 7))
            .WithHeader("X-Id", Generate.FromProviderState("user-${id}", "user-7")).WithJsonBody(new { id = Generate.FromProviderState("${id}", 7) })
            .WillRespond().WithStatus(StatusClass.Success).WithHeader("Location", Match.Path("/users/{id}", 7)).WithJsonBody(new { id = Generate.FromProviderState("${id}", 7), name = Match.Type("Ada") });
        await pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Put, "users/7?id=7") { Headers = { { "X-Id", "user-7" } }, Content = new StringContent("{\"id\":7}", null, "application/json") };
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        });

        var seen = new ConcurrentQueue<string>();
        await VerifyAsync(app =>
        {
            app.MapPost("/states", () => Results.Json(new { id = 4711 }));
            app.MapPut("/users/{id:int}", async (int id, HttpContext context) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                seen.Enqueue($"{id} {context.Request.QueryString} {context.Request.Headers["X-Id"]} {await reader.ReadToEndAsync()}");
                context.Response.Headers.Location = $"/users/{id}";
                return Results.Json(new { id, name = "Grace" }, statusCode: 202);
            });
        }, "--state-change-url", "{provider}/states");
        Assert.Equal(["4711 ?id=4711 user-4711 {\"id\":4711}"], seen);
    }

    [Fact]
    public async Task Messages_with_metadata_rules_and_answers_are_verified_officially()
    {
        OfficialCli.SkipTestWhereAbsent();
        Pact.V4("c", "p", Config()).WithMessageInteractions().ExpectsToReceive("an order").WithMetadata("topic", Match.Regex("orders.eu", "^orders\\..+$"))
            .WithJsonContent(new { id = Match.Integer(1) }).Verify<JsonElement>(_ => { });
        await Pact.V4("c", "p", Config()).WithSynchronousMessageInteractions().ExpectsToReceive("a quote")
            .WithRequest(request => request.WithJsonContent(new { sku = Match.Type("tea") })).WithResponse(response => response.WithJsonContent(new { price = Match.Integer(5) }))
            .VerifyAsync(channel => channel.SendAsync<object, JsonElement>(new { sku = "coffee" }));

        var asked = new ConcurrentQueue<string>();
        await VerifyAsync(app => app.MapPost("/", async (HttpContext context) =>
        {
            var ask = await context.Request.ReadFromJsonAsync<JsonElement>();
            var description = ask.GetProperty("description").GetString()!;
            asked.Enqueue(description);
            context.Response.Headers["Pact-Message-Metadata"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"topic":"orders.us","contentType":"application/json"}"""));
            return Results.Text(description == "an order" ? "{\"id\":8}" : "{\"price\":9}", "application/json");
        }));
        Assert.Equal(["a quote", "an order"], asked.Distinct().Order());
    }

    private PactConfig Config() => new() { PactDir = _folder.FullName, Outputters = [] };

    private string File() => Path.Combine(_folder.FullName, "c-p.json");

    private async Task VerifyAsync(Action<WebApplication> map, params string[] more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var provider = builder.Build();
        provider.Urls.Add("http://127.0.0.1:0");
        map(provider);
        await provider.StartAsync();
        var address = new Uri(provider.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var options = more.Select(option => option.Replace("{provider}", address.ToString().TrimEnd('/'), StringComparison.Ordinal));
        var (exitCode, output) = await OfficialCli.RunAsync(
            limit.Token, ["verifier", "--file", File(), "--hostname", "127.0.0.1", "--port", $"{address.Port}", "--provider-name", "p", "--no-colour", .. options]);
        Assert.True(exitCode == 0, output);
    }

    private async Task<JsonElement> StubAsync(string path)
    {
        var port = OfficialVerdicts.FreePort();
        using var stub = OfficialCli.Start("stub", "--file", File(), "--port", $"{port}", "--loglevel", "none");
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return JsonElement.Parse(await client.GetStringAsync(path));
                }
                catch (HttpRequestException) when (attempt < 100)
                {
                    await Task.Delay(100);
                }
            }
        }
        finally
        {
            stub.Kill(entireProcessTree: true);
            await stub.WaitForExitAsync();
        }
    }
}
