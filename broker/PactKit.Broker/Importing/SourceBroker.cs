using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PactKit.Broker.Importing;

/// <summary>Where the data come from, and who asks for them.</summary>
internal sealed record SourceOptions(Uri BaseUrl)
{
    public string? Token { get; init; }
    public string? Username { get; init; }
    public string? Password { get; init; }
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
    public int Tries { get; init; } = 6;
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromSeconds(0.5);
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);
}

/// <summary>The import cannot go on; the message is for the person who started it. It can be started again.</summary>
internal sealed class ImportException(string message) : Exception(message);

/// <summary>Reads resources of a Pact Broker, whichever; what it does not have (404) or never heard of is null.</summary>
internal sealed class SourceBroker(HttpMessageInvoker http, SourceOptions options, TimeProvider clock)
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 256 };
    private readonly string _base = options.BaseUrl.AbsoluteUri.TrimEnd('/');
    private string? _ownBase;
    private int _requests;

    public int Requests => _requests;

    /// <summary>Finds out by which address the broker itself is known: the base of its links.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        var index = await FindAsync("/", ct) ?? throw new ImportException($"There is no Pact Broker at {_base}: it answers 404.");
        if (index.Member("_links") is null) throw new ImportException($"{_base} does not look like a Pact Broker: its answer has no links.");
        _ownBase = index.Href("self")?.TrimEnd('/');
    }

    /// <param name="link">A path after the base, or a link the broker gave.</param>
    public async Task<JsonElement?> FindAsync(string link, CancellationToken ct)
    {
        var url = Resolve(link);
        for (var tries = 1; ; tries++)
        {
            var (answer, worthAnother, problem) = await TryAsync(url, ct);
            if (problem is null) return answer;
            if (!worthAnother || tries >= options.Tries) throw new ImportException(problem);
            await Task.Delay(options.FirstRetryDelay * Math.Pow(2, tries - 1), clock, ct);
        }
    }

    /// <summary>All items of a list, page by page where the broker has pages.</summary>
    public async Task<List<JsonElement>?> ListAsync(string path, string name, CancellationToken ct)
    {
        var items = new List<JsonElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = $"{path}?page=1&size=100"; next is not null && seen.Add(next);)
        {
            if (await FindAsync(next, ct) is not { } page) return seen.Count == 1 ? null : items;
            items.AddRange((page.Member("_embedded") ?? page).Items(name));
            next = page.Href("next");
        }

        return items;
    }

    private Uri Resolve(string link)
    {
        if (link.StartsWith('/')) return new Uri(_base + link);
        if (_ownBase is { Length: > 0 } own && link.StartsWith(own, StringComparison.OrdinalIgnoreCase)) return new Uri(_base + link[own.Length..]);
        return Uri.TryCreate(link, UriKind.Absolute, out var absolute) ? new Uri(new Uri(_base + "/"), absolute.PathAndQuery) : new Uri($"{_base}/{link}");
    }

    private async Task<(JsonElement? Answer, bool WorthAnother, string? Problem)> TryAsync(Uri url, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        Interlocked.Increment(ref _requests);
        try
        {
            using var request = Request(url);
            using var response = await http.SendAsync(request, either.Token);
            var status = (int)response.StatusCode;
            // What a broker is too old for is not found, not acceptable or not allowed there.
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NotAcceptable or HttpStatusCode.MethodNotAllowed) return (null, false, null);
            if (status is 401 or 403) return (null, false, $"{url} refused us ({status}): check --token, or --username and --password.");
            if (!response.IsSuccessStatusCode) return (null, status is >= 500 or 408 or 429, $"{url} answered {status}. What was copied until now is kept; run the command again to go on.");
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            using var document = JsonDocument.Parse(bytes, Json);
            return (document.RootElement.Clone(), false, null);
        }
        catch (JsonException)
        {
            return (null, false, $"{url} did not answer with JSON; is that the address of a Pact Broker?");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, true, $"{url} did not answer within {options.Timeout.TotalSeconds:0} s. What was copied until now is kept; run the command again to go on.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (null, true, $"{url} could not be reached: {failure.GetBaseException().Message.TrimEnd('.')}. What was copied until now is kept; run the command again to go on.");
        }
    }

    private HttpRequestMessage Request(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", "application/hal+json, application/json");
        if (options.Token is { Length: > 0 } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        else if (options.Username is { Length: > 0 } user)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}")));
        foreach (var (name, value) in options.Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
