using System.Runtime.ExceptionServices;
using PactKit.Consumer;
using PactKit.MockServer;
using PactNet.Exceptions;

namespace PactNet;

/// <summary>What the HTTP builders of all versions share: they run the test and turn its outcome into exceptions.</summary>
internal sealed class HttpRound(HttpConsumerTest test, PactConfig config)
{
    public PactConfig Config { get; } = config;

    public HttpConsumerTest Test { get; } = test;

    public HttpDraft Add(string description)
    {
        if (string.IsNullOrWhiteSpace(description))
            throw new ArgumentException("An interaction needs a description: it names the interaction in the pact.", nameof(description));
        return Test.Add(description);
    }

    public void Verify(Action<IConsumerContext> interact)
    {
        if (interact is null) throw new ArgumentException("Pass a callback that calls the consumer.", nameof(interact));
        Conclude(Test.Run(server => interact(new ConsumerContext(server))));
    }

    public async Task VerifyAsync(Func<IConsumerContext, Task> interact)
    {
        if (interact is null) throw new ArgumentException("Pass a callback that calls the consumer.", nameof(interact));
        Conclude(await Test.RunAsync(server => interact(new ConsumerContext(server))).ConfigureAwait(false));
    }

    private void Conclude(ConsumerOutcome outcome)
    {
        var verdict = outcome.Verdict;
        if (!verdict.Ok)
        {
            Config.WriteLine("Verification mismatches:");
            Config.WriteLine(string.Empty);
            Config.WriteLine(OutcomeJson.Of(verdict).ToJsonString(OutcomeJson.Settings));
        }

        WriteLog(verdict);
        if (outcome.Failure is not null)
        {
            if (!verdict.Ok) FailureNote.Attach(outcome.Failure, verdict);
            ExceptionDispatchInfo.Throw(outcome.Failure);
        }

        if (!verdict.Ok) throw new PactFailureException(VerdictText.Of(verdict));
    }

    private void WriteLog(MockServerVerdict verdict)
    {
        if (Config.LogLevel > PactLogLevel.Information) return;
        Config.WriteLine("Mock driver logs:");
        Config.WriteLine(string.Empty);
        Config.WriteLine(VerdictText.Log(verdict));
    }
}
