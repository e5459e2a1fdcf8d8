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
public sealed class HttpProviderSteps : IDisposable
{
    private readonly Dictionary<int, HttpInteraction> _defined = [];
    private readonly List<IPactSource> _sources = [];
    private readonly SuiteBroker _broker = new();
    private readonly List<StateChange> _stateChanges = [];
    private VerifierOptions _options = new() { Provider = "p" };
    private StubProvider _provider = new(_ => new HttpResponseMessage());
    private VerificationReport _report = new("p", [], []);
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

    [Step("a provider state callback is configured")]
    public void Callback() => Callback(StateChangeResult.Done);

    [Step("a provider state callback is configured, but will return a failure")]
    public void FailingCallback() => Callback(new StateChangeResult("State change request failed"));

    [Step("a request filter is configured to make the following changes:")]
    public void Filter(StepTable table)
    {
        var headers = Fixtures.Headers(table.Rows.Single()["headers"]);
        _options = _options with
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
            _sources.Add(new BrokerSource(client, new PactsForVerificationQuery { Provider = "p" }, publish));
        }

        _report = await new ProviderVerifier(_options with { Http = http }).VerifyAsync(_sources);
    }

    [Step("the verification will be successful")]
    public void Succeeds() => Assert.True(_report.Success, VerificationText.Of(_report));

    [Step("the verification will NOT be successful")]
    public void Fails() => Assert.False(_report.Success);

    [Step("the verification results will contain a \"(.+)\" error")]
    public void HasError(string error) => Assert.Contains(Interactions().Where(i => i.FailsTheRun), interaction => Errors(interaction).Contains(error));

    [Step("there will be a pending \"(.+)\" error")]
    public void HasPendingError(string error) => Assert.Contains(Interactions().Where(i => i.Pending), interaction => Errors(interaction).Contains(error));

    [Step("a verification result will NOT be published back")]
    public void NotPublished() => Assert.Empty(_broker.Results);

    [Step(@"a (successful|failed) verification result will be published back for (?:the )?interaction \{(\d+)\}")]
    public void Published(string kind, int number)
    {
        var result = _broker.Results[number];
        Assert.Equal(kind == "successful", (bool)result["success"]!);
        Assert.Equal($"id-{number}", (string)result["testResults"]![0]!["interactionId"]!);
    }

    [Step("the provider state callback will be called (before|after) the verification is run")]
    public void WasCalled(string when) => Assert.Contains(_stateChanges, change => change.Teardown == (when == "after"));

    [Step("the provider state callback will receive a (setup|teardown) call (?:with )?\"(.*)\" as the provider state parameter")]
    public void WasCalledWith(string action, string state) =>
        Assert.Contains(_stateChanges, change => change.Teardown == (action == "teardown") && change.State.Name == state);

    [Step("the provider state callback will receive a (setup|teardown) call (?:with )?\"(.*)\" and the following parameters:")]
    public void WasCalledWithParameters(string action, string state, StepTable table)
    {
        var change = Assert.Single(_stateChanges, c => c.Teardown == (action == "teardown") && c.State.Name == state);
        foreach (var (name, value) in table.Rows.Single()) Assert.Equal(value, change.State.Params[name].GetRawText());
    }

    [Step("the provider state callback will NOT receive a teardown call")]
    public void NoTeardown() => Assert.DoesNotContain(_stateChanges, change => change.Teardown);

    [Step("a warning will be displayed that there was no provider state callback configured for provider state \"(.+)\"")]
    public void Warned(string state) =>
        Assert.Contains($"Nothing sets the provider state '{state}'", VerificationText.Of(_report), StringComparison.Ordinal);

    [Step("the request to the provider will contain the header \"(.+): (.+)\"")]
    public void SentHeader(string name, string value) => Assert.Equal(value, _provider.Requests.Single().Headers[name]);

    [Step("the comment \"(.+)\" will have been printed to the console")]
    [Step("the \"(.+)\" will displayed as the original test name")]
    public void Printed(string text) => Assert.Contains(text, VerificationText.Of(_report), StringComparison.Ordinal);

    public void Dispose()
    {
        _provider.Dispose();
        _broker.Dispose();
    }

    // The names the suite has for errors.
    private static IEnumerable<string> Errors(InteractionReport report)
    {
        if (report.StateChangeFailed) yield return "State change request failed";
        foreach (var mismatch in report.Mismatches)
        {
            yield return mismatch switch
            {
                StatusMismatch => "Response status did not match",
                HeaderMismatch => "Headers had differences",
                MetadataMismatch => "Metadata had differences",
                _ => "Body had differences",
            };
        }
    }

    private IEnumerable<InteractionReport> Interactions() => _report.Pacts.SelectMany(pact => pact.Interactions);

    private void Add(HttpInteraction interaction) => _sources.Add(new MemorySource(ProviderVerifierTests.PactOf(interaction)));

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

    private void Callback(StateChangeResult result) => _options = _options with { States = new Recorder(_stateChanges, result), Teardown = true };

    private sealed class Recorder(List<StateChange> changes, StateChangeResult result) : IStateChanger
    {
        public Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken)
        {
            changes.Add(change);
            return Task.FromResult(result);
        }
    }
}
