using PactKit.Verifier.Sources;

namespace PactNet.Verifier;

/// <summary>Collects what is said about publishing.</summary>
internal sealed class PublishChoice(string providerVersion) : IPactBrokerPublishOptions
{
    public PublishOptions Options { get; private set; } = new(Argument.NotBlank(providerVersion, nameof(providerVersion)));

    public static PublishOptions Of(string providerVersion, Action<IPactBrokerPublishOptions>? configure)
    {
        var choice = new PublishChoice(providerVersion);
        configure?.Invoke(choice);
        return choice.Options;
    }

    public IPactBrokerPublishOptions ProviderTags(params string[] tags)
    {
        Options = Options with { ProviderTags = Argument.NotNull(tags, nameof(tags)) };
        return this;
    }

    public IPactBrokerPublishOptions ProviderBranch(string branch)
    {
        Options = Options with { ProviderBranch = Argument.NotBlank(branch, nameof(branch)) };
        return this;
    }

    public IPactBrokerPublishOptions BuildUri(Uri uri)
    {
        Options = Options with { BuildUri = Argument.NotNull(uri, nameof(uri)) };
        return this;
    }
}
