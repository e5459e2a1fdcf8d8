using System.Text.Json;

namespace PactKit.Plugins.Tests;

/// <summary>Installs a shell script as a plugin.</summary>
internal static class Script
{
    public static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The plugins of this test are shell scripts.");

    /// <summary>The plugin's folder.</summary>
    public static string Install(TemporaryFolder folder, string name, string script, int interfaceVersion = 1, string executableType = "exec")
    {
        SkipOnWindows();
        var manifest = new Dictionary<string, object>
        {
            ["manifestVersion"] = 1, ["pluginInterfaceVersion"] = interfaceVersion, ["name"] = name, ["version"] = "1.0.0",
            ["executableType"] = executableType, ["entryPoint"] = "run.sh", ["args"] = new[] { "first argument" },
        };
        folder.Write($"{name}-1.0.0/pact-plugin.json", JsonSerializer.Serialize(manifest));
        var file = folder.Write($"{name}-1.0.0/run.sh", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Path.GetDirectoryName(file)!;
    }
}
