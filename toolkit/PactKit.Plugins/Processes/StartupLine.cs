using System.Text.Json;

namespace PactKit.Plugins.Processes;

/// <summary>The one line a plugin writes when it listens: <c>{"port": 50051, "serverKey": "…"}</c>.</summary>
internal sealed record StartupLine(int Port, string ServerKey)
{
    /// <summary>Null, with the reason, where the line is not that.</summary>
    public static StartupLine? TryParse(string line, out string? problem)
    {
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            if (!json.TryGetProperty("port", out var port) || port.ValueKind != JsonValueKind.Number || !port.TryGetUInt16(out var number) || number == 0)
                problem = "\"port\" is missing or not the number of a port";
            else if (!json.TryGetProperty("serverKey", out var key) || key.ValueKind != JsonValueKind.String)
                problem = "\"serverKey\" is missing or not a text";
            else
                return new StartupLine(number, key.GetString()!);
        }
        catch (JsonException)
        {
            problem = "it is not JSON";
        }

        return null;
    }
}
