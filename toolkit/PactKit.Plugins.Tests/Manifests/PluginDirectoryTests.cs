using PactKit.Plugins.Manifests;

namespace PactKit.Plugins.Tests.Manifests;

public sealed class PluginDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PluginOptions Options => new() { Directory = _folder.Path };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "2.0.0")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("1.0", "1.0.0")]
    [InlineData("1.0.1", "2.0.0")]
    [InlineData("2.0.0-rc", "2.0.0")]
    public void The_version_asked_for_is_taken_else_the_highest_above_it(string? asked, string found)
    {
        Install("csv", "1.0.0");
        Install("csv", "2.0.0");
        Install("other", "9.0.0");

        Assert.Equal(found, PluginDirectory.Find(Options, "csv", asked).Version);
    }

    [Fact]
    public void A_plugin_that_is_too_old_is_not_taken_and_the_message_says_what_there_is()
    {
        Install("csv", "1.0.0");
        Install("other", "9.0.0");

        var fault = Assert.Throws<PluginException>(() => PluginDirectory.Find(Options, "csv", "1.0.1"));

        Assert.StartsWith($"The plugin \"csv\" 1.0.1 or later was not found in {_folder.Path}, which has csv 1.0.0.", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("other", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var options = new PluginOptions { Directory = Path.Combine(_folder.Path, "nowhere") };

        var fault = Assert.Throws<PluginException>(() => PluginDirectory.Find(options, "csv", null));

        Assert.Equal(
            $"The plugin \"csv\" was not found: the folder {options.Directory} does not exist. Install the plugin there, or set PACT_PLUGIN_DIR.",
            fault.Message);
    }

    [Fact]
    public void The_folder_is_the_one_told_else_the_variables_else_the_one_in_the_home()
    {
        var before = Environment.GetEnvironmentVariable("PACT_PLUGIN_DIR");
        try
        {
            Environment.SetEnvironmentVariable("PACT_PLUGIN_DIR", Path.Combine(_folder.Path, "by-variable"));
            Assert.Equal(_folder.Path, PluginDirectory.Path(Options));
            Assert.Equal(Path.Combine(_folder.Path, "by-variable"), PluginDirectory.Path(PluginOptions.Default));

            Environment.SetEnvironmentVariable("PACT_PLUGIN_DIR", "");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            Assert.Equal(Path.Combine(home, ".pact", "plugins"), PluginDirectory.Path(PluginOptions.Default));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PACT_PLUGIN_DIR", before);
        }
    }

    [Fact]
    public void A_version_that_is_none_is_refused()
    {
        var fault = Assert.Throws<PluginException>(() => PluginDirectory.Find(Options, "csv", "latest"));

        Assert.Contains("\"latest\" is no version", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not JSON (line 1, byte 2)")]
    [InlineData("[]", "expected a JSON object")]
    [InlineData("""{"name":"csv","version":"1.0.0","pluginInterfaceVersion":1,"executableType":"exec"}""", "\"entryPoint\" is missing or not a text")]
    [InlineData("""{"name":"csv","version":1,"pluginInterfaceVersion":1,"executableType":"exec","entryPoint":"a"}""", "\"version\" is missing or not a text")]
    [InlineData("""{"name":"csv","version":"one","pluginInterfaceVersion":1,"executableType":"exec","entryPoint":"a"}""", "\"version\" is \"one\"")]
    [InlineData(
        """{"name":"csv","version":"1.0.0","pluginInterfaceVersion":"1","executableType":"exec","entryPoint":"a","args":"-x"}""",
        "\"pluginInterfaceVersion\" is missing or not a whole number; \"args\" is not an array of texts")]
    [InlineData(
        """{"name":"csv","version":"1.0.0","pluginInterfaceVersion":1,"executableType":"exec","entryPoint":"a","entryPoints":{"linux":1}}""",
        "\"entryPoints.linux\" is not a text")]
    public void A_manifest_that_cannot_be_used_is_named_with_what_is_wrong(string manifest, string problem)
    {
        var file = _folder.Write("csv-1.0.0/pact-plugin.json", manifest);

        var fault = Assert.Throws<PluginException>(() => PluginDirectory.Find(Options, "csv", "1.0.0"));

        Assert.Contains($"{file}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_plugins_broken_manifest_does_not_matter()
    {
        Install("csv", "1.0.0");
        _folder.Write("broken/pact-plugin.json", "{");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));

        Assert.Equal("csv 1.0.0", PluginDirectory.Find(Options, "csv", null).ToString());
    }

    [Fact]
    public void The_entry_point_of_this_system_is_taken_before_the_general_one()
    {
        var manifest = new PluginManifest
        {
            Name = "csv", Version = "1.0.0", InterfaceVersion = 1, ExecutableType = "exec", Directory = _folder.Path,
            EntryPoint = "general",
            EntryPoints = new Dictionary<string, string> { ["linux"] = "for-linux", ["windows"] = "for-windows", ["osx"] = "for-mac" },
        };
        var expected = OperatingSystem.IsWindows() ? "for-windows" : OperatingSystem.IsMacOS() ? "for-mac" : "for-linux";

        Assert.Equal(Path.Combine(_folder.Path, expected), EntryPoint.Of(manifest));
        Assert.Equal(Path.Combine(_folder.Path, "general"), EntryPoint.Of(manifest with { EntryPoints = new Dictionary<string, string>() }));
    }

    [Fact]
    public void A_system_with_its_architecture_comes_before_the_system_alone() =>
        Assert.Equal(
            ["macos-arm64", "macos-aarch64", "osx-arm64", "osx-aarch64", "darwin-arm64", "darwin-aarch64", "macos", "osx", "darwin"],
            EntryPoint.Names("macos", "Arm64"));

    private void Install(string name, string version) => _folder.Write(
        $"{name}-{version}/pact-plugin.json",
        $$"""{"manifestVersion":1,"pluginInterfaceVersion":1,"name":"{{name}}","version":"{{version}}","executableType":"exec","entryPoint":"{{name}}"}""");
}
