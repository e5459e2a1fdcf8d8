using System.CommandLine;
using System.Net.Http.Headers;
using System.Text;
using PactKit.Broker.Importing;
using PactKit.Cli.Options;
using PactKit.Cli.Output;

namespace PactKit.Cli.Commands.Broker;

/// <summary>Copies everything that can be reached from another Pact Broker, and compares the answers of both.</summary>
internal sealed class ImportCommand : DatabaseCommand
{
    private readonly Option<string> _from = Opt.Required("--from", "Address of the Pact Broker to copy from.", "URL");
    private readonly Option<string?> _token = Opt.Text("--token", "Bearer token for the other broker.", "TOKEN");
    private readonly Option<string?> _username = Opt.Text("--username", "User name for the other broker.", "NAME");
    private readonly Option<string?> _password = Opt.Text("--password", "Password for the other broker.", "PASSWORD");
    private readonly Option<string[]> _headers = Opt.Many("--custom-header", "A header for the other broker, as 'Name: value'. May be repeated.", "HEADER");
    private readonly Option<string?> _to = Opt.Text("--broker-base-url", "Copy to this broker, which runs, in place of a database.", "URL", "-b");
    private readonly Option<string?> _toToken = Opt.Text("--broker-token", "Bearer token for that broker. [env: PACT_BROKER_TOKEN]", "TOKEN");
    private readonly Option<string?> _toUsername = Opt.Text("--broker-username", "User name for that broker. [env: PACT_BROKER_USERNAME]", "NAME");
    private readonly Option<string?> _toPassword = Opt.Text("--broker-password", "Password for that broker. [env: PACT_BROKER_PASSWORD]", "PASSWORD");
    private readonly Option<bool> _skipComparison = Opt.Flag("--skip-comparison", "Do not compare can-i-deploy answers at the end.");

    public ImportCommand(CliHost host) : base(
        host, "import", "Copy pacts, versions, results, environments, deployments and webhooks from another Pact Broker. Can be run again: it goes on where it stopped.", mustExist: false)
    {
        foreach (var option in (Option[])[_from, _token, _username, _password, _headers]) Options.Add(option);
        Database.AddTo(this);
        foreach (var option in (Option[])[_to, _toToken, _toUsername, _toPassword, _skipComparison]) Options.Add(option);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var from = Web(parsed.GetRequiredValue(_from), "--from");
        if (parsed.GetValue(_to) is not { } to) return await WithDatabaseAsync(parsed, database => CopyAsync(parsed, from, new DatabaseTarget(database.Services), cancellationToken), cancellationToken);
        if (Database.IsGiven(parsed)) throw new ArgumentException("Where to? Give --database or --broker-base-url, not both.");
        using var http = Http();
        return await CopyAsync(parsed, from, new HttpTarget(http, Web(to, "--broker-base-url"), Authorization(parsed)), cancellationToken);
    }

    private async Task<int> CopyAsync(ParseResult parsed, Uri from, IImportTarget target, CancellationToken cancellationToken)
    {
        using var http = Http();
        var user = from.UserInfo.Split(':', 2);
        var source = new SourceBroker(http, new SourceOptions(new UriBuilder(from) { UserName = "", Password = "", Query = "", Fragment = "" }.Uri)
        {
            Token = parsed.GetValue(_token),
            Username = parsed.GetValue(_username) ?? (user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null),
            Password = parsed.GetValue(_password) ?? (user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null),
            Headers = [.. (parsed.GetValue(_headers) ?? []).Select(Header)],
        }, Host.Clock);
        var summary = await new Importer(source, target, line => Host.Out.WriteLine(line)).RunAsync(cancellationToken);
        Host.Table(["READ", "COUNT"], summary.Read.Where(read => read.Value > 0).Select(read => (string[])[read.Key, read.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)]));
        foreach (var note in summary.Notes) Host.Out.WriteLine(note);
        Host.Out.WriteLine($"{summary.Added} rows are new here; the other broker was asked {source.Requests} times.");
        return parsed.GetValue(_skipComparison) ? CliHost.Success : await CompareAsync(source, target, cancellationToken);
    }

    private async Task<int> CompareAsync(SourceBroker source, IImportTarget target, CancellationToken cancellationToken)
    {
        var compared = await new DeployComparison(source, target).RunAsync(cancellationToken);
        foreach (var difference in compared.Different) Host.Bad(difference);
        if (compared.Different.Count > 0)
            return Host.Fail($"{compared.Different.Count} of {compared.Asked} can-i-deploy answers differ from the other broker's. Did something change there meanwhile? Run the command again.");
        Host.Good($"Both brokers gave the same answer to {compared.Asked} can-i-deploy questions.");
        return CliHost.Success;
    }

    private AuthenticationHeaderValue? Authorization(ParseResult parsed)
    {
        if ((parsed.GetValue(_toToken) ?? Host.Variable("PACT_BROKER_TOKEN")) is { } token) return new AuthenticationHeaderValue("Bearer", token);
        return (parsed.GetValue(_toUsername) ?? Host.Variable("PACT_BROKER_USERNAME")) is { } user
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{parsed.GetValue(_toPassword) ?? Host.Variable("PACT_BROKER_PASSWORD")}")))
            : null;
    }

    private HttpMessageInvoker Http() => Host.Handler is { } handler ? new HttpMessageInvoker(handler, disposeHandler: false) : new HttpMessageInvoker(new SocketsHttpHandler());

    private static Uri Web(string address, string option) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url : throw new ArgumentException($"{option}: '{address}' is not the address of a broker; it should look like https://broker.example.com.");

    private static KeyValuePair<string, string> Header(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
        ? new(text[..colon].Trim(), text[(colon + 1)..].Trim()) : throw new ArgumentException($"'{text}' is not a header; write it as 'Name: value'.");
}
