using PactKit.Matching;
using PactKit.Verifier.Messages;
using PactKit.Verifier.States;

namespace PactKit.Verifier;

/// <summary>Where the provider is and how it is verified.</summary>
public sealed record VerifierOptions
{
    /// <summary>Name of the provider. Pacts from a folder or a broker are those of this provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Sends the requests; null where only messages are verified. An HttpClient over a test server verifies in memory.</summary>
    public HttpMessageInvoker? Http { get; init; }

    /// <summary>Base address of the provider; its path is put before the path of every request.</summary>
    public Uri BaseUri { get; init; } = new("http://localhost/");

    /// <summary>Makes the messages; null where only HTTP interactions are verified.</summary>
    public IMessageSource? Messages { get; init; }

    /// <summary>Puts the provider into a state; null where nothing has to be done.</summary>
    public IStateChanger? States { get; init; }

    /// <summary>Undoes the states after each interaction. Default: no.</summary>
    public bool Teardown { get; init; }

    /// <summary>Which interactions to verify. Default: all.</summary>
    public InteractionFilter Filter { get; init; } = InteractionFilter.All;

    /// <summary>Headers for every request and every state change call; they replace those of the pact, names compare ignoring case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> CustomHeaders { get; init; } = [];

    /// <summary>Sees each request before it is sent and may change it, for example to add a token.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task>? RequestFilter { get; init; }

    /// <summary>How long one request may take. Default: 5 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Limits of the comparison.</summary>
    public MatchingOptions Matching { get; init; } = MatchingOptions.Default;

    /// <summary>Starts the plugins a pact names and makes use of them. Null: a pact that names plugins cannot be verified.</summary>
    internal PlugIn? Plugins { get; init; }

    /// <summary>Times interactions and feeds date generators. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Feeds random generators; one that is not seeded when null.</summary>
    public Random? Random { get; init; }

    /// <summary>
    /// How many interactions may be verified at a time. Only those run side by side that need no provider state, or all where
    /// <see cref="States"/> is null; the others follow one by one. The provider, <see cref="Messages"/>, <see cref="RequestFilter"/> and,
    /// for interactions without a state, <see cref="States"/> must then take calls at once. Reports stay in the order of the file.
    /// Default: 1.
    /// </summary>
    public int MaxParallel { get; init; } = 1;
}
