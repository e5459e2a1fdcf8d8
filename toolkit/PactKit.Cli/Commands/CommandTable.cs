using System.CommandLine;

namespace PactKit.Cli.Commands;

/// <summary>All commands, in the order help lists them.</summary>
internal static class CommandTable
{
    private static readonly (string Name, Func<CliHost, Command> Create)[] Commands =
    [
        ("broker", host => new BrokerServerCommand(host)),
        ("publish", host => new PublishCommand(host)),
        ("verify", host => new VerifyCommand(host)),
        ("can-i-deploy", host => new CanIDeployCommand(host)),
        ("can-i-merge", host => new CanIMergeCommand(host)),
        ("record-deployment", host => new RecordDeploymentCommand(host)),
        ("record-undeployment", host => new RecordUndeploymentCommand(host)),
        ("record-release", host => new RecordReleaseCommand(host)),
        ("record-support-ended", host => new RecordSupportEndedCommand(host)),
        ("create-environment", host => new CreateEnvironmentCommand(host)),
        ("update-environment", host => new UpdateEnvironmentCommand(host)),
        ("describe-environment", host => new DescribeEnvironmentCommand(host)),
        ("delete-environment", host => new DeleteEnvironmentCommand(host)),
        ("list-environments", host => new ListEnvironmentsCommand(host)),
        ("create-or-update-pacticipant", host => new CreateOrUpdatePacticipantCommand(host)),
        ("describe-pacticipant", host => new DescribePacticipantCommand(host)),
        ("list-pacticipants", host => new ListPacticipantsCommand(host)),
        ("create-or-update-version", host => new CreateOrUpdateVersionCommand(host)),
        ("describe-version", host => new DescribeVersionCommand(host)),
        ("create-version-tag", host => new CreateVersionTagCommand(host)),
        ("delete-version-tag", host => new DeleteVersionTagCommand(host)),
        ("delete-branch", host => new DeleteBranchCommand(host)),
        ("list-latest-pact-versions", host => new ListLatestPactVersionsCommand(host)),
        ("get-pacts", host => new GetPactsCommand(host)),
        ("create-webhook", host => new CreateWebhookCommand(host)),
        ("create-or-update-webhook", host => new CreateOrUpdateWebhookCommand(host)),
        ("test-webhook", host => new TestWebhookCommand(host)),
        ("delete-webhook", host => new DeleteWebhookCommand(host)),
        ("generate-uuid", host => new GenerateUuidCommand(host)),
    ];

    /// <summary>
    /// The root. Where the first word names a command only that one is built, which is most of what start-up costs.
    /// </summary>
    public static RootCommand Root(CliHost host, string? firstWord)
    {
        var root = new RootCommand("Contract testing from the command line: publish pacts, ask can-i-deploy, record deployments.")
        {
            HelpName = "pactkit",
        };
        var named = Array.FindIndex(Commands, command => command.Name == firstWord);
        if (named >= 0) root.Subcommands.Add(Commands[named].Create(host));
        else
            foreach (var (_, create) in Commands) root.Subcommands.Add(create(host));
        return root;
    }

    /// <summary>The command a misspelt word stands for, if one is near enough: at most a third of its letters wrong.</summary>
    public static string? Closest(string word)
    {
        var (name, distance) = Commands.Select(command => (command.Name, Distance: Distance(word, command.Name))).MinBy(pair => pair.Distance);
        return distance * 3 <= name.Length ? name : null;
    }

    // Levenshtein, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
