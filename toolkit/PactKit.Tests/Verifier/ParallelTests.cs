using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Verifier;
using PactKit.Verifier.Sources;
using PactKit.Verifier.States;

namespace PactKit.Tests.Verifier;

public sealed class ParallelTests
{
    [Fact]
    public async Task Interactions_without_states_run_side_by_side_and_reports_keep_the_order_of_the_file()
    {
        using var provider = new Busy(wanted: 4);
        var interactions = Enumerable.Range(1, 8).Select(Get).ToArray();

        var report = await VerifyAsync(provider, new NoStates(), interactions);

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(4, provider.Most);
        Assert.Equal(interactions, report.Pacts.Single().Interactions.Select(result => result.Interaction));
    }

    [Fact]
    public async Task An_interaction_with_a_state_has_the_provider_to_itself()
    {
        using var provider = new Busy(wanted: 1) { Pause = TimeSpan.FromMilliseconds(20) };
        var interactions = Enumerable.Range(1, 6).Select(number => Get(number) with { ProviderStates = [new ProviderState("s")] }).ToArray();

        var report = await VerifyAsync(provider, new NoStates(), interactions);

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(1, provider.Most);
        Assert.Equal(interactions, report.Pacts.Single().Interactions.Select(result => result.Interaction));
    }

    [Fact]
    public async Task Where_nobody_sets_states_they_keep_nothing_apart()
    {
        using var provider = new Busy(wanted: 4);

        var report = await VerifyAsync(provider, null, [.. Enumerable.Range(1, 4).Select(number => Get(number) with { ProviderStates = [new ProviderState("s")] })]);

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(4, provider.Most);
    }

    [Fact]
    public async Task A_single_one_is_verified_as_well()
    {
        using var provider = new Busy(wanted: 1);

        var report = await VerifyAsync(provider, null, [Get(1)]);

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(1, provider.Most);
    }

    private static HttpInteraction Get(int number) => Interactions.Get($"/{number}", $"number {number}");

    private static async Task<VerificationReport> VerifyAsync(Busy provider, IStateChanger? states, HttpInteraction[] interactions)
    {
        using var invoker = new HttpMessageInvoker(provider, disposeHandler: false);
        var options = new VerifierOptions { Provider = "p", Http = invoker, States = states, MaxParallel = 4 };
        return await new ProviderVerifier(options).VerifyAsync([new MemorySource(ProviderVerifierTests.PactOf(interactions))], TestContext.Current.CancellationToken);
    }

    private sealed class NoStates : IStateChanger
    {
        public Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken) => Task.FromResult(StateChangeResult.Done);
    }

    /// <summary>Lets nobody go before the number of requests it wants are there at once.</summary>
    private sealed class Busy(int wanted) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _lock = new();
        private int _now;

        public int Most { get; private set; }

        /// <summary>How long each answer takes, so that others would come meanwhile if they were let. Nothing right depends on it: only what is wrong needs the time to show.</summary>
        public TimeSpan Pause { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Most = Math.Max(Most, ++_now);
                if (_now == wanted) _all.TrySetResult();
            }

            await _all.Task.WaitAsync(cancellationToken);
            await Task.Delay(Pause, cancellationToken);
            lock (_lock) _now--;
            return new HttpResponseMessage();
        }
    }
}
