using System.CommandLine;
using PactKit.Cli.Options;
using PactKit.Verifier;
using PactKit.Verifier.Messages;
using PactKit.Verifier.States;

namespace PactKit.Cli.Verifying;

/// <summary>Where the provider runs, how its states are set, and which interactions are verified.</summary>
internal sealed class ProviderOptions(CliHost host)
{
    private readonly Option<string?> _name = Opt.Text("--provider-name", "Name of the provider. [env: PACT_PROVIDER_NAME]", "NAME", "-n");
    private readonly Option<string?> _baseUrl = Opt.Text("--provider-base-url", "Where the provider runs. [env: PACT_PROVIDER_BASE_URL]", "URL");
    private readonly Option<string?> _stateUrl = Opt.Text(
        "--state-change-url", "Where to POST provider states. [env: PACT_PROVIDER_STATE_CHANGE_URL]", "URL", "-s", "--provider-states-setup-url");
    private readonly Option<bool> _stateAsQuery = Opt.Flag("--state-change-as-query", "Send states in the query, not in a JSON body.");
    private readonly Option<bool> _teardown = Opt.Flag("--state-change-teardown", "Undo the states after each interaction.");
    private readonly Option<string[]> _headers = Opt.Many(
        "--header", "Header for each request to the provider, as KEY=VALUE. May be repeated.", "HEADER", "-H");
    private readonly Option<int> _timeout = new("--request-timeout")
    {
        Description = "Milliseconds the provider may take to answer; default 5000.", HelpName = "MS", DefaultValueFactory = _ => 5000,
    };
    private readonly Option<string?> _description = Opt.Text(
        "--filter-description", "Only interactions whose description matches. [env: PACT_DESCRIPTION]", "REGEX");
    private readonly Option<string?> _state = Opt.Text(
        "--filter-state", "Only interactions with a provider state that matches. [env: PACT_PROVIDER_STATE]", "REGEX");
    private readonly Option<bool> _noState = Opt.Flag("--filter-no-state", "Only interactions without provider states.");

    public IEnumerable<Option> All =>
        [_name, _baseUrl, _stateUrl, _stateAsQuery, _teardown, _headers, _timeout, _description, _state, _noState];

    public string? Name(ParseResult parsed) => parsed.GetValue(_name) ?? host.Variable("PACT_PROVIDER_NAME");

    public (VerifierOptions? Options, string? Problem) Read(ParseResult parsed, HttpMessageInvoker http)
    {
        if (Name(parsed) is not { } name) return (null, "Which provider? Give its name with --provider-name (-n).");
        var address = parsed.GetValue(_baseUrl) ?? host.Variable("PACT_PROVIDER_BASE_URL");
        if (address is null) return (null, "Where does the provider run? Give its address with --provider-base-url.");
        if (!IsWeb(address, out var baseUrl))
            return (null, $"'{address}' is not an address of a provider; it should look like http://localhost:5000.");
        var stateAddress = parsed.GetValue(_stateUrl) ?? host.Variable("PACT_PROVIDER_STATE_CHANGE_URL");
        Uri? stateUrl = null;
        if (stateAddress is not null && !IsWeb(stateAddress, out stateUrl))
            return (null, $"'{stateAddress}' is not an address for provider states.");
        if (parsed.GetValue(_timeout) is <= 0 or > 3_600_000) return (null, "--request-timeout takes milliseconds, from 1 to an hour.");

        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in parsed.GetValue(_headers) ?? [])
        {
            var split = header.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0) return (null, $"'{header}' is not a header; write it as KEY=VALUE.");
            headers.Add(new(header[..split].Trim(), header[(split + 1)..].Trim()));
        }

        try
        {
            var timeout = TimeSpan.FromMilliseconds(parsed.GetValue(_timeout));
            var states = new StateEndpointOptions
            {
                InQuery = parsed.GetValue(_stateAsQuery), Headers = headers, Timeout = timeout, Clock = host.Clock,
            };
            return (new VerifierOptions
            {
                Provider = name,
                Http = http,
                BaseUri = baseUrl!,
                Messages = new MessageEndpoint(http, baseUrl!, timeout),
                States = stateUrl is null ? null : new StateEndpoint(http, stateUrl, states),
                Teardown = parsed.GetValue(_teardown),
                Filter = new InteractionFilter(
                    parsed.GetValue(_description) ?? host.Variable("PACT_DESCRIPTION"),
                    parsed.GetValue(_state) ?? host.Variable("PACT_PROVIDER_STATE"),
                    parsed.GetValue(_noState)),
                CustomHeaders = headers,
                Timeout = timeout,
                Clock = host.Clock,
            }, null);
        }
        catch (ArgumentException notARegex)
        {
            return (null, notARegex.Message.Split(" (Parameter ")[0]);
        }
    }

    private static bool IsWeb(string address, out Uri? url) =>
        Uri.TryCreate(address, UriKind.Absolute, out url) && url.Scheme is "http" or "https";
}
