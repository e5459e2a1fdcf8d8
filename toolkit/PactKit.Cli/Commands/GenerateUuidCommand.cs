using System.CommandLine;

namespace PactKit.Cli.Commands;

internal sealed class GenerateUuidCommand : Command
{
    public GenerateUuidCommand(CliHost host) : base("generate-uuid", "Print a new UUID, for create-or-update-webhook.") =>
        SetAction(_ => host.Out.WriteLine(host.NewId()));
}
