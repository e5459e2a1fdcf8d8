using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using PactKit.Model;
using PactKit.Verifier.States;

namespace PactKit.States;

/// <summary>Reads a state change from a request: from its JSON body, else from its query.</summary>
internal static class StateChangeRequest
{
    // A verifier sends a name and a few parameters; anything longer is not one.
    private const int MaxLength = 1024 * 1024;

    /// <exception cref="FormatException">It is no state change; the message says what is wrong.</exception>
    public static async Task<StateChange> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await BodyOf(request, cancellationToken);
        return body.Length > 0 ? OfBody(body) : OfQuery(request.Query);
    }

    private static async Task<byte[]> BodyOf(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > MaxLength) throw new FormatException("The body of a provider state change is at most 1 MB long.");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static StateChange OfBody(byte[] body)
    {
        // Parsing leaves texts for later, when nobody expects them to be no text.
        if (!Utf8.IsValid(body)) throw new FormatException("The body of a provider state change is JSON in UTF-8, and this one is not UTF-8.");
        JsonElement json;
        try
        {
            json = JsonElement.Parse(body);
        }
        catch (JsonException fault)
        {
            throw new FormatException(
                $"The body of a provider state change is JSON, such as {{\"action\":\"setup\",\"state\":\"user 1 exists\"}}: {fault.Message}", fault);
        }

        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException("The body of a provider state change is a JSON object with a \"state\".");
        try
        {
            var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            if (json.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Object)
                foreach (var member in given.EnumerateObject()) members[member.Name] = member.Value;
            return Change(Text(json, "action"), Text(json, "state"), members);
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException("A name in the body of a provider state change has an escape such as \\ud800 that is no character.", fault);
        }
    }

    private static StateChange OfQuery(IQueryCollection query)
    {
        var members = query
            .Where(parameter => parameter.Key is not ("action" or "state"))
            .ToDictionary(parameter => parameter.Key, parameter => JsonSerializer.SerializeToElement(parameter.Value.ToString()));
        return Change(query["action"], query.ContainsKey("state") ? query["state"].ToString() : null, members);
    }

    private static StateChange Change(string? action, string? state, Dictionary<string, JsonElement> members)
    {
        if (state is null) throw new FormatException("A provider state change has a \"state\", in its JSON body or in its query.");
        return action?.ToUpperInvariant() switch
        {
            null or "" or "SETUP" => new StateChange(new ProviderState(state) { Params = members }, Teardown: false),
            "TEARDOWN" => new StateChange(new ProviderState(state) { Params = members }, Teardown: true),
            _ => throw new FormatException($"The action of a provider state change is \"setup\" or \"teardown\", not \"{action}\"."),
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
