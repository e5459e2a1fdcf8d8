using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using PactKit.Brokers;

namespace PactKit.Cli.Options;

/// <summary>The options every command that talks to a broker shares, each with the environment variable it falls back to.</summary>
internal sealed class BrokerConnection(CliHost host)
{
    private readonly Option<string?> _baseUrl = Opt.Text(
        "--broker-base-url", "Address of the Pact Broker. [env: PACT_BROKER_BASE_URL]", "URL", "-b", "--broker-url");
    private readonly Option<string?> _username = Opt.Text(
        "--broker-username", "User name, for basic authentication. [env: PACT_BROKER_USERNAME]", "NAME", "-u");
    private readonly Option<string?> _password = Opt.Text(
        "--broker-password", "Password, for basic authentication. [env: PACT_BROKER_PASSWORD]", "PASSWORD", "-p");
    private readonly Option<string?> _token = Opt.Text(
        "--broker-token", "Bearer token. [env: PACT_BROKER_TOKEN]", "TOKEN", "-k");
    private readonly Option<string[]> _headers = Opt.Many(
        "--custom-header", "A header to send with each request, as 'Name: value'. May be repeated.", "HEADER");
    private readonly Option<int?> _retries = new("--retries")
    {
        Description = "How often to try while the broker answers 5xx, 408 or 429; default 8, and no longer than 2 minutes in all. [env: PACT_BROKER_HTTP_RETRIES]",
        HelpName = "TIMES",
    };
    private readonly Option<string?> _certificate = Opt.Text(
        "--ssl-certificate", "PEM file of certificates to trust. [env: SSL_CERT_FILE]", "FILE", "-c");
    private readonly Option<bool> _skipTls = Opt.Flag(
        "--skip-ssl-verification", "Accept any certificate. [env: SSL_SKIP_VERIFICATION]");
    private readonly Option<bool> _verbose = Opt.Flag("--verbose", "Show each request on standard error.", "-v");

    // Scripts written for the official command line pass these; here they change nothing: the system's certificates are always trusted,
    // and --verbose is all there is to log.
    private readonly Option<string?> _trustStore = new("--ssl-trust-store") { Hidden = true };
    private readonly Option<string?> _logLevel = new("--log-level") { Hidden = true };

    public void AddTo(Command command)
    {
        command.Options.Add(_trustStore);
        command.Options.Add(_logLevel);
        foreach (var option in (Option[])[_baseUrl, _username, _password, _token, _headers, _retries, _certificate, _skipTls, _verbose])
            command.Options.Add(option);
    }

    /// <summary>Whether the command line itself names a broker.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_baseUrl) is not null;

    /// <summary>A client, or a sentence that says what is missing.</summary>
    public (PactBroker? Broker, string? Problem) Open(ParseResult parsed)
    {
        var address = parsed.GetValue(_baseUrl) ?? host.Variable("PACT_BROKER_BASE_URL");
        if (string.IsNullOrWhiteSpace(address))
            return (null, "Which broker? Give its address with --broker-base-url (-b) or in PACT_BROKER_BASE_URL.");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return (null, $"'{address}' is not the address of a broker; it should look like https://broker.example.com.");
        var certificate = parsed.GetValue(_certificate) ?? (OperatingSystem.IsLinux() ? null : host.Variable("SSL_CERT_FILE"));
        if (certificate is not null && !File.Exists(Path.GetFullPath(certificate, host.Directory)))
            return (null, $"There is no certificate file at '{certificate}'.");
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in parsed.GetValue(_headers) ?? [])
        {
            if (header.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                headers.Add(new(header[..colon].Trim(), header[(colon + 1)..].Trim()));
            else
                return (null, $"'{header}' is not a header; write it as 'Name: value'.");
        }

        var user = url.UserInfo.Split(':', 2);
        var options = new BrokerOptions
        {
            BaseUrl = new UriBuilder(url) { UserName = "", Password = "", Query = "", Fragment = "" }.Uri,
            Username = parsed.GetValue(_username) ?? host.Variable("PACT_BROKER_USERNAME") ?? (user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null),
            Password = parsed.GetValue(_password) ?? host.Variable("PACT_BROKER_PASSWORD") ?? (user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null),
            Token = parsed.GetValue(_token) ?? host.Variable("PACT_BROKER_TOKEN"),
            Headers = headers,
            Tries = Math.Max(1, parsed.GetValue(_retries) ?? (int.TryParse(host.Variable("PACT_BROKER_HTTP_RETRIES"), out var tries) ? tries : 8)),
            SkipTlsVerification = parsed.GetValue(_skipTls) || host.Flag("SSL_SKIP_VERIFICATION") || host.Flag("PACT_DISABLE_SSL_VERIFICATION"),
            CertificateFile = certificate is null ? null : Path.GetFullPath(certificate, host.Directory),
            Trace = parsed.GetValue(_verbose) ? line => host.Error.WriteLine("pactkit: " + line) : null,
        };
        if (host.Handler is { } handler) return (new PactBroker(new HttpMessageInvoker(handler, disposeHandler: false), options, host.Clock), null);
        try
        {
            return (new PactBroker(options, host.Clock), null);
        }
        catch (CryptographicException)
        {
            return (null, $"'{certificate}' holds no certificate in PEM form.");
        }
    }
}
