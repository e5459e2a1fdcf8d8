using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PactKit.Broker.Webhooks;

/// <summary>What came of one call.</summary>
internal sealed record WebhookOutcome(bool Success, string Logs, int? Status, IReadOnlyDictionary<string, string> RequestHeaders, string Url, string? RequestBody,
    IReadOnlyDictionary<string, string>? ResponseHeaders, string? ResponseBody, string? Error);

/// <summary>Makes the call of a webhook and keeps a log that gives no secrets away.</summary>
internal sealed class WebhookSender(BrokerSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private const int ShownBody = 100_000;

    // Made when first used: many a broker never calls anybody, and what the client brings along is large.
    private readonly Lazy<HttpClient> _client = new(() => new HttpClient(Handler(settings)) { Timeout = Patience });

    public async Task<WebhookOutcome> SendAsync(WebhookRequest webhook, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var logs = new StringBuilder();
        void Log(string level, string text) =>
            logs.Append('[').Append(clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)).Append("Z] ").Append(level).Append(": ").AppendLine(text);

        var url = WebhookTemplate.RenderUrl(webhook.Url, values);
        var body = Body(webhook.Body, values);
        var headers = webhook.Headers.ToDictionary(header => header.Key, header => WebhookTemplate.Render(header.Value, values));
        var shown = headers.ToDictionary(header => header.Key, header => settings.WebhookRedactSensitiveData ? WebhookDocument.Redact(header.Key, header.Value) : header.Value);
        Log("INFO", "Webhook context " + JsonSerializer.Serialize(values));
        Log("INFO", $"HTTP/1.1 {webhook.Method.ToUpperInvariant()} {url}");
        foreach (var (name, value) in shown) Log("INFO", $"{name}: {value}");
        if (body is not null) Log("INFO", body);
        try
        {
            using var request = Build(webhook, url, headers, body, values);
            using var response = await _client.Value.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
            var text = await ReadAsync(response, ct);
            var received = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value));
            LogResponse(Log, response, received, text);
            return new WebhookOutcome(settings.WebhookSuccessCodes.Contains((int)response.StatusCode), logs.ToString(), (int)response.StatusCode, shown, url, body, received, text, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or FormatException or InvalidOperationException or UriFormatException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            var error = failure is OperationCanceledException ? $"No answer within {Patience.TotalSeconds} seconds" : failure.Message;
            Log("ERROR", $"Error executing webhook: {error}");
            return new WebhookOutcome(false, logs.ToString(), null, shown, url, body, null, null, error);
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated) _client.Value.Dispose();
    }

    private void LogResponse(Action<string, string> log, HttpResponseMessage response, Dictionary<string, string> headers, string body)
    {
        log("INFO", $"HTTP/1.1 {(int)response.StatusCode}");
        if (settings.WebhookHosts.Count == 0)
        {
            log("INFO", "What the server answered is not shown, so that webhooks cannot be used to look around the network. List the hosts you trust in PACT_BROKER_WEBHOOK_HOST_WHITELIST to see it.");
            return;
        }

        foreach (var (name, value) in headers) log("INFO", $"{name}: {value}");
        log("INFO", body);
    }

    private HttpRequestMessage Build(WebhookRequest webhook, string url, Dictionary<string, string> headers, string? body, IReadOnlyDictionary<string, string> values)
    {
        var request = new HttpRequestMessage(new HttpMethod(webhook.Method.ToUpperInvariant()), new Uri(url));
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in headers)
        {
            if (request.Headers.TryAddWithoutValidation(name, value)) continue;
            request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        if (!headers.ContainsKey("user-agent")) request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        if (!string.IsNullOrEmpty(webhook.Username))
        {
            var user = WebhookTemplate.Render(webhook.Username, values) + ":" + WebhookTemplate.Render(webhook.Password ?? "", values);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        }

        return request;
    }

    private static string? Body(string? stored, IReadOnlyDictionary<string, string> values)
    {
        if (stored is null) return null;
        var text = stored.StartsWith('"') ? JsonSerializer.Deserialize<string>(stored)! : stored;
        return WebhookTemplate.Render(text, values);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(ct)).Replace("\0", "", StringComparison.Ordinal);
        return text.Length <= ShownBody ? text : text[..ShownBody];
    }

    private static SocketsHttpHandler Handler(BrokerSettings settings)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Patience, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (settings.DisableSslVerification)
        {
#pragma warning disable CA5359 // The operator asked for it, by a setting with that name.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (settings.WebhookCertificates.Count > 0)
        {
            handler.SslOptions.CertificateChainPolicy = WebhookTrust.Policy(settings.WebhookCertificates);
        }

        return handler;
    }
}
