using PactKit.Brokers;
using PactKit.Verifier.Sources;

namespace PactNet.Verifier;

/// <summary>Collects the options of a pact from an address.</summary>
internal sealed class PactUriOptions(Uri address) : IPactUriOptions
{
    private BrokerOptions Access { get; set; } = new() { BaseUrl = address };

    private PublishOptions? Publish { get; set; }

    public IPactSource Source(HttpMessageInvoker http) => new UriSource(http, address, Access, Publish);

    public IPactUriOptions BasicAuthentication(string username, string password)
    {
        Access = Access with { Username = Argument.NotBlank(username, nameof(username)), Password = Argument.NotBlank(password, nameof(password)) };
        return this;
    }

    public IPactUriOptions TokenAuthentication(string token)
    {
        Access = Access with { Token = Argument.NotBlank(token, nameof(token)) };
        return this;
    }

    public IPactUriOptions PublishResults(string providerVersion) => PublishResults(providerVersion, _ => { });

    public IPactUriOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure)
    {
        Publish = PublishChoice.Of(providerVersion, configure);
        return this;
    }

    public IPactUriOptions PublishResults(bool condition, string providerVersion) => PublishResults(condition, providerVersion, _ => { });

    public IPactUriOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure) =>
        condition ? PublishResults(providerVersion, configure) : this;
}
