using System.CommandLine;
using PactKit.Brokers;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands;

internal sealed class CreateOrUpdatePacticipantCommand : BrokerCommand
{
    private readonly Option<string> _name;
    private readonly Option<string?> _displayName;
    private readonly Option<string?> _mainBranch;
    private readonly Option<string?> _repositoryUrl;
    private readonly Option<string> _output;

    public CreateOrUpdatePacticipantCommand(CliHost host)
        : base(host, "create-or-update-pacticipant", "Create an application, or change it; what is not given stays as it is.")
    {
        _name = Take(Opt.Required("--name", "Its name.", "NAME"));
        _displayName = Take(Opt.Text("--display-name", "Its name for people.", "NAME"));
        _mainBranch = Take(Opt.Text("--main-branch", "The main branch of its repository.", "BRANCH"));
        _repositoryUrl = Take(Opt.Text("--repository-url", "Address of its repository.", "URL"));
        _output = Take(OutputOption.Create());
    }

    protected override async Task<int> RunAsync(PactBroker broker, ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = new PacticipantSettings
        {
            DisplayName = parsed.GetValue(_displayName),
            MainBranch = parsed.GetValue(_mainBranch),
            RepositoryUrl = parsed.GetValue(_repositoryUrl),
        };
        var answer = await broker.Pacticipants.CreateOrUpdateAsync(parsed.GetRequiredValue(_name), settings, cancellationToken);
        return Report(answer, pacticipant =>
        {
            if (parsed.GetValue(_output) == "json") Host.Json(pacticipant);
            else Host.Good($"{(pacticipant.Status == 201 ? "Created" : "Updated")} the pacticipant {parsed.GetRequiredValue(_name)}.");
        });
    }
}
