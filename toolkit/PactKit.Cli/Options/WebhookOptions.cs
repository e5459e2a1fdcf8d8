using System.CommandLine;
using PactKit.Brokers;

namespace PactKit.Cli.Options;

/// <summary>What a webhook sends, about whom, and when.</summary>
internal sealed class WebhookOptions(CliHost host)
{
    private static readonly (string Flag, string Event, string Description)[] Events =
    [
        ("--contract-content-changed", "contract_content_changed", "Send when the content of a pact changes."),
        ("--contract-published", "contract_published", "Send when a pact is published."),
        ("--contract-requiring-verification-published", "contract_requiring_verification_published",
            "Send when a pact is published that somebody has to verify."),
        ("--provider-verification-published", "provider_verification_published", "Send when a result is published."),
        ("--provider-verification-failed", "provider_verification_failed", "Send when a failed result is published."),
        ("--provider-verification-succeeded", "provider_verification_succeeded", "Send when a successful result is published."),
    ];

    private readonly Argument<string> _url = new("URL") { Description = "Where to send the request." };
    private readonly Option<string> _method = Opt.Required("--request", "HTTP method, usually POST.", "METHOD", "-X");
    private readonly Option<string[]> _headers = new("--header", "-H")
    {
        Description = "A header, as 'Name: value'. May be repeated.", HelpName = "HEADER",
        Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
    };
    private readonly Option<string?> _data = Opt.Text("--data", "Body of the request; @FILE reads it from a file.", "BODY", "-d");
    private readonly Option<string?> _user = Opt.Text("--user", "User name and password for basic authentication, as NAME:PASSWORD.", "USER");
    private readonly Option<string?> _consumer = Opt.Text("--consumer", "Only for this consumer.", "NAME");
    private readonly Option<string?> _consumerLabel = Opt.Text("--consumer-label", "Only for consumers with this label.", "LABEL");
    private readonly Option<string?> _provider = Opt.Text("--provider", "Only for this provider.", "NAME");
    private readonly Option<string?> _providerLabel = Opt.Text("--provider-label", "Only for providers with this label.", "LABEL");
    private readonly Option<string?> _description = Opt.Text("--description", "What it is for.", "TEXT");
    private readonly Option<bool>[] _events = [.. Events.Select(known => Opt.Flag(known.Flag, known.Description))];

    public Argument Url => _url;

    public IEnumerable<Option> All =>
        [_method, _headers, _data, _user, _consumer, _consumerLabel, _provider, _providerLabel, _description, .. _events];

    public (WebhookSettings? Settings, string? Problem) Read(ParseResult parsed)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in parsed.GetValue(_headers) ?? [])
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) return (null, $"'{header}' is not a header; write it as 'Name: value'.");
            headers.Add(new(header[..colon].Trim(), header[(colon + 1)..].Trim()));
        }

        var body = parsed.GetValue(_data);
        if (body is ['@', .. var file])
        {
            var path = Path.GetFullPath(file, host.Directory);
            if (!File.Exists(path)) return (null, $"There is no file '{file}' to take the body from.");
            body = File.ReadAllText(path);
        }

        var user = parsed.GetValue(_user)?.Split(':', 2);
        return (new WebhookSettings
        {
            Url = parsed.GetRequiredValue(_url),
            Method = parsed.GetRequiredValue(_method),
            Headers = headers,
            Body = body,
            Username = user?[0],
            Password = user is [_, var password] ? password : null,
            Consumer = parsed.GetValue(_consumer),
            ConsumerLabel = parsed.GetValue(_consumerLabel),
            Provider = parsed.GetValue(_provider),
            ProviderLabel = parsed.GetValue(_providerLabel),
            Description = parsed.GetValue(_description),
            Events = [.. Events.Where((_, index) => parsed.GetValue(_events[index])).Select(known => known.Event)],
        }, null);
    }
}
