using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>
/// The interactions of one builder, and their test. An interaction that is added after a test begins the next round, so a builder that several
/// tests share asks each of them for its own interactions only.
/// </summary>
internal sealed class HttpConsumerTest(ConsumerSettings settings)
{
    private readonly List<HttpDraft> _round = [];
    private bool _tested;

    public ConsumerSettings Settings { get; } = settings;

    /// <summary>The plugins the interactions added from now on may use, or null.</summary>
    public PluginUse? Plugins { get; set; }

    public HttpDraft Add(string description)
    {
        var draft = new HttpDraft(description, Plugins);
        Adopt(draft);
        return draft;
    }

    /// <summary>Adds an interaction that was described elsewhere.</summary>
    public void Adopt(HttpDraft draft)
    {
        if (_tested) _round.Clear();
        _tested = false;
        _round.Add(draft);
    }

    /// <summary>Serves the interactions while <paramref name="consumer"/> runs, then writes the pact file if all went well.</summary>
    /// <exception cref="InvalidOperationException">An interaction is half made, the server could not listen, or the file could not be written.</exception>
    public async Task<ConsumerOutcome> RunAsync(Func<RunningServer, Task> consumer)
    {
        var (interactions, provider) = Begin();
        var ahead = RoundAhead.Start(interactions, Settings.Specification);
        var server = RunningServer.Start(provider, Settings);
        await using (server.ConfigureAwait(false))
        {
            Exception? failure = null;
            try
            {
                await consumer(server).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever the consumer throws is handed on, after the server has been stopped.
            catch (Exception thrown)
            {
                failure = thrown;
            }
#pragma warning restore CA1031

            await server.StopAsync().ConfigureAwait(false);
            return End(interactions, provider, ahead, failure);
        }
    }

    /// <inheritdoc cref="RunAsync"/>
    public ConsumerOutcome Run(Action<RunningServer> consumer)
    {
        // Nothing below the callback is asynchronous on this path, except stopping the server, which does not come back to a context.
        return RunAsync(server =>
        {
            consumer(server);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }

    private (IReadOnlyList<HttpInteraction> Interactions, MockProvider Provider) Begin()
    {
        var interactions = RoundCheck.Distinct([.. _round.Select(draft => draft.Build())]);
        _tested = true;
        if (interactions.Count == 0) Settings.Warn(RoundCheck.Nothing);
        return (interactions, new MockProvider(interactions, Settings.Server));
    }

    private ConsumerOutcome End(IReadOnlyList<HttpInteraction> interactions, MockProvider provider, RoundAhead ahead, Exception? failure)
    {
        foreach (var warning in ahead.Warnings) Settings.Warn(warning);
        var outcome = new ConsumerOutcome(provider.Verdict(), failure);
        if (!outcome.Ok) return outcome;
        RoundCheck.WarnOfReplacement(Settings, interactions);
        PactWriting.Merge(Settings, interactions, Plugins?.AddTo(Empty.Members) ?? Empty.Members, ahead.Printed);
        return outcome;
    }
}
