using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Verifier.States;

/// <summary>
/// Changes states by a POST to an endpoint of the provider: <c>{"action":"setup","params":{},"state":"…"}</c>, or the same in the query. What it
/// answers as a JSON object are values for generators. A call that fails is tried three times.
/// </summary>
public sealed class StateEndpoint(HttpMessageInvoker http, Uri url, StateEndpointOptions options) : IStateChanger
{
    private const int Tries = 3;

    /// <inheritdoc/>
    public async Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 1; ; attempt++)
        {
            var result = await TryAsync(change, cancellationToken);
            if (result.Error is null || attempt == Tries) return result;
            await Task.Delay(options.RetryDelay, options.Clock, cancellationToken);
        }
    }

    private async Task<StateChangeResult> TryAsync(StateChange change, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Timeout);
        try
        {
            using var request = Request(change);
            using var response = await http.SendAsync(request, timeout.Token);
            if (!response.IsSuccessStatusCode)
                return Failed(change, $"answered with {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}");
            return new StateChangeResult((string?)null) { Values = Values(await response.Content.ReadAsByteArrayAsync(timeout.Token)) };
        }
        catch (Exception fault) when (TransferFailure.Is(fault))
        {
            return Failed(change, TransferFailure.Say(fault));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(change, $"did not answer within {options.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        }
    }

    private HttpRequestMessage Request(StateChange change)
    {
        var request = options.InQuery
            ? new HttpRequestMessage(HttpMethod.Post, InQuery(change)) { Content = new ByteArrayContent([]) }
            : new HttpRequestMessage(HttpMethod.Post, url) { Content = InBody(change) };
        foreach (var (name, value) in options.Headers)
        {
            request.Headers.Remove(name);
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static ByteArrayContent InBody(StateChange change)
    {
        var body = new { action = Action(change), @params = change.State.Params, state = change.State.Name };
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private Uri InQuery(StateChange change)
    {
        var pairs = new List<KeyValuePair<string, string>> { new("action", Action(change)), new("state", change.State.Name) };
        foreach (var (name, value) in change.State.Params)
            pairs.Add(new(name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()));
        var query = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri($"{url}{(url.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}", UriKind.RelativeOrAbsolute);
    }

    private static IReadOnlyDictionary<string, JsonElement> Values(byte[] body)
    {
        try
        {
            var json = JsonElement.Parse(body);
            if (json.ValueKind == JsonValueKind.Object) return json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        }
        catch (JsonException)
        {
            // Anything that is not a JSON object is allowed, and ignored.
        }

        return Empty.Members;
    }

    private StateChangeResult Failed(StateChange change, string why) =>
        new($"State change request failed: {Action(change)} of '{change.State.Name}' at {url} {why}.");

    private static string Action(StateChange change) => change.Teardown ? "teardown" : "setup";
}
