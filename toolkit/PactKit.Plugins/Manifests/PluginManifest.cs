namespace PactKit.Plugins.Manifests;

/// <summary>What <c>pact-plugin.json</c> says about a plugin.</summary>
public sealed record PluginManifest
{
    /// <summary>Name of the file in a plugin's folder.</summary>
    public const string FileName = "pact-plugin.json";

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>Version of the protocol; 1 is what this driver speaks.</summary>
    public required int InterfaceVersion { get; init; }

    /// <summary>How the plugin runs; "exec" is what this driver can start.</summary>
    public required string ExecutableType { get; init; }

    /// <summary>The program, relative to <see cref="Directory"/> or absolute.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>
    /// Programs for particular operating systems, by "windows", "linux", "macos" (also "osx"), or one of these with an architecture:
    /// "linux-x64".
    /// </summary>
    public IReadOnlyDictionary<string, string> EntryPoints { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Folder the manifest was found in.</summary>
    public required string Directory { get; init; }

    public override string ToString() => $"{Name} {Version}";
}
