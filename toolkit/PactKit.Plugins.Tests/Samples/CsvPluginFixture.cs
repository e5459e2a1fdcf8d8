namespace PactKit.Plugins.Tests.Samples;

/// <summary>The sample plugin, installed by the build in a plugin directory beside the tests, and a host that runs it.</summary>
public sealed class CsvPluginFixture : IDisposable
{
    public static string PluginDirectory { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    public PluginHost Host { get; } = new(new PluginOptions { Directory = PluginDirectory });

    public void Dispose() => Host.Dispose();
}
