using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class UpdateEnvironmentCommand : BrokerCommand
{
    private readonly Option<string> _uuid;
    private readonly EnvironmentOptions _settings = new(nameRequired: false);
    private readonly Option<string> _output;

    public UpdateEnvironmentCommand(CliHost host)
        : base(host, "update-environment", "Change an environment; what is not given stays as it is.")
    {
        _uuid = Take(Opt.Required("--uuid", "UUID of the environment, as list-environments shows it.", "UUID"));
        foreach (var option in _settings.All) Take(option);
        _output = Take(OutputOption.Create("id"));
    }

    protected override string? Check(ParseResult parsed) => _settings.Check(parsed);

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await broker.Environments.UpdateAsync(parsed.GetRequiredValue(_uuid), _settings.Read(parsed), cancellationToken);
        return Report(answer, updated =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(updated);
            else if (parsed.GetValue(_output) == "id") Host.Out.WriteLine(updated.Json.Text("uuid"));
            else Host.Good($"Updated the environment {updated.Json.Text("name")}.");
        });
    }
}
