using System.Globalization;
using System.Reflection;
using PactKit.Brokers;
using PactKit.Rows;
using PactKit.Verifier.Sessions;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace PactKit;

/// <summary>
/// Data of a theory: the interactions of the pacts that a broker has for a provider. The broker is the one of <c>PACT_BROKER_BASE_URL</c>, with
/// <c>PACT_BROKER_TOKEN</c> or <c>PACT_BROKER_USERNAME</c> and <c>PACT_BROKER_PASSWORD</c>; where the first is not set, one skipped test says so. It is asked when
/// the tests run, not when a test explorer looks for them.
/// </summary>
/// <param name="provider">Name of the provider.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PactBrokerInteractionsAttribute(string provider) : DataAttribute
{
    /// <summary>Name of the provider.</summary>
    public string Provider { get; } = provider;

    /// <summary>The pacts of each consumer's main branch. Default: yes.</summary>
    public bool MainBranch { get; init; } = true;

    /// <summary>The pacts of consumer versions that are deployed or released. Default: yes.</summary>
    public bool DeployedOrReleased { get; init; } = true;

    /// <summary>The pacts of consumer branches with the name of the provider's branch. Default: no.</summary>
    public bool MatchingBranch { get; init; }

    /// <summary>Name of the provider's branch. Default: what the build service's variables or git say.</summary>
    public string? ProviderBranch { get; init; }

    /// <summary>Failures of pacts that the provider never kept are shown and fail nothing. Default: no.</summary>
    public bool EnablePending { get; init; }

    /// <summary>Pacts of other branches, too, if they changed since this day (<c>2026-11-01</c>); failures of those fail nothing. Default: none.</summary>
    public string? IncludeWipPactsSince { get; init; }

    /// <summary>Whether it is an error when the broker has no pacts, and not one skipped test. Default: yes.</summary>
    public bool NoPactsIsError { get; init; } = true;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var name = $"The pacts of {Provider} at the broker";
        if (BrokerOptions.FromEnvironment() is not { } broker)
            return [InteractionRow.Skipped(name, "Set PACT_BROKER_BASE_URL to verify the pacts of a broker.")];
        var found = await InteractionsToVerify.FromBrokerAsync(broker, Query(), NoPactsIsError, TestContext.Current.CancellationToken);
        return found.Count > 0
            ? [.. found.Select(InteractionRow.Of)]
            : [InteractionRow.Skipped(name, $"{broker.BaseUrl} has no pacts to verify for {Provider}.")];
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => false;

    private PactsForVerificationQuery Query() => new()
    {
        Provider = Provider,
        Selectors = [.. Selectors()],
        ProviderBranch = ProviderBranch ?? BuildInfo.Detect().Branch,
        IncludePending = EnablePending || IncludeWipPactsSince is not null,
        IncludeWipPactsSince = IncludeWipPactsSince is null ? null : DateOnly.ParseExact(IncludeWipPactsSince, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private IEnumerable<ConsumerVersionSelector> Selectors()
    {
        if (MainBranch) yield return new ConsumerVersionSelector { MainBranch = true };
        if (DeployedOrReleased) yield return new ConsumerVersionSelector { DeployedOrReleased = true };
        if (MatchingBranch) yield return new ConsumerVersionSelector { MatchingBranch = true };
    }
}
