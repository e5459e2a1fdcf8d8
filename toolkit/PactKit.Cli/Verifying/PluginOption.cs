using System.CommandLine;
using PactKit.Cli.Options;
using PactKit.Plugins;
using PactKit.Verifier;

namespace PactKit.Cli.Verifying;

/// <summary>Plugins: those that pacts name start by themselves, others by name. All end with the command.</summary>
internal sealed class PluginOption(CliHost host)
{
    private readonly Option<string[]> _plugins = Opt.Many(
        "--plugin", "Start this plugin, as NAME or NAME:VERSION; those that a pact names start without. May be repeated. [env: PACT_PLUGIN_DIR, where they are installed]", "NAME");

    public Option Option => _plugins;

    // A plugin is a process: it takes real time, whatever the clock of a test says.
    public PluginHost Host() => new(new PluginOptions { Directory = host.Variable("PACT_PLUGIN_DIR") });

    /// <summary>The options with plugins, or a sentence that says which one does not start.</summary>
    public async Task<(VerifierOptions? Options, string? Problem)> StartAsync(ParseResult parsed, PluginHost plugins, VerifierOptions options, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var plugin in parsed.GetValue(_plugins) ?? [])
            {
                var parts = plugin.Split([':', '/'], 2);
                await plugins.LoadAsync(parts[0], parts.Length > 1 ? parts[1] : null, cancellationToken);
            }

            return (options.WithPlugins(plugins), null);
        }
        catch (PluginException problem)
        {
            return (null, problem.Message);
        }
    }
}
