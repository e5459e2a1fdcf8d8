using System.Globalization;
using System.Net;
using System.Text.Json;
using PactKit.Consumer;
using PactNet.Matchers;

namespace PactNet;

/// <summary>The response builders of all versions; each of them only names its own type.</summary>
internal abstract class ResponseBuilder<TResponse>(HttpDraft draft, PactConfig config) : IHttpPartSource
{
    public HttpDraft Draft { get; } = draft;

    public PartDraft Part => Draft.Response;

    public PactConfig Config { get; } = config;

    protected abstract TResponse Self { get; }

    public TResponse WithStatus(HttpStatusCode status) => WithStatus((ushort)status);

    public TResponse WithStatus(ushort status)
    {
        if (status is < 100 or > 599)
        {
            var text = status.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException($"{text} is not an HTTP status: use a number from 100 to 599.", nameof(status));
        }

        Draft.Status = status;
        Draft.StatusRules = null;
        return Self;
    }

    public TResponse WithHeader(string key, string value)
    {
        Draft.Response.AddHeader(Argument.HeaderText(Argument.NotBlank(key, nameof(key)), nameof(key)), Example.OfText(Argument.HeaderText(value, nameof(value))));
        return Self;
    }

    public TResponse WithHeader(string key, IMatcher matcher)
    {
        Draft.Response.AddHeader(Argument.HeaderText(Argument.NotBlank(key, nameof(key)), nameof(key)), Examples.OfHeader(matcher, Config));
        return Self;
    }

    public TResponse WithJsonBody(object? body) => WithJsonBody(body, Config.DefaultJsonSettings);

    public TResponse WithJsonBody(object? body, JsonSerializerOptions settings)
    {
        Draft.Response.SetJson(Bodies.Read(body, settings ?? Config.DefaultJsonSettings), Bodies.Json);
        return Self;
    }

    public TResponse WithBody(string body, string contentType)
    {
        Draft.Response.SetText(Argument.NotNull(body, nameof(body)), Argument.NotBlank(contentType, nameof(contentType)));
        return Self;
    }
}
