using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class CreateEnvironmentCommand : BrokerCommand
{
    private readonly EnvironmentOptions _settings = new(nameRequired: true);
    private readonly Option<string> _output;

    public CreateEnvironmentCommand(CliHost host) : base(host, "create-environment", "Create an environment.")
    {
        foreach (var option in _settings.All) Take(option);
        _output = Take(OutputOption.Create("id"));
    }

    protected override string? Check(ParseResult parsed) => _settings.Check(parsed);

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var answer = await broker.Environments.CreateAsync(_settings.Read(parsed), cancellationToken);
        return Report(answer, created =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(created);
            else if (parsed.GetValue(_output) == "id") Host.Out.WriteLine(created.Json.Text("uuid"));
            else Host.Good($"Created the environment {created.Json.Text("name")} with UUID {created.Json.Text("uuid")}.");
        });
    }
}
