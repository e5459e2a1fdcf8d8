using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Model;
using PactKit.Model.Json;
using PactKit.Model.Writing;
using PactKit.Wire;

namespace PactKit.Verifier.Messages;

/// <summary>
/// Asks an endpoint for messages: POST <c>{"description","providerStates"?,"request"?}</c>, each as a V4 file has it; the answer's body is the content, the header
/// <c>Pact-Message-Metadata</c> holds the metadata as base64 JSON.
/// </summary>
public sealed class MessageEndpoint(HttpMessageInvoker http, Uri url, TimeSpan timeout) : IMessageSource
{
    private const string MetadataHeader = "Pact-Message-Metadata";

    /// <inheritdoc/>
    public async Task<MessageResult> ProduceAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Ask(interaction)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.SendAsync(request, limited.Token);
            if (!response.IsSuccessStatusCode) return Failed($"answered with {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}");
            return new MessageResult(await ReadAsync(response, limited.Token), null);
        }
        catch (Exception fault) when (TransferFailure.Is(fault))
        {
            return Failed(TransferFailure.Say(fault));
        }
        catch (FormatException)
        {
            return Failed($"answered with a {MetadataHeader} header that is not base64 of a JSON object");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"did not answer within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        }
    }

    private static byte[] Ask(Interaction interaction)
    {
        var ask = new JsonObject { ["description"] = interaction.Description };
        if (interaction.ProviderStates.Count > 0) ask["providerStates"] = new JsonArray([.. interaction.ProviderStates.Select(state => (JsonNode)State(state))]);
        if (interaction is SynchronousMessage { Request: var request })
            ask["request"] = JsonNode.Parse(JsonPrinter.CompactBytes(new PartWriter(PactSpecification.V4, _ => { }).Message(request, new JsonMap())));

        return Encoding.UTF8.GetBytes(ask.ToJsonString());
    }

    private static JsonObject State(ProviderState state)
    {
        var json = new JsonObject { ["name"] = state.Name };
        if (state.Params.Count > 0) json["params"] = Members(state.Params);
        return json;
    }

    private static JsonObject Members(IReadOnlyDictionary<string, JsonElement> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, JsonSerializer.SerializeToNode(member.Value))));

    private static async Task<MessageContents> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, JsonElement>();
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : null;
        if (type is not null) metadata["contentType"] = JsonSerializer.SerializeToElement(type);
        if (response.Headers.NonValidated.TryGetValues(MetadataHeader, out var encoded))
        {
            foreach (var member in Decode(encoded.ToString()).EnumerateObject()) metadata[member.Name] = member.Value;
        }

        _ = ContentType.TryParse(type, out var contentType);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new MessageContents { Contents = Body.Of(content, contentType), Metadata = metadata };
    }

    private static JsonElement Decode(string encoded)
    {
        try
        {
            var json = JsonElement.Parse(Convert.FromBase64String(encoded));
            return json.ValueKind == JsonValueKind.Object ? json : throw new FormatException();
        }
        catch (JsonException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static MessageResult Failed(string why) => new(null, $"The message endpoint {why}.");
}
