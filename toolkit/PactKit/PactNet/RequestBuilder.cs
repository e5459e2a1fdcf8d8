using System.Text.Json;
using PactKit.Consumer;
using PactNet.Matchers;

namespace PactNet;

/// <summary>The request builders of all versions; each of them only names its own types.</summary>
internal abstract class RequestBuilder<TRequest, TResponse>(HttpDraft draft, PactConfig config) : IHttpPartSource
{
    public HttpDraft Draft { get; } = draft;

    public PartDraft Part => Draft.Request;

    public PactConfig Config { get; } = config;

    protected abstract TRequest Self { get; }

    public TRequest Given(string providerState)
    {
        Draft.States.Add(Argument.NotBlank(providerState, nameof(providerState)));
        return Self;
    }

    public TRequest Given(string providerState, IDictionary<string, string> parameters)
    {
        Draft.States.Add(Argument.NotBlank(providerState, nameof(providerState)), Argument.NotNull(parameters, nameof(parameters)));
        return Self;
    }

    public TRequest WithRequest(HttpMethod method, string path) => WithRequest(Argument.NotNull(method, nameof(method)).Method, path);

    public TRequest WithRequest(string method, string path)
    {
        Draft.SetRequest(Argument.NotBlank(method, nameof(method)), Argument.Path(path, nameof(path)));
        return Self;
    }

    public TRequest WithQuery(string key, string value)
    {
        Draft.Query.Add(Argument.NotBlank(key, nameof(key)), Example.OfText(Argument.NotNull(value, nameof(value))));
        return Self;
    }

    public TRequest WithQuery(string key, IMatcher matcher)
    {
        Draft.Query.Add(Argument.NotBlank(key, nameof(key)), Examples.OfQuery(matcher, Config));
        return Self;
    }

    public TRequest WithHeader(string key, string value)
    {
        Draft.Request.AddHeader(Argument.HeaderText(Argument.NotBlank(key, nameof(key)), nameof(key)), Example.OfText(Argument.HeaderText(value, nameof(value))));
        return Self;
    }

    public TRequest WithHeader(string key, IMatcher matcher)
    {
        Draft.Request.AddHeader(Argument.HeaderText(Argument.NotBlank(key, nameof(key)), nameof(key)), Examples.OfHeader(matcher, Config));
        return Self;
    }

    public TRequest WithJsonBody(object? body) => WithJsonBody(body, Config.DefaultJsonSettings, Bodies.Json);

    public TRequest WithJsonBody(object? body, string contentType) => WithJsonBody(body, Config.DefaultJsonSettings, contentType);

    public TRequest WithJsonBody(object? body, JsonSerializerOptions settings) => WithJsonBody(body, settings, Bodies.Json);

    public TRequest WithJsonBody(object? body, JsonSerializerOptions settings, string contentType)
    {
        Draft.Request.SetJson(Bodies.Read(body, settings ?? Config.DefaultJsonSettings), Argument.NotBlank(contentType, nameof(contentType)));
        return Self;
    }

    public TRequest WithBody(string body, string contentType)
    {
        Draft.Request.SetText(Argument.NotNull(body, nameof(body)), Argument.NotBlank(contentType, nameof(contentType)));
        return Self;
    }

    public TResponse WillRespond() =>
        Draft.HasRequest ? Respond() : throw new InvalidOperationException("Say what is requested first: call WithRequest(method, path) before WillRespond().");

    protected abstract TResponse Respond();
}
