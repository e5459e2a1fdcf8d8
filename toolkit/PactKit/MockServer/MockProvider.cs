using PactKit.Matching;
using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>
/// The mock server without a wire: takes a request, records what became of it, then answers. Any number of requests may come at once.
/// <see cref="MockServerHandler"/> and <see cref="KestrelMockServer"/> put it behind an HttpClient.
/// </summary>
public sealed class MockProvider
{
    private readonly IReadOnlyList<HttpInteraction> _interactions;
    private readonly MockServerOptions _options;
    private readonly InteractionPicker _picker;
    private readonly MockAnswers _answers;
    private readonly Lock _recording = new();
    private readonly List<RequestOutcome> _outcomes = [];

    /// <param name="interactions">What is expected. Of several that fit a request, the first answers.</param>
    /// <param name="options">How to behave; the defaults when null.</param>
    public MockProvider(IReadOnlyList<HttpInteraction> interactions, MockServerOptions? options = null)
    {
        _interactions = interactions;
        _options = options ?? MockServerOptions.Default;
        _picker = new InteractionPicker(interactions);
        _answers = new MockAnswers(_options);
        ListHeaders = DeclaredLists(interactions);
    }

    /// <summary>Headers an interaction declares with several values; HttpClient sends those on one line with commas.</summary>
    internal IReadOnlySet<string> ListHeaders { get; }

    /// <summary>Records the request, then gives the answer: the expected response, or status 500 with the reason.</summary>
    /// <param name="request">What was received.</param>
    /// <param name="baseUri">Address of the server as the consumer knows it, for generated links.</param>
    public Response Answer(Request request, Uri baseUri)
    {
        var outcome = Judge(request);
        lock (_recording) _outcomes.Add(outcome);
        return _answers.To(outcome, baseUri);
    }

    /// <summary>What was seen until now.</summary>
    public MockServerVerdict Verdict()
    {
        RequestOutcome[] outcomes;
        lock (_recording) outcomes = [.. _outcomes];
        var received = new HashSet<HttpInteraction>(ReferenceEqualityComparer.Instance);
        foreach (var outcome in outcomes)
        {
            if (outcome is RequestMatched matched) received.Add(matched.Interaction);
            if (outcome is RequestMismatched mismatched) received.Add(mismatched.Interaction);
        }

        return new MockServerVerdict(outcomes, [.. _interactions.Where(interaction => !received.Contains(interaction))]);
    }
}
