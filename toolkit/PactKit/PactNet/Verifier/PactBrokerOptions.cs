using PactKit.Brokers;
using PactKit.Verifier.Sources;

namespace PactNet.Verifier;

/// <summary>Collects the options of pacts from a broker.</summary>
internal sealed class PactBrokerOptions(Uri brokerBaseUri) : IPactBrokerOptions
{
    private readonly List<PactKit.Brokers.ConsumerVersionSelector> _selectors = [];
    private string[] _consumerTags = [];

    /// <summary>Whether it is an error when the broker has no pacts.</summary>
    public bool NoPactsIsError { get; set; } = true;

    private BrokerOptions Access { get; set; } = new() { BaseUrl = brokerBaseUri };

    private PublishOptions? Publish { get; set; }

    private PactsForVerificationQuery Query { get; set; } = new() { Provider = "" };

    public IPactSource Source(HttpMessageInvoker http)
    {
        var tags = _consumerTags.Select(tag => new PactKit.Brokers.ConsumerVersionSelector { Tag = tag, Latest = true });
        var query = Query with { Selectors = _selectors.Count > 0 ? _selectors : [.. tags] };
        return new BrokerSource(new PactBroker(http, Access), query, Publish, NoPactsIsError);
    }

    public IPactBrokerOptions BasicAuthentication(string username, string password)
    {
        Access = Access with { Username = Argument.NotBlank(username, nameof(username)), Password = Argument.NotBlank(password, nameof(password)) };
        return this;
    }

    public IPactBrokerOptions TokenAuthentication(string token)
    {
        Access = Access with { Token = Argument.NotBlank(token, nameof(token)) };
        return this;
    }

    public IPactBrokerOptions PublishResults(string providerVersion) => PublishResults(providerVersion, _ => { });

    public IPactBrokerOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure)
    {
        Publish = PublishChoice.Of(providerVersion, configure);
        return this;
    }

    public IPactBrokerOptions PublishResults(bool condition, string providerVersion) => PublishResults(condition, providerVersion, _ => { });

    public IPactBrokerOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure) =>
        condition ? PublishResults(providerVersion, configure) : this;

    public IPactBrokerOptions EnablePending()
    {
        Query = Query with { IncludePending = true };
        return this;
    }

    public IPactBrokerOptions ProviderBranch(string branch)
    {
        Query = Query with { ProviderBranch = Argument.NotBlank(branch, nameof(branch)) };
        return this;
    }

    public IPactBrokerOptions ProviderTags(params string[] tags)
    {
        Query = Query with { ProviderTags = Argument.NotNull(tags, nameof(tags)) };
        return this;
    }

    public IPactBrokerOptions ConsumerTags(params string[] tags)
    {
        _consumerTags = Argument.NotNull(tags, nameof(tags));
        return this;
    }

    public IPactBrokerOptions ConsumerVersionSelectors(ICollection<ConsumerVersionSelector> selectors)
    {
        _selectors.Clear();
        _selectors.AddRange(Argument.NotNull(selectors, nameof(selectors)).Select(Translate));
        return this;
    }

    public IPactBrokerOptions ConsumerVersionSelectors(params ConsumerVersionSelector[] selectors) =>
        ConsumerVersionSelectors((ICollection<ConsumerVersionSelector>)selectors);

    public IPactBrokerOptions IncludeWipPactsSince(DateTime date)
    {
        Query = Query with { IncludeWipPactsSince = DateOnly.FromDateTime(date) };
        return this;
    }

    private static PactKit.Brokers.ConsumerVersionSelector Translate(ConsumerVersionSelector selector) => new()
    {
        MainBranch = selector.MainBranch,
        MatchingBranch = selector.MatchingBranch,
        Deployed = selector.Deployed,
        Released = selector.Released,
        DeployedOrReleased = selector.DeployedOrReleased,
        Branch = selector.Branch,
        FallbackBranch = selector.FallbackBranch,
        Tag = selector.Tag,
        FallbackTag = selector.FallbackTag,
        Environment = selector.Environment,
        Consumer = selector.Consumer,
        Latest = selector.Latest,
    };
}
