using System.Net;
using System.Text.Json;
using PactKit.Brokers;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Tests.Verifier;
using PactKit.Verifier;
using PactKit.Verifier.Sources;
using PactKit.Verifier.States;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps of the features that verify a provider: here one in memory that answers with the interactions' responses.</summary>
public sealed class HttpProviderSteps(VerificationSteps verification) : IDisposable
{
    private readonly Dictionary<int, HttpInteraction> _defined = [];
    private readonly SuiteBroker _broker = new();
    private StubProvider _provider = new(_ => new HttpResponseMessage());
    private bool _publish;

    [Step("the following HTTP interactions have been defined:")]
    public void Define(StepTable table)
    {
        foreach (var row in table.Rows) _defined[int.Parse(row["No"])] = HttpDefinitions.Read(row);
    }

    [Step(@"a provider is started that returns the responses? from interactions? ""?([\d, ]+)""?")]
    public void Provide(string numbers) => Provide([.. numbers.Split(',').Select(number => _defined[int.Parse(number)])]);

    [Step(@"a provider is started that returns the response from interaction (\d+), with the following changes:")]
    public void ProvideChanged(int number, StepTable table) =>
        Provide([_defined[number] with { Response = HttpDefinitions.Change(_defined[number].Response, table.Rows.Single()) }]);

    [Step(@"a Pact file for interaction (\d+) is to be verified")]
    public void Verify(int number) => Add(_defined[number]);

    [Step(@"a Pact file for interaction (\d+) is to be verified, but is marked pending")]
    public void VerifyPending(int number) => Add(_defined[number] with { Pending = true });

    [Step(@"a Pact file for interaction (\d+) is to be verified with a provider state ""(.+)"" defined")]
    public void VerifyWithState(int number, string state) => Add(_defined[number] with { ProviderStates = [new ProviderState(state)] });

    [Step(@"a Pact file for interaction (\d+) is to be verified with the following provider states defined:")]
    public void VerifyWithStates(int number, StepTable table) => Add(_defined[number] with
    {
        ProviderStates =
        [
            .. table.Rows.Select(row => new ProviderState(row["State Name"])
            {
                Params = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetValueOrDefault("Parameters", "{}"))!,
            }),
        ],
    });

    [Step(@"a Pact file for interaction (\d+) is to be verified with the following comments:")]
    public void VerifyWithComments(int number, StepTable table) => Add(_defined[number] with
    {
        Comments = new Dictionary<string, JsonElement>
        {
            ["text"] = JsonSerializer.SerializeToElement(table.Rows.Where(row => row["type"] == "text").Select(row => row["comment"])),
            ["testname"] = JsonSerializer.SerializeToElement(table.Rows.Single(row => row["type"] == "testname")["comment"]),
        },
    });

    [Step(@"a Pact file for interaction (\d+) is to be verified from a Pact broker")]
    public void VerifyFromBroker(int number) => _broker.Add(number, _defined[number]);

    [Step("publishing of verification results is enabled")]
    public void Publish() => _publish = true;

    [Step("a request filter is configured to make the following changes:")]
    public void Filter(StepTable table)
    {
        var headers = Fixtures.Headers(table.Rows.Single()["headers"]);
        verification.Options = verification.Options with
        {
            RequestFilter = (request, _) =>
            {
                foreach (var (name, values) in headers) request.Headers.Add(name, values);
                return Task.CompletedTask;
            },
        };
    }

    [Step("the verification is run")]
    public async Task Run()
    {
        using var http = new HttpMessageInvoker(_provider, disposeHandler: false);
        using var brokerHttp = new HttpMessageInvoker(_broker, disposeHandler: false);
        if (_broker.HasPacts)
        {
            var client = new PactBroker(brokerHttp, new BrokerOptions { BaseUrl = new Uri("http://broker.example/") });
            var publish = _publish ? new PublishOptions("1.0.0") : null;
            verification.Sources.Add(new BrokerSource(client, new PactsForVerificationQuery { Provider = "p" }, publish));
        }

        verification.Report = await new ProviderVerifier(verification.Options with { Http = http }).VerifyAsync(verification.Sources);
    }

    [Step("a verification result will NOT be published back")]
    public void NotPublished() => Assert.Empty(_broker.Results);

    [Step(@"a (successful|failed) verification result will be published back for (?:the )?interaction \{(\d+)\}")]
    public void Published(string kind, int number)
    {
        var result = _broker.Results[number];
        Assert.Equal(kind == "successful", (bool)result["success"]!);
        Assert.Equal($"id-{number}", (string)result["testResults"]![0]!["interactionId"]!);
    }

    [Step("the request to the provider will contain the header \"(.+): (.+)\"")]
    public void SentHeader(string name, string value) => Assert.Equal(value, _provider.Requests.Single().Headers[name]);

    public void Dispose()
    {
        _provider.Dispose();
        _broker.Dispose();
    }

    private void Add(HttpInteraction interaction) => verification.Sources.Add(new MemorySource(ProviderVerifierTests.PactOf(interaction)));

    private void Provide(List<HttpInteraction> interactions)
    {
        _provider = new StubProvider(request =>
        {
            var target = new Uri("http://localhost" + request.Target);
            var answer = interactions.Find(i => i.Request.Path == target.AbsolutePath && i.Request.Method == request.Method);
            return answer is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : Wire.HttpMessages.Write(answer.Response, request.Method);
        });
    }
}
