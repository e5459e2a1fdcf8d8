using System.Reflection;
using PactKit.Brokers;
using PactKit.Matching;

namespace PactKit.Verifier.Sources;

/// <summary>The place of one pact at a broker: its results go there, and it has something to say about them.</summary>
internal sealed class PactOrigin
{
    private static readonly string? Version = typeof(PactOrigin).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private readonly PactBroker _broker;
    private readonly PactToVerify _pact;
    private readonly PublishOptions? _options;

    internal PactOrigin(PactBroker broker, PactToVerify pact, PublishOptions? options)
    {
        _broker = broker;
        _pact = pact;
        _options = options;
    }

    /// <summary>The user wants results to be published.</summary>
    public bool Publishes => _options is not null;

    /// <summary>Publishes the report.</summary>
    /// <returns>Why it could not be published, or null.</returns>
    public Task<string?> PublishAsync(PactReport report, CancellationToken cancellationToken) =>
        _options is null ? Task.FromResult<string?>(null) : PublishAsync(report, _options, cancellationToken);

    /// <summary>Publishes the report as that of this version of the provider.</summary>
    /// <returns>Why it could not be published, or null.</returns>
    public async Task<string?> PublishAsync(PactReport report, PublishOptions options, CancellationToken cancellationToken)
    {
        var results = new VerificationResults
        {
            Success = report.Passed,
            ProviderVersion = options.ProviderVersion,
            ProviderBranch = options.ProviderBranch,
            ProviderTags = options.ProviderTags,
            BuildUrl = options.BuildUri?.ToString(),
            ImplementationVersion = Version,
            Interactions = [.. report.Interactions.Select(Result)],
        };
        var published = await _broker.Verifications.PublishAsync(_pact, results, cancellationToken);
        return published.Succeeded ? null : published.Error.ToString();
    }

    /// <summary>Lines of the broker to show after the verification.</summary>
    public IReadOnlyList<string> NoticesAfter(bool success, bool published) => [.. _pact.NoticesAfter(success, published)];

    private static InteractionResult Result(InteractionReport report) =>
        new(report.Interaction.Id, report.Interaction.Description, report.Passed)
        {
            Mismatches = [.. report.Mismatches.Select(Mismatch)],
            Exceptions = report.Error is null ? [] : [report.Error],
        };

    private static InteractionMismatch Mismatch(Mismatch mismatch)
    {
        var (attribute, identifier) = mismatch switch
        {
            MethodMismatch => ("method", null),
            PathMismatch => ("path", null),
            StatusMismatch => ("status", null),
            QueryMismatch query => ("query", query.Parameter),
            HeaderMismatch header => ("header", header.Key),
            MetadataMismatch metadata => ("metadata", metadata.Key),
            BodyMismatch body => ("body", body.Path),
            _ => ("body", (string?)null),
        };
        return new InteractionMismatch(attribute, identifier, mismatch.Description);
    }
}
