using System.Net;
using System.Text;
using PactKit.Verifier.Sessions;
using PactKit.Verifier.Sources;
using PactNet.Verifier;

namespace PactKit.XunitTests;

/// <summary>A provider in a few lines: it has the articles its states put there.</summary>
public sealed class Shop : HttpMessageHandler
{
    private readonly HashSet<int> _articles = [];

    /// <summary>How the one article is called.</summary>
    public string Name { get; init; } = "Lamp";

    /// <summary>Setups, teardowns and requests, in their order.</summary>
    public List<string> Log { get; } = [];

    public VerificationSession Open(PublishOptions? publish = null) => Source(new PactVerifier("shop")).OpenSession(publish);

    public IPactVerifierSource Source(PactVerifier verifier) => verifier
        .WithHttpEndpoint(this)
        .WithInteractionsFromTests()
        .WithProviderStates(states => states
            .Add(
                "article 7 exists",
                state => Note($"+{state.Name}", () => _articles.Add(state.Params["id"].GetInt32())),
                state => Note($"-{state.Name}", () => _articles.Clear()))
            .Add("it is in stock", state => Note($"+{state.Name}", () => { })));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        Log.Add(path);
        if (path != "/articles/7" || !_articles.Contains(7)) return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        return Task.FromResult(new HttpResponseMessage
        {
            Content = new StringContent($$"""{"id":7,"name":"{{Name}}"}""", Encoding.UTF8, "application/json"),
        });
    }

    private void Note(string line, Action change)
    {
        Log.Add(line);
        change();
    }
}
