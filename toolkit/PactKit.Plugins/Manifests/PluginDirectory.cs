namespace PactKit.Plugins.Manifests;

/// <summary>Finds installed plugins. Reads the disk only: nothing is ever downloaded.</summary>
internal static class PluginDirectory
{
    public const string Variable = "PACT_PLUGIN_DIR";

    /// <summary>The folder the options name, else PACT_PLUGIN_DIR, else <c>~/.pact/plugins</c>.</summary>
    public static string Path(PluginOptions options)
    {
        if (options.Directory is { Length: > 0 } named) return System.IO.Path.GetFullPath(named);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable) return System.IO.Path.GetFullPath(variable);
        return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pact", "plugins");
    }

    /// <summary>
    /// The installed plugin to use where this one is asked for: that very version, else the highest above it, as the other drivers do.
    /// Without a version, the highest.
    /// </summary>
    /// <exception cref="PluginException">There is none; the message says what was found instead.</exception>
    public static PluginManifest Find(PluginOptions options, string name, string? version)
    {
        var folder = Path(options);
        var asked = version is { Length: > 0 }
            ? PluginVersion.TryParse(version) ?? throw new PluginException($"\"{version}\" is no version for the plugin \"{name}\": use one such as \"1.0.2\".")
            : null;
        var (installed, problems) = All(folder);
        var named = installed.Where(manifest => manifest.Name == name).ToList();
        return Best(named, asked) ?? throw new PluginException(NotFound(folder, name, version, installed, named, problems));
    }

    private static PluginManifest? Best(List<PluginManifest> named, PluginVersion? asked) =>
        named.Find(manifest => VersionOf(manifest) == asked)
        ?? named.Where(manifest => asked is null || VersionOf(manifest).CompareTo(asked) >= 0).MaxBy(VersionOf);

    // The reader has seen to it that there is one.
    private static PluginVersion VersionOf(PluginManifest manifest) => PluginVersion.TryParse(manifest.Version)!;

    private static (List<PluginManifest> Manifests, List<string> Problems) All(string folder)
    {
        var manifests = new List<PluginManifest>();
        var problems = new List<string>();
        if (!Directory.Exists(folder)) return (manifests, problems);
        foreach (var plugin in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var file = System.IO.Path.Combine(plugin, PluginManifest.FileName);
            if (!File.Exists(file)) continue;
            var (manifest, problem) = ManifestReader.Read(file);
            if (manifest is not null) manifests.Add(manifest);
            else problems.Add(problem!);
        }

        return (manifests, problems);
    }

    private static string NotFound(
        string folder, string name, string? version, List<PluginManifest> installed, List<PluginManifest> named, List<string> problems)
    {
        var asked = version is { Length: > 0 } ? $"\"{name}\" {version} or later" : $"\"{name}\"";
        if (!Directory.Exists(folder))
            return $"The plugin {asked} was not found: the folder {folder} does not exist. Install the plugin there, or set {Variable}.";
        var others = named.Count > 0 ? named : installed;
        var found = others.Count == 0 ? "no plugin" : string.Join(", ", others);
        var unreadable = problems.Count == 0 ? "" : $" Manifests that cannot be used: {string.Join(" ", problems)}";
        return $"The plugin {asked} was not found in {folder}, which has {found}. Install it as a folder of its own with a "
            + $"{PluginManifest.FileName}, or set {Variable}.{unreadable}";
    }
}
