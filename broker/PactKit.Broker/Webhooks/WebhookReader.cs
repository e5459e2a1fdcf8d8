using System.Buffers;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;

namespace PactKit.Broker.Webhooks;

/// <summary>Reads a webhook from JSON and checks it.</summary>
internal sealed class WebhookReader(PacticipantsStore pacticipants, BrokerSettings settings)
{
    private static readonly SearchValues<char> OfHeaderNames = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    public async Task<(Webhook Webhook, Dictionary<string, List<string>> Errors)> ReadAsync(JsonElement body, string uuid, Webhook? stored, CancellationToken ct)
    {
        var fields = new Fields(body);
        var (consumer, consumerLabel) = await PartyAsync(fields, "consumer", ct);
        var (provider, providerLabel) = await PartyAsync(fields, "provider", ct);
        var enabled = fields.Flag("enabled") ?? true;
        var description = fields.Text("description");
        var events = Events(fields);
        var request = fields.Object("request", required: true) is { } given ? Request(given, stored?.HttpRequest) : null;
        return (new Webhook
        {
            Id = stored?.Id ?? 0,
            Uuid = uuid,
            Description = description,
            ConsumerId = consumer?.Id,
            Consumer = consumer?.Name,
            ConsumerLabel = consumerLabel,
            ProviderId = provider?.Id,
            Provider = provider?.Name,
            ProviderLabel = providerLabel,
            Enabled = enabled,
            Events = string.Join(' ', events),
            Request = JsonSerializer.Serialize(request),
        }, fields.Errors);
    }

    private async Task<(Pacticipant? Pacticipant, string? Label)> PartyAsync(Fields fields, string role, CancellationToken ct)
    {
        if (fields.Object(role) is not { } party) return (null, null);
        var name = party.Text("name");
        var label = party.Text("label");
        if (string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(label)) party.Fail("name", Fields.Blank);
        if (name is not null && label is not null) party.Fail("label", "cannot be used together with name");
        if (string.IsNullOrWhiteSpace(name)) return (null, label);
        var found = await pacticipants.FindAsync(name, ct);
        if (found is null) party.Fail("name", "does not match an existing pacticipant");
        return (found, label);
    }

    private static List<string> Events(Fields fields)
    {
        if (fields.List("events") is not { } items) return [ContractEvent.ContentChanged];
        if (items.Count == 0) fields.Fail("events", "size cannot be less than 1");
        var names = new List<string>();
        foreach (var (index, item) in items.Index())
        {
            var name = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            if (name is null) fields.Fail("events", $"{(item.ValueKind == JsonValueKind.Object ? "name is missing" : "must be a hash")} (at index {index})");
            else if (!ContractEvent.All.Contains(name)) fields.Fail("events", $"name must be one of: {string.Join(", ", ContractEvent.All)} (at index {index})");
            else names.Add(name);
        }

        return names.Distinct().ToList();
    }

    private WebhookRequest Request(Fields fields, WebhookRequest? stored)
    {
        var method = fields.Text("method", Text.Required) ?? "";
        if (method.Length > 0 && !Verbs.Contains(method.ToUpperInvariant())) fields.Fail("method", "is not a recognised HTTP method");
        else if (method.Length > 0 && !settings.WebhookMethods.Contains(method, StringComparer.OrdinalIgnoreCase))
            fields.Fail("method", $"must be one of: {string.Join(", ", settings.WebhookMethods)}. See the setting PACT_BROKER_WEBHOOK_HTTP_METHOD_WHITELIST.");
        var url = fields.Text("url", Text.Required) ?? "";
        if (url.Length > 0) CheckUrl(fields, url);
        var password = fields.Text("password");
        var body = fields.Find("body");
        return new WebhookRequest(
            method, url, Headers(fields, stored),
            body.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : body.GetRawText(),
            fields.Text("username"), IsMask(password) ? stored?.Password : password);
    }

    private void CheckUrl(Fields fields, string url)
    {
        string Rendered(string value) => WebhookTemplate.RenderUrl(url, WebhookTemplate.Names.ToDictionary(name => name, _ => value));
        if (url.Any(char.IsWhiteSpace) || !Uri.TryCreate(Rendered("placeholder"), UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            fields.Fail("url", "is not a valid URL, for example http://example.org");
            return;
        }

        if (Uri.TryCreate(Rendered("other"), UriKind.Absolute, out var second) && second.Host != uri.Host) fields.Fail("url", "cannot have a template parameter in the host");
        if (!settings.WebhookSchemes.Contains(uri.Scheme, StringComparer.OrdinalIgnoreCase))
            fields.Fail("url", $"scheme must be {string.Join(", ", settings.WebhookSchemes)}. See the setting PACT_BROKER_WEBHOOK_SCHEME_WHITELIST.");
        if (settings.WebhookHosts.Count > 0 && !settings.WebhookHosts.Any(pattern => Matches(pattern, uri.Host)))
            fields.Fail("url", $"host must be in the whitelist {string.Join(", ", settings.WebhookHosts)}. See the setting PACT_BROKER_WEBHOOK_HOST_WHITELIST.");
    }

    /// <summary>An exact host, <c>*.example.org</c>, <c>/regex/</c>, or a network such as 10.0.0.0/8.</summary>
    internal static bool Matches(string pattern, string host)
    {
        if (pattern.Length > 2 && pattern.StartsWith('/') && pattern.EndsWith('/')) return Regex.IsMatch(host, pattern[1..^1], RegexOptions.None, TimeSpan.FromSeconds(1));
        if (pattern.StartsWith("*.", StringComparison.Ordinal)) return host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase);
        if (pattern.Contains('/', StringComparison.Ordinal) && IPNetwork.TryParse(pattern, out var network)) return IPAddress.TryParse(host.Trim('[', ']'), out var address) && network.Contains(address);
        return string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string> Headers(Fields fields, WebhookRequest? stored)
    {
        var headers = new Dictionary<string, string>();
        var given = fields.Find("headers");
        if (given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return headers;
        if (given.ValueKind != JsonValueKind.Object)
        {
            fields.Fail("headers", "must be a hash");
            return headers;
        }

        foreach (var (name, value) in CanonicalJson.Members(given))
        {
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null) fields.Fail("headers", $"{name} must be a string");
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(OfHeaderNames)) fields.Fail("headers", $"'{name}' is not the name of an HTTP header");
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            if (text.AsSpan().ContainsAny('\r', '\n')) fields.Fail("headers", $"{name} cannot contain multiple lines");
            var key = name.ToLowerInvariant();
            headers[key] = text.Length > 0 && IsMask(text) && stored?.Headers.GetValueOrDefault(key) is { } kept ? kept : text;
        }

        return headers;
    }

    private static bool IsMask(string? text) => text is null || (text.Length > 0 && text.All(c => c == '*'));
}
