using System.CommandLine;
using PactKit.Brokers;

namespace PactKit.Cli.Options;

/// <summary>What can be set of an environment.</summary>
internal sealed class EnvironmentOptions(bool nameRequired)
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = "Its name, as deployment scripts use it.", HelpName = "NAME", Required = nameRequired,
    };
    private readonly Option<string?> _displayName = Opt.Text("--display-name", "Its name for people.", "NAME");
    private readonly Option<bool> _production = Opt.Flag("--production", "It is a production environment.");
    private readonly Option<bool> _noProduction = Opt.Flag("--no-production", "It is not a production environment; the default.");
    private readonly Option<string?> _contactName = Opt.Text("--contact-name", "Person or team responsible for it.", "NAME");
    private readonly Option<string?> _contactAddress = Opt.Text("--contact-email-address", "How to reach them.", "ADDRESS");

    public IEnumerable<Option> All => [_name, _displayName, _production, _noProduction, _contactName, _contactAddress];

    public string? Check(ParseResult parsed) =>
        parsed.GetValue(_production) && parsed.GetValue(_noProduction) ? "--production and --no-production cannot be used together." : null;

    public EnvironmentSettings Read(ParseResult parsed) => new()
    {
        Name = parsed.GetValue(_name),
        DisplayName = parsed.GetValue(_displayName),
        Production = parsed.GetValue(_production) ? true : parsed.GetValue(_noProduction) ? false : null,
        ContactName = parsed.GetValue(_contactName),
        ContactEmailAddress = parsed.GetValue(_contactAddress),
    };
}
