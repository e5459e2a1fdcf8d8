using System.Text.Json;

namespace PactKit.Plugins.Manifests;

/// <summary>Reads a manifest. Its problem, where there is one, is a sentence with the file and the member.</summary>
internal static class ManifestReader
{
    private const int MaxBytes = 1 << 20;

    public static (PluginManifest? Manifest, string? Problem) Read(string file)
    {
        try
        {
            if (new FileInfo(file).Length > MaxBytes) return (null, $"{file}: is larger than 1 MB; expected a plugin manifest.");
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return Read(document.RootElement, file);
        }
        catch (JsonException fault)
        {
            return (null, $"{file}: is not JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{file}: cannot be read: {fault.Message}");
        }
    }

    private static (PluginManifest?, string?) Read(JsonElement json, string file)
    {
        if (json.ValueKind != JsonValueKind.Object) return (null, $"{file}: expected a JSON object.");
        var problems = new List<string>();
        var version = Text(json, "version", problems);
        if (version.Length > 0 && PluginVersion.TryParse(version) is null)
            problems.Add($"\"version\" is \"{version}\"; expected a version such as \"1.0.2\"");
        var manifest = new PluginManifest
        {
            Name = Text(json, "name", problems),
            Version = version,
            InterfaceVersion = Number(json, "pluginInterfaceVersion", problems),
            ExecutableType = Text(json, "executableType", problems),
            EntryPoint = Text(json, "entryPoint", problems),
            EntryPoints = EntryPoints(json, problems),
            Arguments = Arguments(json, problems),
            Directory = Path.GetDirectoryName(Path.GetFullPath(file))!,
        };
        return problems.Count == 0 ? (manifest, null) : (null, $"{file}: {string.Join("; ", problems)}.");
    }

    private static string Text(JsonElement json, string member, List<string> problems)
    {
        if (json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text) return text;
        problems.Add($"\"{member}\" is missing or not a text");
        return "";
    }

    private static int Number(JsonElement json, string member, List<string> problems)
    {
        if (json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        problems.Add($"\"{member}\" is missing or not a whole number");
        return 0;
    }

    private static Dictionary<string, string> EntryPoints(JsonElement json, List<string> problems)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!json.TryGetProperty("entryPoints", out var map) || map.ValueKind == JsonValueKind.Null) return all;
        if (map.ValueKind != JsonValueKind.Object)
        {
            problems.Add("\"entryPoints\" is not an object of operating systems and programs");
            return all;
        }

        foreach (var (name, value) in map.EnumerateObject().Select(m => (m.Name, m.Value)))
        {
            if (value.ValueKind == JsonValueKind.String) all[name] = value.GetString()!;
            else problems.Add($"\"entryPoints.{name}\" is not a text");
        }

        return all;
    }

    private static List<string> Arguments(JsonElement json, List<string> problems)
    {
        if (!json.TryGetProperty("args", out var list) || list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(a => a.ValueKind == JsonValueKind.String))
            return [.. list.EnumerateArray().Select(a => a.GetString()!)];
        problems.Add("\"args\" is not an array of texts");
        return [];
    }
}
