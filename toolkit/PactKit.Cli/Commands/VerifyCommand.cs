using System.CommandLine;
using System.Net;
using System.Text;
using PactKit.Cli.Options;
using PactKit.Cli.Output;
using PactKit.Cli.Verifying;
using PactKit.Verifier;
using PactKit.Verifier.Reports;
using PactKit.Verifier.Sources;

namespace PactKit.Cli.Commands;

/// <summary>Verifies a running provider against pacts from files or a broker. Exit code 0: it keeps them. 1: it does not.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly CliHost _host;
    private readonly ProviderOptions _provider;
    private readonly PactPlaces _places;
    private readonly Option<string[]> _reports = Opt.Many(
        "--report", "Write a report to this file, as its ending says: .html, .xml (JUnit) or .json. May be repeated.", "FILE");
    private readonly PluginOption _plugins;
    private readonly Option<bool> _lastFailed = Opt.Flag(
        "--last-failed", "Only interactions that failed in the last run here; all, where none did. Remembered in obj/pactkit, or among the temporary files. Not with --publish.");
    private readonly Option<bool> _anyCertificate = Opt.Flag("--disable-ssl-verification", "Accept any certificate of the provider.");

    public VerifyCommand(CliHost host) : base("verify", "Verify that a running provider keeps its pacts: exit code 0 if it does, 1 if not.")
    {
        _host = host;
        _provider = new ProviderOptions(host);
        var connection = new BrokerConnection(host);
        _places = new PactPlaces(host, connection);
        _plugins = new PluginOption(host);
        foreach (var option in (Option[])[.. _provider.All, _anyCertificate, .. _places.All, _lastFailed, _plugins.Option, _reports]) Options.Add(option);
        connection.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var http = Http(parsed.GetValue(_anyCertificate));
        var (options, problem) = _provider.Read(parsed, http);
        if (options is null) return _host.Fail($"{problem} See 'pactkit verify --help'.", CliHost.Usage);
        var reports = parsed.GetValue(_reports) ?? [];
        if (reports.Select(VerificationReportFile.Check).FirstOrDefault(problem => problem is not null) is { } ending)
            return _host.Fail($"{ending} See 'pactkit verify --help'.", CliHost.Usage);
        if (parsed.GetValue(_lastFailed) && _places.Publishes(parsed))
            return _host.Fail("--last-failed and --publish do not go together: results of some interactions say nothing about the rest. See 'pactkit verify --help'.", CliHost.Usage);
        var (sources, broker, unclear) = _places.Read(parsed);
        if (unclear is not null) return _host.Fail($"{unclear} See 'pactkit verify --help'.", CliHost.Usage);
        using (broker)
        {
            using var plugins = _plugins.Host();
            var (plugged, missing) = await _plugins.StartAsync(parsed, plugins, options, cancellationToken);
            if (plugged is null) return _host.Fail(missing!);
            var memory = new LastFailed(_host, options.Provider);
            if (parsed.GetValue(_lastFailed)) sources = await FailedAsync(memory, sources, cancellationToken);
            var report = await new ProviderVerifier(plugged).VerifyAsync(sources, cancellationToken);
            await memory.WriteAsync(report, cancellationToken);
            var exitCode = Tell(report, fromFiles: broker is null, _places.NoPactsIsFine(parsed));
            return await WriteAsync(report, reports, cancellationToken) ? exitCode : CliHost.Usage;
        }
    }

    private async Task<IReadOnlyList<IPactSource>> FailedAsync(LastFailed memory, IReadOnlyList<IPactSource> sources, CancellationToken cancellationToken)
    {
        var count = await memory.ReadAsync(cancellationToken);
        _host.Out.WriteLine(count switch
        {
            null => $"Nothing is known of a last run ({memory.File}): all interactions are verified.",
            0 => "Nothing failed in the last run: all interactions are verified.",
            _ => $"Only what failed in the last run is verified: {count} interaction(s), from {memory.File}.",
        });
        return count > 0 ? [.. sources.Select(memory.Only)] : sources;
    }

    private async Task<bool> WriteAsync(VerificationReport report, string[] files, CancellationToken cancellationToken)
    {
        var written = true;
        foreach (var file in files)
        {
            var problem = await VerificationReportFile.WriteAsync(report, Path.Combine(_host.Directory, file), cancellationToken);
            if (problem is null) continue;
            _host.Fail(problem);
            written = false;
        }

        return written;
    }

    private int Tell(VerificationReport report, bool fromFiles, bool noPactsIsFine)
    {
        _host.Out.WriteLine(VerificationText.Of(report).TrimEnd());
        if (report.Pacts.Count == 0 && report.Errors.Count == 0 && !noPactsIsFine)
            return _host.Fail($"There was no pact to verify for the provider '{report.Provider}'.");
        // A file with nothing in it, or a filter that selects nothing, is a mistake; a broker's pact may be empty by intent.
        if (fromFiles && !noPactsIsFine && report.Success && report.Pacts.All(pact => pact.Interactions.Count == 0))
            return _host.Fail("Nothing was verified: there was no interaction to verify. Check the files and filters, or pass --ignore-no-pacts-error.");
        if (report.Success) _host.Good("The provider keeps its pacts.");
        else _host.Bad("The provider does not keep its pacts.");
        return report.Success ? CliHost.Success : CliHost.Failure;
    }

    private HttpMessageInvoker Http(bool anyCertificate)
    {
        if (_host.Handler is { } handler) return new HttpMessageInvoker(handler, disposeHandler: false);
        // As other verifiers do: no cookies between interactions, redirects followed, compressed answers read, headers in UTF-8.
        var plain = new SocketsHttpHandler
        {
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
#pragma warning disable CA5359 // The user asked for it by name.
        if (anyCertificate) plain.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        return new HttpMessageInvoker(plain);
    }
}
