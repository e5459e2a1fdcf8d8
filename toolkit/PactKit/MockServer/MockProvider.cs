using PactKit.Matching;
using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>
/// The mock server without a wire: takes a request, records what became of it, then answers. Any number of requests may come at once.
/// <see cref="MockServerHandler"/> and <see cref="KestrelMockServer"/> put it behind an HttpClient.
/// </summary>
public sealed class MockProvider
{
    private readonly InteractionPicker _picker;
    private readonly MockAnswers _answers;
    private readonly Lock _recording = new();
    private readonly List<ReceivedRequest> _received = [];

    /// <param name="interactions">What is expected. Of several that fit a request, the first answers.</param>
    /// <param name="options">How to behave; the defaults when null.</param>
    public MockProvider(IReadOnlyList<HttpInteraction> interactions, MockServerOptions? options = null)
    {
        _picker = new InteractionPicker(interactions);
        _answers = new MockAnswers(options ?? MockServerOptions.Default);
    }

    /// <summary>Records the request, then gives the answer: the expected response, or status 500 with the reason.</summary>
    /// <param name="request">What was received.</param>
    /// <param name="baseUri">Address of the server as the consumer knows it, for generated links.</param>
    public Response Answer(Request request, Uri baseUri)
    {
        var received = new ReceivedRequest(request, _picker.Pick(request));
        lock (_recording) _received.Add(received);
        return _answers.To(received, baseUri);
    }

    /// <summary>What was seen until now.</summary>
    public MockServerVerdict Verdict()
    {
        ReceivedRequest[] received;
        lock (_recording) received = [.. _received];
        var requested = new HashSet<int>();
        foreach (var one in received)
        {
            if (one.Pick is MatchedInteraction matched) requested.Add(matched.Index);
            if (one.Pick is MismatchedRequest mismatched) requested.Add(mismatched.Index);
        }

        return new MockServerVerdict(received, [.. _picker.Interactions.Where((_, index) => !requested.Contains(index))]);
    }
}
