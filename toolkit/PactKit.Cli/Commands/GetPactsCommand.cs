using System.CommandLine;
using System.Text;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

/// <summary>Lists the pacts of a provider, or downloads them.</summary>
internal sealed class GetPactsCommand : BrokerCommand
{
    private readonly Option<string> _provider;
    private readonly Option<string?> _consumer;
    private readonly Option<string?> _branch;
    private readonly Option<bool> _latest;
    private readonly Option<bool> _download;
    private readonly Option<string> _directory;
    private readonly Option<string> _output;

    public GetPactsCommand(CliHost host) : base(host, "get-pacts", "List the pacts of a provider from a branch, or download them.")
    {
        _provider = Take(Opt.Required("--provider", "Name of the provider.", "NAME"));
        _consumer = Take(Opt.Text("--consumer", "Only pacts with this consumer.", "NAME"));
        _branch = Take(Opt.Text("--branch", "Branch of the consumer versions; their main branches by default.", "BRANCH"));
        _latest = Take(Opt.Flag("--latest", "Only the latest pact of each consumer."));
        _download = Take(Opt.Flag("--download", "Write the pacts to files."));
        _directory = Take(new Option<string>("--download-dir")
        {
            Description = "Where to write them; default ./pacts.", HelpName = "DIR", DefaultValueFactory = _ => "./pacts",
        });
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var list = await broker.Pacts.ListAsync(
            parsed.GetRequiredValue(_provider), parsed.GetValue(_consumer), parsed.GetValue(_branch), parsed.GetValue(_latest), cancellationToken);
        if (!list.Succeeded) return Host.Fail(list.Error);
        if (parsed.GetValue(_download)) return await DownloadAsync(broker, list.Value, parsed.GetRequiredValue(_directory), cancellationToken);
        if (parsed.GetValue(_output) == "json") Host.Json(list.Value);
        else Host.Table(["PACT", "URL"], BrokerPacts.ListedLinks(list.Value).Select(link => (string[])[link.Title ?? link.Name ?? "", link.Href]));
        return CliHost.Success;
    }

    private async Task<int> DownloadAsync(PactBroker broker, HalDocument list, string directory, CancellationToken cancellationToken)
    {
        var pacts = await broker.Pacts.ReadListedAsync(list, cancellationToken);
        if (!pacts.Succeeded) return Host.Fail(pacts.Error);
        var folder = Path.GetFullPath(directory, Host.Directory);
        Directory.CreateDirectory(folder);
        foreach (var pact in pacts.Value)
        {
            var file = Path.Combine(folder, FileName(pact.Name));
            await File.WriteAllBytesAsync(file, pact.Json, cancellationToken);
            Host.Good($"{pact.Name} -> {Path.GetRelativePath(Host.Directory, file)}");
        }

        if (pacts.Value.Count == 0) Host.Out.WriteLine("There is no such pact; nothing was written.");
        return CliHost.Success;
    }

    // A name comes from the broker: it may hold anything, and must not lead out of the folder.
    private static string FileName(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name) text.Append(char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-');
        return text.ToString().Trim('-', '.') + ".json";
    }
}
