using System.CommandLine;

namespace PactKit.Cli.Options;

/// <summary>The two options that name one version of one application.</summary>
internal static class PacticipantVersion
{
    public static Option<string> Pacticipant() => Opt.Required("--pacticipant", "Name of the application.", "NAME", "-a");

    public static Option<string> Version() => Opt.Required("--version", "Its version.", "VERSION", "-e");

    public static Option<string> Environment() => Opt.Required("--environment", "Name of the environment.", "ENVIRONMENT");

    public static Option<string?> Instance() => Opt.Text(
        "--application-instance", "Which instance, where several run in one environment.", "INSTANCE", "--target");
}
