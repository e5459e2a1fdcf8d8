using System.Text.Json;
using PactKit.Matching;
using PactKit.Verifier;
using PactKit.Verifier.Sources;
using PactKit.Verifier.States;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps that all verifications have: provider states, outcomes, what is printed.</summary>
public sealed class VerificationSteps
{
    private readonly List<StateChange> _stateChanges = [];

    public VerifierOptions Options { get; set; } = new() { Provider = "p" };

    public List<IPactSource> Sources { get; } = [];

    public VerificationReport Report { get; set; } = new("p", [], []);

    [Step("a provider state callback is configured")]
    public void Callback() => Callback(StateChangeResult.Done);

    [Step("a provider state callback is configured, but will return a failure")]
    public void FailingCallback() => Callback(new StateChangeResult("State change request failed"));

    [Step("the verification will be successful")]
    public void Succeeds() => Assert.True(Report.Success, VerificationText.Of(Report));

    [Step("the verification will NOT be successful")]
    public void Fails() => Assert.False(Report.Success);

    [Step("the verification results will contain a \"(.+)\" error")]
    public void HasError(string error) => Assert.Contains(Interactions().Where(i => i.FailsTheRun), interaction => Errors(interaction).Contains(error));

    [Step("there will be a pending \"(.+)\" error")]
    public void HasPendingError(string error) => Assert.Contains(Interactions().Where(i => i.Pending), interaction => Errors(interaction).Contains(error));

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
        Assert.Contains($"Nothing sets the provider state '{state}'", VerificationText.Of(Report), StringComparison.Ordinal);

    [Step("the comment \"(.+)\" will have been printed to the console")]
    [Step("the \"(.+)\" will displayed as the original test name")]
    public void Printed(string text) => Assert.Contains(text, VerificationText.Of(Report), StringComparison.Ordinal);

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

    private IEnumerable<InteractionReport> Interactions() => Report.Pacts.SelectMany(pact => pact.Interactions);

    private void Callback(StateChangeResult result) => Options = Options with { States = new Recorder(_stateChanges, result), Teardown = true };

    private sealed class Recorder(List<StateChange> changes, StateChangeResult result) : IStateChanger
    {
        public Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken)
        {
            changes.Add(change);
            return Task.FromResult(result);
        }
    }
}
