using System.Runtime.InteropServices;

namespace PactKit.Plugins.Manifests;

/// <summary>Which program of a manifest runs on this machine.</summary>
internal static class EntryPoint
{
    /// <summary>The path of the program.</summary>
    public static string Of(PluginManifest manifest)
    {
        var names = Names(SystemName(), RuntimeInformation.OSArchitecture.ToString());
        var chosen = names.Select(name => manifest.EntryPoints.GetValueOrDefault(name)).FirstOrDefault(path => path is not null) ?? manifest.EntryPoint;
        return Path.GetFullPath(chosen, manifest.Directory);
    }

    /// <summary>The names a system may have in a manifest, the most precise first.</summary>
    public static IEnumerable<string> Names(string system, string architecture)
    {
        string[] systems = system == "macos" ? ["macos", "osx", "darwin"] : [system];
        string[] architectures = architecture.ToUpperInvariant() switch
        {
            "X64" => ["x64", "x86_64", "amd64"],
            "ARM64" => ["arm64", "aarch64"],
            _ => [architecture],
        };
        return systems.SelectMany(name => architectures.Select(kind => $"{name}-{kind}")).Concat(systems);
    }

    private static string SystemName() => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
}
