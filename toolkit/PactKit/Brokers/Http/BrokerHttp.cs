using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PactKit.Brokers.Http;

/// <summary>Sends requests, again where that is worth it, and makes a value of every outcome.</summary>
internal sealed class BrokerHttp(HttpMessageInvoker client, BrokerOptions options, TimeProvider clock)
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 256 };

    /// <summary>Far more than any pact or page of a broker; what is longer is something else, and would fill the memory.</summary>
    private const long LongestAnswer = 512 * 1024 * 1024;

    private HalDocument? _index;

    public LinkRoot Root { get; } = new(options.BaseUrl);

    public Task<BrokerResult<HalDocument>> GetAsync(Uri url, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, url, null, cancellationToken);

    /// <summary>The index, read once: its links do not change while a broker runs.</summary>
    public async Task<BrokerResult<HalDocument>> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is { } known) return known;
        var answer = await GetAsync(Root.At(""), cancellationToken);
        if (!answer.Succeeded) return answer;
        if (answer.Value.Json.Member("_links") is null) return Failures.NotABroker(answer.Value.Url, "its answer has no links");
        Root.Learn(answer.Value);
        return _index = answer.Value;
    }

    /// <summary>The address of a relation of the index, expanded.</summary>
    public async Task<BrokerResult<Uri>> FromIndexAsync(
        string relation, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        var index = await IndexAsync(cancellationToken);
        if (!index.Succeeded) return index.Error;
        return index.Value.Link(relation) is { } link
            ? Root.Resolve(link.Expand(values))
            : Failures.NotOffered(options.BaseUrl, relation);
    }

    public async Task<BrokerResult<HalDocument>> SendAsync(
        HttpMethod method, Uri url, JsonBody? body, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            var begin = clock.GetElapsedTime(start);
            var left = options.Patience - begin;
            var timeout = options.Timeout < left ? options.Timeout : left;
            using var limit = new CancellationTokenSource(timeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            TimeSpan wait;
            try
            {
                using var request = Request(method, url, body);
                using var response = await client.SendAsync(request, either.Token);
                options.Trace?.Invoke($"{method} {url} -> {(int)response.StatusCode}");
                wait = RetryDelay.After(tries, options.FirstRetryDelay, response.Headers.RetryAfter, clock.GetUtcNow());
                var worthAnother = RetryDelay.IsWorthAnotherTry(response.StatusCode);
                if (tries >= options.Tries || !worthAnother || clock.GetElapsedTime(start) + wait >= options.Patience)
                {
                    var answer = await ReadAsync(method, url, response, either.Token);
                    return worthAnother && tries > 1 && !answer.Succeeded ? Failures.AfterTries(answer.Error, tries) : answer;
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return limit.IsCancellationRequested ? Failures.TimedOut(url, timeout, tries) : Failures.NoConnection(url, clock.GetElapsedTime(start) - begin);
            }
            catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            {
                return Failures.TooLong(url, LongestAnswer);
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                return Failures.Unreachable(url, failure);
            }

            options.Trace?.Invoke($"trying again in {wait.TotalSeconds:0.#} s ({tries + 1} of {options.Tries})");
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, Uri url, JsonBody? body)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/hal+json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.Token is { Length: > 0 } token)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        else if (options.Username is { Length: > 0 } user)
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Base64($"{user}:{options.Password}"));
        foreach (var (name, value) in options.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is null) return request;
        request.Content = new ReadOnlyMemoryContent(body.Bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(body.MediaType);
        return request;
    }

    private static async Task<BrokerResult<HalDocument>> ReadAsync(
        HttpMethod method, Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response is { StatusCode: >= HttpStatusCode.MovedPermanently and < HttpStatusCode.BadRequest, Headers.Location: { } location })
            return Failures.Moved(url, (int)response.StatusCode, new Uri(url, location));
        await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (!response.IsSuccessStatusCode) return ErrorReader.Read(method, url, response.StatusCode, mediaType, bytes);
        if (bytes.Length == 0 && (response.StatusCode == HttpStatusCode.NoContent || method != HttpMethod.Get))
            return new HalDocument(url, (int)response.StatusCode, bytes, default);
        try
        {
            using var document = JsonDocument.Parse(bytes, Json);
            return new HalDocument(url, (int)response.StatusCode, bytes, document.RootElement.Clone());
        }
        catch (JsonException fault) when (mediaType is not null && mediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return Failures.NotABroker(url, $"its answer says it is {mediaType}, but is broken at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
        }
        catch (JsonException)
        {
            return Failures.NotABroker(url, $"its answer is {mediaType ?? "of no known type"}, not JSON");
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
