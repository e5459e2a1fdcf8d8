using System.CommandLine;

namespace PactKit.Cli.Options;

/// <summary>Makes options; the words of help are next to the names.</summary>
internal static class Opt
{
    public static Option<string?> Text(string name, string description, string value, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = value };

    public static Option<string> Required(string name, string description, string value, params string[] aliases)
    {
        var option = new Option<string>(name, aliases) { Description = description, HelpName = value, Required = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError($"{name} may not be blank");
        });
        return option;
    }

    public static Option<string[]> Many(string name, string description, string value, params string[] aliases) =>
        new(name, aliases)
        {
            Description = description, HelpName = value, Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [],
        };

    public static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description };
}
