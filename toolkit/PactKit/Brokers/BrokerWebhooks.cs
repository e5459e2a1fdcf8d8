using System.Text.Json;
using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>Webhooks of a broker.</summary>
public sealed class BrokerWebhooks
{
    private readonly BrokerHttp _http;

    internal BrokerWebhooks(BrokerHttp http) => _http = http;

    public async Task<BrokerResult<HalDocument>> CreateAsync(WebhookSettings settings, CancellationToken cancellationToken = default)
    {
        var list = await _http.FromIndexAsync("pb:webhooks", cancellationToken);
        return list.Succeeded ? await _http.SendAsync(HttpMethod.Post, list.Value, Body(settings), cancellationToken) : list.Error;
    }

    /// <summary>Creates or replaces the webhook of that id.</summary>
    public async Task<BrokerResult<HalDocument>> PutAsync(
        string uuid, WebhookSettings settings, CancellationToken cancellationToken = default)
    {
        var target = await _http.FromIndexAsync("pb:webhook", cancellationToken, ("uuid", uuid));
        return target.Succeeded ? await _http.SendAsync(HttpMethod.Put, target.Value, Body(settings), cancellationToken) : target.Error;
    }

    public async Task<BrokerResult<HalDocument>> DeleteAsync(string uuid, CancellationToken cancellationToken = default)
    {
        var target = await _http.FromIndexAsync("pb:webhook", cancellationToken, ("uuid", uuid));
        return target.Succeeded
            ? Named(uuid, await _http.SendAsync(HttpMethod.Delete, target.Value, null, cancellationToken))
            : target.Error;
    }

    /// <summary>Has the broker send the webhook's request now; the answer tells how that went.</summary>
    public async Task<BrokerResult<HalDocument>> TestAsync(string uuid, CancellationToken cancellationToken = default)
    {
        var target = await _http.FromIndexAsync("pb:webhook", cancellationToken, ("uuid", uuid));
        if (!target.Succeeded) return target.Error;
        var webhook = await _http.GetAsync(target.Value, cancellationToken);
        if (!webhook.Succeeded) return Named(uuid, webhook);
        return webhook.Value.Link("pb:execute") is { } execute
            ? await _http.SendAsync(HttpMethod.Post, _http.Root.Resolve(execute.Href), JsonBody.Nothing, cancellationToken)
            : Failures.NotOffered(webhook.Value.Url, "pb:execute");
    }

    private static BrokerResult<HalDocument> Named(string uuid, BrokerResult<HalDocument> answer) =>
        answer.Error?.Kind == BrokerErrorKind.NotFound
            ? answer.Error with { Message = $"The broker has no webhook with the UUID {uuid}.", Details = [] }
            : answer;

    private static JsonBody Body(WebhookSettings settings) => JsonBody.Write(json =>
    {
        json.WriteIfGiven("description", settings.Description);
        WriteSide(json, "consumer", settings.Consumer, settings.ConsumerLabel);
        WriteSide(json, "provider", settings.Provider, settings.ProviderLabel);
        if (settings.Events.Count > 0)
        {
            json.WriteStartArray("events");
            foreach (var name in settings.Events)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("request");
        json.WriteString("url", settings.Url);
        json.WriteString("method", settings.Method);
        json.WriteIfGiven("username", settings.Username);
        json.WriteIfGiven("password", settings.Password);
        if (settings.Headers.Count > 0)
        {
            json.WriteStartObject("headers");
            foreach (var (name, value) in settings.Headers) json.WriteString(name, value);
            json.WriteEndObject();
        }

        WriteBody(json, settings.Body);
        json.WriteEndObject();
    });

    private static void WriteSide(Utf8JsonWriter json, string side, string? name, string? label)
    {
        if (name is null && label is null) return;
        json.WriteStartObject(side);
        json.WriteIfGiven("name", name);
        json.WriteIfGiven("label", label);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string? body)
    {
        if (body is null) return;
        json.WritePropertyName("body");
        try
        {
            using var document = JsonDocument.Parse(body);
            document.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteStringValue(body);
        }
    }
}
