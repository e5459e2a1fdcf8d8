using System.Text;
using PactKit.Consumer;
using PactKit.Model;
using PactNet;
using Refit;

namespace PactKit.RefitTests;

/// <summary>Interactions derived from <see cref="IUsersApi"/>, as the model sees them.</summary>
internal static class Draft
{
    public static IRequestBuilderV4 New() =>
        PactNet.Pact.V4("consumer", "provider", Quiet()).WithHttpInteractions().UponReceiving("a request");

    public static PactConfig Quiet() => new() { Outputters = [] };

    public static Request Of(Func<IUsersApi, Task> call, RefitSettings? settings = null) => Built(New().WithRequest(call, settings)).Request;

    public static Request OfAny(Func<IUsersApi, object?> call, RefitSettings? settings = null) => Built(New().WithRequest(call, settings)).Request;

    public static HttpInteraction Built(object builder) => ((IHttpDraftSource)builder).Draft.Build();

    public static string Text(this Body body) => Encoding.UTF8.GetString(body.Content.Span);

    public static string Header(this Request request, string name) => Assert.Single(request.Headers[name]);

    public static string? Parameter(this Request request, string name) => Assert.Single(request.Query[name]);

    public static MatchingRule Only(this RuleList? rules) => Assert.Single(Assert.IsType<RuleList>(rules).Rules);
}
