using System.Text.Json;

namespace PactKit.Broker.Hal;

/// <summary>What handlers ask of a request: link base, wishes of the client, query and body.</summary>
internal sealed class BrokerRequest(HttpContext http)
{
    private static readonly string[] ApiTypes =
        ["application/hal+json", "application/problem+json", "application/json", "text/csv", "application/yaml", "text/plain"];

    private Urls? _urls;

    public HttpContext Http => http;

    public Urls Urls => _urls ??= new Urls(http.RequestServices.GetRequiredService<BrokerSettings>().BaseUrlFor(http.Request));

    /// <summary>For pages: relative links, so that they work behind any proxy.</summary>
    public Urls PageUrls => Settings.BaseUrls.Count == 0 ? new Urls("") : Urls;

    public BrokerSettings Settings => http.RequestServices.GetRequiredService<BrokerSettings>();

    public string Accept => http.Request.Headers.Accept.ToString();

    public bool WantsProblem => Accept.Contains("application/problem+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>A browser: it names none of the API's types.</summary>
    public bool WantsHtml => WantsPage(Accept);

    public bool WantsText => Accept.Contains("text/plain", StringComparison.OrdinalIgnoreCase)
        && !Accept.Contains("application/hal+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The URL as asked for, without its query.</summary>
    public string SelfUrl => Urls.Base + http.Request.Path.Value!.Split('/').Select(segment => Uri.EscapeDataString(RawPath.Restore(segment))).Aggregate((a, b) => $"{a}/{b}");

    public string SelfUrlWithQuery => SelfUrl + http.Request.QueryString.Value;

    /// <summary>The parsed body, when the route reads one; undefined when the body is empty.</summary>
    public JsonElement Body => http.Items.TryGetValue(JsonBody.Key, out var body) ? (JsonElement)body! : default;

    /// <summary>The last value of a query parameter, as brokers of the field read it; a blank one counts as absent.</summary>
    public string? Query(string name) => http.Request.Query[name].LastOrDefault() is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    public static ValueTask<BrokerRequest?> BindAsync(HttpContext context) => ValueTask.FromResult<BrokerRequest?>(new BrokerRequest(context));

    internal static bool WantsPage(string accept) =>
        accept.Length > 0 && accept != "*/*" && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !ApiTypes.Any(type => accept.Contains(type, StringComparison.OrdinalIgnoreCase));
}
